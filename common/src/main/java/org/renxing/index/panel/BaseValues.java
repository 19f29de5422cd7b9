package org.renxing.index.panel;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.Adjustment;
import org.renxing.model.Scenario;
import org.renxing.panel.ConstantPrices;
import org.renxing.panel.Merge;
import org.renxing.panel.MergedBoundaries;
import org.renxing.panel.UnitBase;

/**
 * Base values as a scenario wants them: boundaries first, then prices (methods: panel), by {@link
 * MergedBoundaries} and {@link ConstantPrices}.
 *
 * <p>Columns: unit_id, year, indicator_code, value, source_id (several separated by commas),
 * is_corrected, is_doubtful, cause (why value is null where the adjustment made it so; else null),
 * is_merged, is_deflated.
 */
public final class BaseValues {
  private static final String PROVINCE = "province_code";
  private static final StructType NEEDS = StructType.fromDDL("`needed` string, `by` string");

  private BaseValues() {}

  /**
   * The adjusted values, lazily; the observations with their columns alone where nothing is
   * adjusted.
   *
   * @param observations unit_id, year, indicator_code, value, source_id, is_corrected, is_doubtful;
   *     one row a cell, of all units and years, since units that passed over and years of prices
   *     may lie outside the scenario
   * @param units unit_id and, where provinces may stand in for units, province_code
   * @param lineage year, kind, from_unit_id, to_unit_id, is_whole
   */
  public static Dataset<Row> of(
      Scenario scenario, Dataset<Row> observations, Dataset<Row> units, Dataset<Row> lineage) {
    Adjustment adjustment = scenario.adjustment();
    if (adjustment.isNone()) {
      return observations;
    }
    Dataset<Row> values = BaseRows.untouched(observations);
    Dataset<Row> merged =
        adjustment.boundaries() == Adjustment.Boundaries.MERGED
            ? merged(values, merges(lineage, scenario.years().last()), adjustment.additive())
            : values;
    return adjustment
        .prices()
        .map(prices -> deflated(merged, units, new ConstantPrices(prices, adjustment)))
        .orElse(merged);
  }

  /**
   * The merges of a table of lineage, the indirect ones too. The table is small and read on the
   * driver.
   *
   * @param lineage year, kind, from_unit_id, to_unit_id, is_whole
   * @param lastYear merges after it are left out: until then both units stand beside each other
   */
  public static List<Merge> merges(Dataset<Row> lineage, int lastYear) {
    Column isMerge = col("kind").equalTo(Merge.KIND).and(col("is_whole"));
    return Merge.closure(
        lineage
            .where(isMerge.and(col("year").leq(lastYear)))
            .select("from_unit_id", "to_unit_id", "year")
            .collectAsList()
            .stream()
            .map(row -> new Merge(row.getString(0), row.getString(1), row.getInt(2)))
            .toList());
  }

  /** The additive values of successors are gathered with those of the units that passed over. */
  private static Dataset<Row> merged(
      Dataset<Row> values, List<Merge> merges, List<String> additive) {
    if (merges.isEmpty() || additive.isEmpty()) {
      return values;
    }
    MergedBoundaries boundaries = new MergedBoundaries(merges, additive);
    List<Row> needs = new ArrayList<>();
    for (String successor : boundaries.successors()) {
      needs.add(RowFactory.create(successor, successor));
      boundaries
          .predecessors(successor)
          .forEach(unit -> needs.add(RowFactory.create(unit, successor)));
    }
    Column isAdditive = col("indicator_code").isin(additive.toArray());
    Column isSuccessor = col("unit_id").isin(boundaries.successors().toArray());
    Dataset<Row> table = values.sparkSession().createDataFrame(needs, NEEDS);
    Dataset<Row> gathered =
        values.where(isAdditive).join(broadcast(table), col("unit_id").equalTo(col("needed")));
    FlatMapGroupsFunction<String, Row, Row> kernel =
        (successor, rows) -> {
          BaseRows group = new BaseRows(rows);
          return group.rows(boundaries.of(group.grid(), group.unit(successor), group.units()));
        };
    return values
        .where(not(isAdditive.and(isSuccessor)))
        .union(BaseRows.by(col("by"), gathered).flatMapGroups(kernel, BaseRows.ENCODER));
  }

  /** The values of each unit are gathered with the levels of prices of its province. */
  private static Dataset<Row> deflated(
      Dataset<Row> values, Dataset<Row> units, ConstantPrices prices) {
    Dataset<Row> own = values.withColumn("by", col("unit_id"));
    Dataset<Row> gathered = own;
    if (Set.of(units.columns()).contains(PROVINCE)) {
      Dataset<Row> provinces =
          units
              .where(not(col("unit_id").equalTo(col(PROVINCE))))
              .select(col("unit_id").as("by"), col(PROVINCE));
      gathered =
          own.union(
              values
                  .where(col("indicator_code").equalTo(prices.deflator()))
                  .join(broadcast(provinces), col("unit_id").equalTo(col(PROVINCE)))
                  .drop(PROVINCE));
    }
    FlatMapGroupsFunction<String, Row, Row> kernel =
        (unit, rows) -> {
          BaseRows group = new BaseRows(rows);
          Optional<UnitBase> province =
              group.units().values().stream().filter(u -> !u.unitId().equals(unit)).findFirst();
          return group.rows(prices.of(group.grid(), group.unit(unit), province));
        };
    return BaseRows.by(col("by"), gathered).flatMapGroups(kernel, BaseRows.ENCODER);
  }
}
