package org.renxing.jobs.gold.remote;

import java.util.List;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.jobs.silver.remote.StreetViewPoint;
import org.renxing.land.DisorderScores;
import org.renxing.land.ZoneYear;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableSpec;

/** Disorder of streets by dimension. */
public final class DisorderUnitYear extends RemoteTable<DisorderScores.Figure> {
  public DisorderUnitYear(RemoteAggregates aggregates) {
    super(
        aggregates,
        "disorder of streets",
        aggregates.has(Group.STREET) ? List.of(StreetViewPoint.TABLE) : List.of(),
        aggregates::disorder);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "disorder_unit_year", "One row a dimension of disorder, zone, unit and year")
            .key(
                "dimension",
                Type.STRING,
                "building, shop_front, greening, road, infrastructure; all = mean of these")
            .with(RemoteTable::zoneYear)
            .optional("score", Type.DOUBLE, "0-1", "Mean score, 1 = most disorder; null for none")
            .required("n", Type.LONG, "points", "Points that have the score")
            .required("coverage", Type.DOUBLE, "0-1", "Their share of all points");
    return GoldTable.end(shape);
  }

  @Override
  void add(UnitRows rows, DisorderScores.Figure d) {
    ZoneYear at = d.about();
    rows.add(
        List.of(at.kind(), at.zone()),
        at.unit(),
        at.year(),
        Cells.number(d.score()),
        d.scored(),
        d.coverage());
  }
}
