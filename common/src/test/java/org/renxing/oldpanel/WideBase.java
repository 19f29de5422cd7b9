package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.column.Finite;
import org.renxing.index.Expression;
import org.renxing.index.Groups;
import org.renxing.model.Scenario;
import org.renxing.model.YearRange;

/**
 * The grid of units and years, one column a base indicator: unit_id, year, unit_group, base_CODE;
 * with {@link MissingCauses#COLUMN} where the observations have {@code cause}.
 */
final class WideBase {
  private static final String CAUSE = "cause";

  private final Scenario scenario;

  WideBase(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The column of a base indicator; the prefix keeps codes apart from keys. */
  static Column column(String code) {
    return col("`base_" + code + "`");
  }

  /** The frame, partitioned by unit_id: grid and observations are stacked, shuffled and pivoted. */
  Dataset<Row> of(Dataset<Row> observations, Dataset<Row> units, Set<String> codes) {
    boolean hasCauses = MissingCauses.has(observations, CAUSE);
    Dataset<Row> stacked = grid(units).unionByName(known(observations, codes), true);
    Column known =
        when(col("indicator_code").isNotNull(), struct(col("indicator_code"), col("value")));
    List<Column> columns = new ArrayList<>(List.of(col("unit_id"), col("year"), col("unit_group")));
    for (String code : codes) {
      columns.add(element_at(col("known"), lit(code)).as("base_" + code));
    }
    List<Column> cells = new ArrayList<>();
    cells.add(max(col("unit_group")).as("unit_group"));
    cells.add(map_from_entries(collect_list(known)).as("known"));
    if (hasCauses) {
      Column reason = concat(col(CAUSE), lit(":"), col("indicator_code"));
      cells.add(MissingCauses.collected(col("indicator_code"), reason));
      columns.add(col(MissingCauses.COLUMN));
    }
    return stacked
        .repartition(col("unit_id"))
        .groupBy("unit_id", "year")
        .agg(max(col("is_grid")).as("is_grid"), cells.toArray(Column[]::new))
        .where(col("is_grid"))
        .select(columns.toArray(Column[]::new));
  }

  /** Only units for which the filter holds in any year. */
  static Dataset<Row> membersOnly(Dataset<Row> wide, Expression filter) {
    Column holds = filter.holds(WideBase::column);
    return wide.withColumn("is_member", max(holds).over(Window.partitionBy("unit_id")))
        .where(col("is_member"))
        .drop("is_member");
  }

  private Dataset<Row> grid(Dataset<Row> units) {
    String group = scenario.imputation().fallbackGroup();
    boolean isWhole = Groups.ALL.equals(group) || group.isBlank();
    if (!isWhole) {
      Groups.requireColumn(units, group, "missing.fallback-group");
    }
    Column value = isWhole ? lit(Groups.ALL) : col(group);
    return units
        .select(col("unit_id"), value.cast("string").as("unit_group"), explode(years()).as("year"))
        .withColumn("is_grid", lit(true))
        .withColumn("indicator_code", lit(null).cast("string"))
        .withColumn("value", lit(null).cast("double"));
  }

  private Column years() {
    YearRange years = scenario.years();
    return sequence(lit(years.first()), lit(years.last()), lit(years.step()));
  }

  private Dataset<Row> known(Dataset<Row> observations, Set<String> codes) {
    Dataset<Row> known =
        observations
            .where(col("indicator_code").isin(codes.toArray()))
            .where(col("year").isin(scenario.years().years().toArray()));
    List<Column> columns = new ArrayList<>();
    columns.add(col("unit_id"));
    columns.add(lit(null).cast("string").as("unit_group"));
    columns.add(col("year").cast("int").as("year"));
    columns.add(lit(false).as("is_grid"));
    columns.add(col("indicator_code"));
    columns.add(Finite.orNull(col("value").cast("double")).as("value"));
    if (MissingCauses.has(observations, CAUSE)) {
      columns.add(col(CAUSE));
    }
    return known.select(columns.toArray(Column[]::new));
  }
}
