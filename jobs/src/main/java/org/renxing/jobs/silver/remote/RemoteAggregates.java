package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import org.renxing.geo.RasterTotal;
import org.renxing.land.DisorderScores;
import org.renxing.land.LandUse;
import org.renxing.land.Subsidence;
import org.renxing.land.ZoneDispersion;
import org.renxing.land.ZonePattern;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.model.UnitRules;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.vacancy.AreaSum;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupancySums;
import org.renxing.vacancy.OccupiedArea;
import org.renxing.vacancy.VacancyFigure;
import org.renxing.vacancy.VacancyRates;

/**
 * What the observations of all units come to by zone, unit and year: one pass over each family,
 * shared by all who ask in a run.
 */
public final class RemoteAggregates {
  private final RemoteIntake intake;
  private final UnitRules rules;

  private static final SharedKey<Calibration> CALIBRATION =
      new SharedKey<>("calibration of vacancy", "");
  private static final SharedKey<List<VacancyFigure>> VACANCY = new SharedKey<>("vacancy", "");
  private static final SharedKey<List<LandUse.Figure>> LAND = new SharedKey<>("land use", "");

  public RemoteAggregates(RemoteIntake intake, UnitRules rules) {
    this.intake = intake;
    this.rules = rules;
  }

  /** Whether the run has sources of a group. */
  public boolean has(Group group) {
    return intake.has(group);
  }

  /** The tables of the rows of some groups, where the run has sources of them. */
  List<TableName> tables(Group... groups) {
    return intake.tables(groups);
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
    return inputs.shared(CALIBRATION, () -> Calibration.of(audited(inputs), rules.vacancy()));
  }

  private static List<OccupiedArea> audited(Inputs inputs) {
    Records<OccupiedArea> areas = inputs.records(OccupancyArea.AREAS);
    return areas instanceof LocalRecords<OccupiedArea> few
        ? few.list()
        : OccupancySums.audited(inputs.read(OccupancyArea.TABLE));
  }

  private static Records<AreaSum> sums(Inputs inputs) {
    Records<OccupiedArea> areas = inputs.records(OccupancyArea.AREAS);
    return areas instanceof LocalRecords<OccupiedArea> few
        ? OccupancySums.of(few)
        : OccupancySums.of(inputs.read(OccupancyArea.TABLE));
  }

  /** Vacancy; see {@link VacancyRates}. */
  public List<VacancyFigure> vacancy(Inputs inputs) {
    return inputs.shared(VACANCY, () -> VacancyRates.of(sums(inputs), calibration(inputs)));
  }

  /** Land by kind; see {@link LandUse}. */
  public List<LandUse.Figure> land(Inputs inputs) {
    return inputs.shared(
        LAND, () -> LandUse.of(inputs.records(LandPatch.PIECES), zoneAreas(inputs), rules.land()));
  }

  /** Subsidence; see {@link Subsidence}. */
  public List<Subsidence.Figure> subsidence(Inputs inputs) {
    return Subsidence.of(inputs.records(LandPatch.PIECES));
  }

  /** Disorder of streets; see {@link DisorderScores}. */
  public List<DisorderScores.Figure> disorder(Inputs inputs) {
    return DisorderScores.of(inputs.records(StreetViewPoint.POINTS));
  }

  /** Sums of grids by layer, zone (and all), unit and year. */
  public List<RasterTotal> grids(Inputs inputs) {
    return RasterTotal.withWholes(inputs.records(SourceTotal.ROWS).map(SourceTotal::total).list());
  }

  /** Patterns of units; see {@link ZonePattern}. */
  public List<ZonePattern.Figure> pattern(Inputs inputs) {
    List<ZoneDispersion.Figure> dispersion =
        ZonePattern.asksForDispersion(rules.land())
            ? ZoneDispersion.of(inputs.records(OccupancyArea.AREAS), calibration(inputs))
            : List.of();
    return ZonePattern.of(vacancy(inputs), dispersion, land(inputs), rules.land());
  }

  private List<LandUse.ZoneArea> zoneAreas(Inputs inputs) {
    return has(Group.PLACE) ? inputs.records(ZonePolygon.AREAS).list() : List.of();
  }
}
