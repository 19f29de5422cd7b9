package org.renxing.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.renxing.column.SignificantDigits;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;

/**
 * Counts, hashes and checks rows while they are written, without a pass of their own.
 *
 * <p>The hash is the sum of the rows' 64-bit hashes, so it is blind to order and partitioning;
 * doubles enter by ten significant digits; the columns {@code run_id} and {@code ingested_at} stay
 * out. A check counts the rows that break it.
 */
final class RowWatch {
  private static final int DIGITS = 10;
  private static final List<String> LEFT_OUT = List.of("run_id", "ingested_at");
  private final Observation observation = new Observation();
  private final Map<String, Column> checks;

  RowWatch(TableSpec spec) {
    this.checks = violationCounts(spec);
  }

  /** The same rows, watched. */
  Dataset<Row> watch(Dataset<Row> rows) {
    List<Column> measures = new ArrayList<>();
    measures.add(coalesce(sum(hashOf(rows)), lit(BigDecimal.ZERO)).as("hash"));
    int number = 0;
    for (Column violations : checks.values()) {
      measures.add(violations.as("check" + number++));
    }
    return rows.observe(observation, count(lit(1)).as("rows"), measures.toArray(Column[]::new));
  }

  /** How many rows were written; waits for the write. */
  long rows() {
    return number("rows");
  }

  /** The hash of what was written; waits for the write. */
  String hash() {
    return Fingerprint.of(rows() + ":" + metrics().get("hash"));
  }

  /** Rows that break each check, where any do; waits for the write. */
  SortedMap<String, Long> violations() {
    SortedMap<String, Long> out = new TreeMap<>();
    int number = 0;
    for (String check : checks.keySet()) {
      long broken = number("check" + number++);
      if (broken > 0) {
        out.put(check, broken);
      }
    }
    return out;
  }

  private static Map<String, Column> violationCounts(TableSpec spec) {
    Map<String, Column> out = new LinkedHashMap<>();
    spec.conditions()
        .forEach((name, sql) -> out.put(name, count_if(not(coalesce(expr(sql), lit(true))))));
    return out;
  }

  private long number(String metric) {
    return ((Number) metrics().get(metric)).longValue();
  }

  private Map<String, Object> metrics() {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenxingException(ErrorCode.INTERNAL, "the run was interrupted", e);
    }
  }

  private static Column hashOf(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    Column nulls = lit(0L);
    long bit = 1;
    for (StructField field : rows.schema().fields()) {
      if (LEFT_OUT.contains(field.name())) {
        continue;
      }
      columns.add(comparable(field));
      if (field.nullable()) { // hashes pass over nulls, so which columns are null enters as bits
        nulls = nulls.plus(when(column(field).isNull(), lit(bit)).otherwise(lit(0L)));
        bit <<= 1;
      }
    }
    columns.add(nulls);
    return xxhash64(columns.toArray(Column[]::new)).cast(DataTypes.createDecimalType(20, 0));
  }

  private static Column comparable(StructField field) {
    if (field.dataType().equals(DataTypes.DoubleType)) {
      return SignificantDigits.round(column(field), DIGITS);
    }
    if (field.dataType() instanceof MapType) {
      return to_json(column(field));
    }
    if (field.dataType() instanceof ArrayType) {
      return concat_ws("\u0001", column(field));
    }
    return column(field);
  }

  private static Column column(StructField field) {
    return col("`" + field.name() + "`");
  }
}
