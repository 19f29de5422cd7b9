package org.renxing.jobs.gold.remote;

import java.util.List;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.LandPatch;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.land.LandUse;
import org.renxing.land.ZoneYear;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableSpec;

/** Vacant, low-use and sinking land by area. */
public final class LandUseUnitYear extends RemoteTable<LandUse.Figure> {
  public LandUseUnitYear(RemoteAggregates aggregates) {
    super(
        aggregates,
        "land use",
        aggregates.has(Group.LAND) ? aggregates.withZones(LandPatch.TABLE) : List.of(),
        aggregates::land);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "land_use_unit_year", "One row a kind of land, zone, unit and year with any")
            .key(
                "kind",
                Type.STRING,
                "vacant, urban_village, old_residential, low_industry, abandoned_building,"
                    + " abandoned_infrastructure, coal_yard, subsidence; unclassified for low-use"
                    + " land that the rules do not decide")
            .with(RemoteTable::zoneYear)
            .required(
                "area_km2",
                Type.DOUBLE,
                "km2",
                "Area of the patches within; of subsidence only of ground that sinks")
            .optional(
                "share",
                Type.DOUBLE,
                "0-1",
                "Share of the area of the zone or unit; null where no outline gives it")
            .required("n", Type.LONG, "patches", "Patches, each once in a unit")
            .optional(
                "mean_confidence",
                Type.DOUBLE,
                "0-1",
                "Mean confidence by area, of patches that have one")
            .check("patches fit into their zone", "share <= 1.000001");
    return GoldTable.end(shape);
  }

  @Override
  void add(UnitRows rows, LandUse.Figure l) {
    ZoneYear at = l.about();
    rows.add(
        List.of(at.kind(), at.zone()),
        at.unit(),
        at.year(),
        l.areaKm2(),
        Cells.number(l.share()),
        l.patches(),
        Cells.number(l.meanConfidence()));
  }
}
