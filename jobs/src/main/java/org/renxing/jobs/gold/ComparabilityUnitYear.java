package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/**
 * gold.comparability_unit_year: how far the figures of a unit and year can be compared with those
 * of other years (methods: panel).
 */
public final class ComparabilityUnitYear implements PlannedTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("comparability_unit_year");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(TABLE.name(), "One row a unit and year of the scenario's panel")
            .required(
                "has_boundary_break",
                Type.BOOLEAN,
                "",
                "Whether the unit's territory differs from that of the year before; stays true"
                    + " where boundaries are merged, since not every figure adds up")
            .optional(
                "boundary_event",
                Type.STRING,
                "",
                "What moved, as kind:from>to, several separated by semicolons; null = nothing. See"
                    + " silver.unit_lineage")
            .required(
                "n_merged",
                Type.LONG,
                "indicators",
                "Indicators with totals of units that passed over later added (boundaries ="
                    + " merged)")
            .required("share_imputed", Type.DOUBLE, "0-1", "Share of indicators that were imputed")
            .required("n_suspect", Type.LONG, "indicators", "Indicators that carry a mark of doubt")
            .required(
                "flag",
                Type.STRING,
                "",
                "BOUNDARY_BREAK, BOUNDARY_MERGED, IMPUTED, SUSPECT, separated by commas; empty ="
                    + " none")
            .check("the share is from 0 to 1", "share_imputed BETWEEN 0 AND 1"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndicatorValue.TABLE, UnitLineage.TABLE);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return of(inputs.read(IndicatorValue.TABLE, scenario.id()), inputs.read(UnitLineage.TABLE));
  }

  /** The rows from a scenario's indicator values and the lineage of all units. */
  static Dataset<Row> of(Dataset<Row> values, Dataset<Row> lineage) {
    Dataset<Row> cells =
        values
            .groupBy("unit_id", "unit_name", "year")
            .agg(
                avg(col("is_imputed").cast("int")).as("share_imputed"),
                count_if(col("is_suspect")).as("n_suspect"),
                count_if(coalesce(col("adjustment").contains("merged"), lit(false)))
                    .as("n_merged"));
    Column flags =
        concat_ws(
            ",",
            when(col("has_boundary_break"), "BOUNDARY_BREAK"),
            when(col("n_merged").gt(0), "BOUNDARY_MERGED"),
            when(col("share_imputed").gt(0), "IMPUTED"),
            when(col("n_suspect").gt(0), "SUSPECT"));
    return cells
        .join(broadcast(breaks(lineage)), Columns.named("unit_id", "year"), "left")
        .withColumn("has_boundary_break", col("boundary_event").isNotNull())
        .withColumn("flag", flags);
  }

  /** Each unit that gave or received territory, and the year: unit_id, year, boundary_event. */
  private static Dataset<Row> breaks(Dataset<Row> lineage) {
    Dataset<Row> events =
        lineage
            .where(UnitLineage.MOVES_TERRITORY)
            .withColumn(
                "event",
                concat_ws(
                    "",
                    col("kind"),
                    lit(":"),
                    when(col("from_unit_id").equalTo(""), "outside").otherwise(col("from_unit_id")),
                    lit(">"),
                    col("to_unit_id")));
    Dataset<Row> gave = events.select(col("from_unit_id").as("unit_id"), col("year"), col("event"));
    return events
        .select(col("to_unit_id").as("unit_id"), col("year"), col("event"))
        .unionByName(gave)
        .groupBy("unit_id", "year")
        .agg(array_join(array_sort(collect_set("event")), "; ").as("boundary_event"));
  }
}
