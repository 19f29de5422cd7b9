package org.renxing.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;
import org.renxing.model.ColumnSpec;
import org.renxing.model.RowCondition;
import org.renxing.model.TableSpec;

/**
 * Counts, hashes and checks rows that are held here; {@link RowWatch} does the same to rows that
 * Spark writes, with the same results.
 */
final class RowAudit {
  /** What Spark starts each hash with. */
  private static final long SEED = 42;

  private static final ObjectMapper JSON = new ObjectMapper();
  private final LocalRows rows;
  private final TableSpec spec;

  RowAudit(LocalRows rows) {
    this.rows = rows;
    this.spec = rows.spec();
  }

  /** The part that these rows are. */
  TableState.Part part(String fingerprint, String runId) {
    return new TableState.Part(fingerprint, hash(), rows.size(), runId, violations());
  }

  /** The hash of {@link RowWatch#hash}. */
  String hash() {
    List<ColumnSpec> columns = spec.columns();
    BigInteger sum = BigInteger.ZERO;
    for (Row row : rows.rows()) {
      long hash = SEED;
      long nulls = 0;
      long bit = 1;
      for (int i = 0; i < columns.size(); i++) {
        if (RowWatch.LEFT_OUT.contains(columns.get(i).name())) {
          continue;
        }
        if (row.isNullAt(i)) {
          nulls += bit;
          // Spark joins the texts of no list to the empty text
          boolean isList = columns.get(i).type() == ColumnSpec.Type.STRINGS;
          hash = isList ? hashed("", hash) : hash;
        } else {
          hash = hashed(row.get(i), columns.get(i).type(), hash);
        }
        bit <<= 1;
      }
      sum = sum.add(BigInteger.valueOf(XXH64.hashLong(nulls, hash)));
    }
    return Fingerprint.of(rows.size() + ":" + sum);
  }

  /** Which checks rows break, and how many rows do. */
  SortedMap<String, Long> violations() {
    SortedMap<String, Long> out = new TreeMap<>();
    conditions()
        .forEach(
            (name, condition) -> {
              long broken = rows.rows().stream().filter(row -> !condition.isMet(row)).count();
              if (broken > 0) {
                out.put(name, broken);
              }
            });
    long repeated = repeated();
    if (repeated > 0) {
      out.put(TableSpec.UNIQUE_KEY, repeated);
    }
    return out;
  }

  /** A condition on one row. */
  private interface Condition {
    boolean isMet(Row row);
  }

  private Map<String, Condition> conditions() {
    Map<String, Condition> out = new LinkedHashMap<>();
    Map<String, Integer> places = new TreeMap<>();
    List<ColumnSpec> columns = spec.columns();
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      ColumnSpec column = columns.get(i);
      places.put(column.name(), i);
      if (column.isRequired()) {
        out.put(TableSpec.given(column), row -> !row.isNullAt(place));
      }
      if (column.type() == ColumnSpec.Type.DOUBLE) {
        out.put(
            TableSpec.finite(column),
            row -> row.isNullAt(place) || Double.isFinite(row.getDouble(place)));
      }
    }
    for (TableSpec.RowCheck check : spec.checks()) {
      RowCondition condition = RowCondition.parse(check.sql());
      out.put(check.name(), row -> condition.of(name -> row.get(places.get(name))).orElse(true));
    }
    return out;
  }

  /** How many rows repeat the key of another. */
  private long repeated() {
    if (spec.keys().isEmpty()) {
      return 0;
    }
    int[] places = spec.keys().stream().mapToInt(rows::place).toArray();
    long distinct =
        rows.rows().stream()
            .map(row -> Arrays.stream(places).mapToObj(row::get).collect(Collectors.toList()))
            .distinct()
            .count();
    return rows.size() - distinct;
  }

  private static long hashed(Object value, ColumnSpec.Type type, long seed) {
    return switch (type) {
      case STRING -> hashed((String) value, seed);
      case INT -> XXH64.hashInt((Integer) value, seed);
      case LONG -> XXH64.hashLong((Long) value, seed);
      case DOUBLE -> XXH64.hashLong(Double.doubleToLongBits(rounded((Double) value)), seed);
      case BOOLEAN -> XXH64.hashInt((Boolean) value ? 1 : 0, seed);
      case BINARY -> {
        byte[] bytes = (byte[]) value;
        yield XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, seed);
      }
      case TIMESTAMP -> XXH64.hashLong(microseconds((Timestamp) value), seed);
      case STRINGS ->
          hashed(
              Arrays.stream((String[]) value)
                  .filter(Objects::nonNull)
                  .collect(Collectors.joining("\u0001")),
              seed);
      case STRING_MAP -> hashed(json(value), seed);
    };
  }

  private static long hashed(String text, long seed) {
    return XXH64.hashUTF8String(UTF8String.fromString(text), seed);
  }

  static long microseconds(Timestamp timestamp) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, timestamp.toInstant());
  }

  private static String json(Object map) {
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is plain data", e);
    }
  }

  /** Veltkamp's split, as {@link RowWatch} has it. */
  private static double rounded(double x) {
    if (!(Math.abs(x) < RowWatch.LARGE)) {
      return x;
    }
    double spread = x * RowWatch.SPLIT;
    return spread - (spread - x) + 0.0;
  }
}
