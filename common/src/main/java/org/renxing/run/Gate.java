package org.renxing.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;

/**
 * Stops a run at a table whose rows break its checks. They were counted while the rows were
 * written; only a failure costs another look, to name the first offenders.
 */
final class Gate {
  private static final int SHOWN = 3;

  private Gate() {}

  static void pass(TableTask task, TableState state, Inputs inputs) {
    List<String> problems = new ArrayList<>();
    state
        .parts()
        .forEach(
            (part, written) ->
                written
                    .violations()
                    .forEach(
                        (check, n) -> problems.add(problem(task.spec(), part, check, n, inputs))));
    if (!problems.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, String.join("\n", problems) + task.explain(inputs));
    }
  }

  private static String problem(
      TableSpec spec, String part, String check, long broken, Inputs inputs) {
    List<String> offenders = new ArrayList<>();
    Dataset<Row> rows = inputs.read(spec.name());
    Dataset<Row> bad =
        check.equals(TableSpec.UNIQUE_KEY)
            ? rows.groupBy(keys(spec)).agg(count(lit(1)).as("rows")).where("rows > 1")
            : rows.where(not(coalesce(expr(spec.conditions().get(check)), lit(true))));
    for (Row row : bad.limit(SHOWN).collectAsList()) {
      offenders.add(describe(row));
    }
    return spec.name()
        + (part.equals(TableState.WHOLE) ? "" : ", scenario " + part)
        + ": "
        + broken
        + (broken == 1 ? " row breaks" : " rows break")
        + " the check '"
        + check
        + "': "
        + String.join("; ", offenders);
  }

  private static Column[] keys(TableSpec spec) {
    return spec.keys().stream().map(k -> col(k)).toArray(Column[]::new);
  }

  private static String describe(Row row) {
    List<String> cells = new ArrayList<>();
    for (String column : row.schema().fieldNames()) {
      Object value = row.getAs(column);
      if (value != null && !column.equals("run_id")) {
        cells.add(column + "=" + value);
      }
    }
    return String.join(", ", cells);
  }
}
