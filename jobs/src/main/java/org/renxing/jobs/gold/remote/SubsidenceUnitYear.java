package org.renxing.jobs.gold.remote;

import java.util.List;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.LandPatch;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.land.Subsidence;
import org.renxing.land.ZoneYear;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily;
import org.renxing.model.TableSpec;

/** Sinking ground and pits. */
public final class SubsidenceUnitYear extends RemoteTable<Subsidence.Figure> {
  public SubsidenceUnitYear(RemoteAggregates aggregates) {
    super(
        aggregates,
        "subsidence",
        aggregates.has(RemoteFamily.SUBSIDENCE) ? List.of(LandPatch.TABLE) : List.of(),
        aggregates::subsidence);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        zoneYear("subsidence_unit_year", "One row a zone, unit and year with patches of subsidence")
            .required("area_km2", Type.DOUBLE, "km2", "Area of sinking ground and pits")
            .optional(
                "mean_rate_mm_per_year",
                Type.DOUBLE,
                "mm/year",
                "Mean rate of sinking by area; null where no rate is given")
            .optional("max_rate_mm_per_year", Type.DOUBLE, "mm/year", "Highest rate of sinking")
            .required(
                "n", Type.LONG, "patches", "Patches, each once in a unit; those that rise too")
            .required("n_pits", Type.LONG, "patches", "Pits among them")
            .required("pit_area_km2", Type.DOUBLE, "km2", "Area of pits")
            .optional("max_depth_m", Type.DOUBLE, "m", "Depth of the deepest pit");
    return GoldTable.end(shape);
  }

  @Override
  void add(UnitRows rows, Subsidence.Figure s) {
    ZoneYear at = s.about();
    rows.add(
        List.of(at.zone()),
        at.unit(),
        at.year(),
        s.areaKm2(),
        Cells.number(s.meanRate()),
        Cells.number(s.maxRate()),
        s.patches(),
        s.pits(),
        s.pitAreaKm2(),
        Cells.number(s.maxDepthM()));
  }
}
