package org.renxing.lake;

import static org.apache.spark.sql.functions.abs;
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
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;

/**
 * Counts, hashes and checks rows while they are written, without a pass of their own.
 *
 * <p>The hash is the sum of the rows' 64-bit hashes, so it is blind to order and partitioning;
 * doubles enter by their first 34 bits, a little over ten decimal digits; the columns {@code
 * run_id} and {@code ingested_at} stay out.
 */
final class RowWatch {
  static final List<String> LEFT_OUT = List.of("run_id", "ingested_at");

  /** 2^19 + 1: takes a double of 53 bits to its first 34. */
  static final double SPLIT = 524_289;

  static final double LARGE = 1e300;
  private final Observation observation = new Observation();
  private final TableSpec spec;

  RowWatch(TableSpec spec) {
    this.spec = spec;
  }

  /** The same rows, watched. */
  Dataset<Row> watch(Dataset<Row> rows) {
    Column sound =
        spec.conditions().values().stream()
            .map(sql -> coalesce(expr(sql), lit(true)))
            .reduce(Column::and)
            .orElse(lit(true));
    Column key = xxhash64(spec.keys().stream().map(k -> col(k)).toArray(Column[]::new));
    Column repeated =
        spec.keys().isEmpty() ? sum(lit(0L)) : udaf(new KeyWatch(), Encoders.LONG()).apply(key);
    return rows.observe(
        observation,
        count(lit(1)).as("rows"),
        coalesce(sum(hashOf(rows)), lit(BigDecimal.ZERO)).as("hash"),
        count_if(not(sound)).as("broken"),
        repeated.as("repeated"));
  }

  /** How many rows were written; waits for the write. */
  long rows() {
    return number("rows");
  }

  /** The hash of what was written; waits for the write. */
  String hash() {
    return Fingerprint.of(rows() + ":" + metrics().get("hash"));
  }

  /** How many rows break a condition of the table; waits for the write. */
  long broken() {
    return number("broken");
  }

  /** How many rows repeat a key, or {@link KeyWatch#UNKNOWN}; waits for the write. */
  long repeated() {
    return metrics().get("repeated") == null ? 0 : number("repeated");
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
      // hashes pass over nulls, so which columns are null enters as bits
      nulls = nulls.plus(when(column(field).isNull(), lit(bit)).otherwise(lit(0L)));
      bit <<= 1;
    }
    columns.add(nulls);
    return xxhash64(columns.toArray(Column[]::new)).cast(DataTypes.createDecimalType(20, 0));
  }

  private static Column comparable(StructField field) {
    Column x = column(field);
    if (field.dataType().equals(DataTypes.DoubleType)) {
      return rounded(x);
    }
    if (field.dataType() instanceof MapType) {
      return to_json(x);
    }
    return field.dataType() instanceof ArrayType ? concat_ws("\u0001", x) : x;
  }

  /** Veltkamp's split: rounds to the leading bits in three operations; adding 0 turns -0 to 0. */
  private static Column rounded(Column x) {
    Column spread = x.multiply(SPLIT);
    return when(abs(x).lt(LARGE), spread.minus(spread.minus(x)).plus(0.0)).otherwise(x);
  }

  private static Column column(StructField field) {
    return col("`" + field.name() + "`");
  }
}
