package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.land.DisorderScores;
import org.renxing.land.LandUse;
import org.renxing.land.Subsidence;
import org.renxing.land.ZonePattern;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.model.UnitRules;
import org.renxing.run.Inputs;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.VacancyRates;

/**
 * What the observations of all units come to by zone, unit and year: one pass over each family,
 * shared by all who ask in a run.
 */
public final class RemoteAggregates {
  private final RemoteIntake intake;
  private final UnitRules rules;

  /** By run. */
  private final Map<Inputs, Calibration> calibrations =
      Collections.synchronizedMap(new WeakHashMap<>());

  public RemoteAggregates(RemoteIntake intake, UnitRules rules) {
    this.intake = intake;
    this.rules = rules;
  }

  /** Whether the run has sources of a group. */
  public boolean has(Group group) {
    return intake.has(group);
  }

  /** Whether the run has sources of a family. */
  public boolean has(RemoteFamily family) {
    return intake.sources().stream().anyMatch(s -> s.family() == family);
  }

  /** Some tables, and that of zones where there are any: shares are of their areas. */
  public List<TableName> withZones(TableName... tables) {
    List<TableName> out = new ArrayList<>(List.of(tables));
    if (has(Group.PLACE)) {
      out.add(ZonePolygon.TABLE);
    }
    return out;
  }

  /** The rules that the figures depend on. */
  public Object rules() {
    return List.of(rules.vacancy(), rules.land());
  }

  /** How signals are read: from audits where there are enough. */
  public Calibration calibration(Inputs inputs) {
    return calibrations.computeIfAbsent(
        inputs, run -> Calibration.of(run.read(OccupancyArea.TABLE), rules.vacancy()));
  }

  /** Rows of {@link VacancyRates#of}. */
  public Dataset<Row> vacancy(Inputs inputs) {
    return inputs.shared(
        "vacancy", () -> VacancyRates.of(inputs.read(OccupancyArea.TABLE), calibration(inputs)));
  }

  /** Rows of {@link LandUse#of}. */
  public Dataset<Row> land(Inputs inputs) {
    return inputs.shared(
        "land use",
        () -> LandUse.of(inputs.read(LandPatch.TABLE), zoneAreas(inputs), rules.land()));
  }

  /** Rows of {@link Subsidence#of}. */
  public Dataset<Row> subsidence(Inputs inputs) {
    return inputs.shared("subsidence", () -> Subsidence.of(inputs.read(LandPatch.TABLE)));
  }

  /** Rows of {@link DisorderScores#of}. */
  public Dataset<Row> disorder(Inputs inputs) {
    return inputs.shared("disorder", () -> DisorderScores.of(inputs.read(StreetViewPoint.TABLE)));
  }

  /** Sums of grids by layer, zone (and all), unit and year: see {@link RasterSum}. */
  public Dataset<Row> grids(Inputs inputs) {
    return inputs.shared("grids", () -> RasterSum.withWhole(inputs.read(RasterSum.TABLE)));
  }

  /** Rows of {@link ZonePattern#of}. */
  public Dataset<Row> pattern(Inputs inputs) {
    return ZonePattern.of(vacancy(inputs), land(inputs), rules.land());
  }

  private Dataset<Row> zoneAreas(Inputs inputs) {
    return has(Group.PLACE)
        ? inputs.read(ZonePolygon.TABLE).select("unit_id", "zone", "area_km2")
        : inputs
            .spark()
            .createDataFrame(
                List.of(), StructType.fromDDL("unit_id string, zone string, area_km2 double"));
  }
}
