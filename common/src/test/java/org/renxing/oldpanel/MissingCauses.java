package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;

/**
 * Carries, beside base values, why an adjustment made some of them missing, so that a derived value
 * can say NO_DEFLATOR:gdp where it would say MISSING_INPUT:gdp.
 */
final class MissingCauses {
  /** A map of one unit-year: from the reason that an expression gives to the one that holds. */
  static final String COLUMN = "causes";

  private MissingCauses() {}

  /** Whether a frame has a column. */
  static boolean has(Dataset<Row> frame, String column) {
    return Arrays.asList(frame.columns()).contains(column);
  }

  /** The map, as an aggregate over rows of one base indicator each; a null reason is left out. */
  static Column collected(Column code, Column reason) {
    Column entry = struct(concat(lit(Expression.MISSING_INPUT), code), reason);
    return map_from_entries(collect_list(when(reason.isNotNull(), entry))).as(COLUMN);
  }

  /** The reason that holds, in a frame with the map. */
  static Column better(Column reason) {
    return coalesce(element_at(col(COLUMN), reason), reason);
  }
}
