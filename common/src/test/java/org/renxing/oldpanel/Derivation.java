package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;

/** Evaluates expressions over the wide frame and gives the long one. */
final class Derivation {
  private Derivation() {}

  /** Adds to unit_id, year, unit_group: indicator_code, raw_value, missing_reason. */
  static Dataset<Row> raw(Dataset<Row> wide, Map<String, Expression> expressions) {
    boolean hasCauses = MissingCauses.has(wide, MissingCauses.COLUMN);
    List<Column> cells = new ArrayList<>();
    expressions.forEach(
        (code, expression) ->
            cells.add(
                struct(
                    lit(code).as("indicator_code"),
                    expression.value(WideBase::column).as("raw_value"),
                    reason(expression, hasCauses).as("missing_reason"))));
    return wide.select(
        col("unit_id"),
        col("year"),
        col("unit_group"),
        inline(array(cells.toArray(Column[]::new))));
  }

  private static Column reason(Expression expression, boolean hasCauses) {
    Column reason = expression.missingReason(WideBase::column);
    return hasCauses ? MissingCauses.better(reason) : reason;
  }

  /**
   * Derives from imputed base values: raw_value from the raw ones, value from the imputed ones. A
   * value is imputed where that changed it, by the least founded method among its inputs.
   *
   * @param hasCauses whether an adjustment may have made base values missing
   */
  static Dataset<Row> ofImputed(
      Dataset<Row> base, Map<String, Expression> expressions, boolean hasCauses) {
    Set<String> codes = new LinkedHashSet<>();
    expressions.values().forEach(e -> codes.addAll(e.inputs()));
    List<Column> pivot = new ArrayList<>();
    for (String code : codes) {
      Column here = col("indicator_code").equalTo(code);
      pivot.add(max(when(here, col("raw_value"))).as("base_" + code));
      pivot.add(max(when(here, col("value"))).as("imputed_" + code));
      pivot.add(max(when(here, col("method_order"))).as("method_" + code));
      Column from = concat(lit(code + ": "), col("imputed_from"));
      pivot.add(max(when(here, from)).as("from_" + code));
    }
    if (hasCauses) {
      Column isOwn = col("missing_reason").startsWith(Expression.MISSING_INPUT);
      Column better = when(not(isOwn), col("missing_reason"));
      pivot.add(MissingCauses.collected(col("indicator_code"), better));
    }
    Dataset<Row> wide =
        base.groupBy("unit_id", "year")
            .agg(first(col("unit_exclusion")).as("unit_exclusion"), pivot.toArray(Column[]::new));
    List<Column> cells = new ArrayList<>();
    expressions.forEach((code, expression) -> cells.add(cell(code, expression, hasCauses)));
    return wide.select(
        col("unit_id"),
        col("year"),
        col("unit_exclusion"),
        inline(array(cells.toArray(Column[]::new))));
  }

  private static Column cell(String code, Expression expression, boolean hasCauses) {
    Column raw = expression.value(WideBase::column);
    Column value = expression.value(c -> col("`imputed_" + c + "`"));
    Column changed = raw.isNull().or(raw.notEqual(value));
    return struct(
        lit(code).as("indicator_code"),
        raw.as("raw_value"),
        reason(expression, hasCauses).as("missing_reason"),
        value.as("value"),
        when(value.isNotNull().and(changed), methods(expression)).as("method_order"),
        when(value.isNotNull().and(changed), origins(expression)).as("imputed_from"));
  }

  private static Column origins(Expression expression) {
    return concat_ws(
        "; ",
        expression.inputs().stream().map(c -> col("`from_" + c + "`")).toArray(Column[]::new));
  }

  private static Column methods(Expression expression) {
    List<Column> all = new ArrayList<>();
    all.add(lit(null).cast("int"));
    all.add(lit(null).cast("int"));
    expression.inputs().forEach(c -> all.add(col("`method_" + c + "`")));
    return greatest(all.toArray(Column[]::new));
  }
}
