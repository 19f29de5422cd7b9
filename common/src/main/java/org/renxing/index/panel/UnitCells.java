package org.renxing.index.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.Groups;
import org.renxing.model.Scenario;
import org.renxing.panel.BaseCell;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.UnitBase;

/** Brings the base values of each unit together, by one shuffle. */
final class UnitCells {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "unit_id string, unit_group string, year int, indicator_code string, value double,"
              + " cause string");

  private UnitCells() {}

  /**
   * The observed cells of a grid, and one row a unit with its group and no indicator, by unit.
   *
   * @param observations as for {@link PanelBuilder#build}
   * @param units unit_id, unique, and the fallback group's column
   */
  static KeyValueGroupedDataset<String, Row> of(
      Scenario scenario, PanelGrid grid, Dataset<Row> observations, Dataset<Row> units) {
    boolean hasCauses = Set.of(observations.columns()).contains("cause");
    Dataset<Row> cells =
        observations
            .where(col("indicator_code").isin(grid.codes().toArray()))
            .where(col("year").isin(grid.years().toArray()))
            .select(
                col("unit_id"),
                lit("").as("unit_group"),
                col("year").cast("int").as("year"),
                col("indicator_code"),
                col("value").cast("double").as("value"),
                (hasCauses ? col("cause") : lit(null).cast("string")).as("cause"));
    Dataset<Row> marks =
        units.select(
            col("unit_id"),
            coalesce(group(scenario, units).cast("string"), lit("")).as("unit_group"),
            lit(null).cast("int").as("year"),
            lit(null).cast("string").as("indicator_code"),
            lit(null).cast("double").as("value"),
            lit(null).cast("string").as("cause"));
    return marks.union(cells).groupBy(col("unit_id")).as(Encoders.STRING(), Encoders.row(SCHEMA));
  }

  private static Column group(Scenario scenario, Dataset<Row> units) {
    String group = scenario.imputation().fallbackGroup();
    if (Groups.ALL.equals(group) || group.isBlank()) {
      return lit(Groups.ALL);
    }
    Groups.requireColumn(units, group, "missing.fallback-group");
    return col(group);
  }

  /** Packs the rows of a unit; empty for one that is not among the units. */
  static Optional<UnitBase> packed(PanelGrid grid, String unitId, Iterator<Row> rows) {
    Optional<String> group = Optional.empty();
    List<BaseCell> cells = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.isNullAt(3)) {
        group = Optional.of(row.getString(1));
      } else {
        double value = row.isNullAt(4) ? Double.NaN : row.getDouble(4);
        String cause = row.isNullAt(5) ? "" : row.getString(5);
        cells.add(new BaseCell(row.getInt(2), row.getString(3), value, "", cause, Set.of()));
      }
    }
    return group.map(g -> UnitBase.of(grid, unitId, g, cells));
  }
}
