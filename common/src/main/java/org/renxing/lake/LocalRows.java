package org.renxing.lake;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.TableSpec;

/**
 * Rows that are few enough to be held in this JVM. Their values are String, Integer, Long, Double,
 * Boolean, byte[], Timestamp, String[] and Map, as the columns of the specification say.
 *
 * @param rows in the columns of the specification
 */
record LocalRows(TableSpec spec, List<Row> rows) {
  /** The most rows of one write that are held here; more stay with Spark. */
  static final int MOST = 500_000;

  LocalRows {
    rows = List.copyOf(rows);
  }

  /** Rows of one partition; none where they were too many. */
  private record Share(InternalRow[] rows, boolean isCut) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The rows of a plan, by one job that returns them as Spark holds them: no code is generated to
   * turn them into objects.
   *
   * @param rows in the columns of the specification
   * @return empty where they are more than {@code most}, or one partition has more than twice its
   *     share of that
   */
  static Optional<LocalRows> of(TableSpec spec, Dataset<Row> rows, int most) {
    JavaRDD<InternalRow> made =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd().toJavaRDD();
    int partitions = Math.max(1, made.getNumPartitions());
    int share = partitions == 1 ? most : Math.max(1, 2 * (most / partitions));
    List<InternalRow> all = new ArrayList<>();
    for (Share part :
        made.mapPartitions(part -> List.of(share(part, share)).iterator()).collect()) {
      if (part.isCut() || all.size() + part.rows().length > most) {
        return Optional.empty();
      }
      all.addAll(List.of(part.rows()));
    }
    StructType schema = rows.schema();
    return Optional.of(new LocalRows(spec, all.stream().map(row -> row(row, schema)).toList()));
  }

  private static Share share(Iterator<InternalRow> rows, int most) {
    List<InternalRow> out = new ArrayList<>();
    while (rows.hasNext()) {
      if (out.size() == most) {
        return new Share(new InternalRow[0], true);
      }
      out.add(rows.next().copy());
    }
    return new Share(out.toArray(InternalRow[]::new), false);
  }

  private static Row row(InternalRow row, StructType schema) {
    Object[] out = new Object[schema.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = row.isNullAt(i) ? null : value(row, i, schema.fields()[i].dataType());
    }
    return RowFactory.create(out);
  }

  private static Object value(InternalRow row, int i, DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return row.getUTF8String(i).toString();
    } else if (type.equals(DataTypes.DoubleType)) {
      return row.getDouble(i);
    } else if (type.equals(DataTypes.IntegerType)) {
      return row.getInt(i);
    } else if (type.equals(DataTypes.LongType)) {
      return row.getLong(i);
    } else if (type.equals(DataTypes.BooleanType)) {
      return row.getBoolean(i);
    } else if (type.equals(DataTypes.BinaryType)) {
      return row.getBinary(i);
    } else if (type.equals(DataTypes.TimestampType)) {
      return timestamp(row.getLong(i));
    } else if (type instanceof org.apache.spark.sql.types.ArrayType) {
      return strings(row.getArray(i));
    }
    MapData map = row.getMap(i);
    return entries(strings(map.keyArray()), strings(map.valueArray()));
  }

  /** A time, from microseconds since 1970. */
  static Timestamp timestamp(long microseconds) {
    return Timestamp.from(Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS));
  }

  private static String[] strings(ArrayData array) {
    String[] out = new String[array.numElements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = array.isNullAt(i) ? null : array.getUTF8String(i).toString();
    }
    return out;
  }

  /** A map in the order of its keys as they are given. */
  static Map<String, String> entries(String[] keys, String[] values) {
    Map<String, String> out = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      out.put(keys[i], values[i]);
    }
    return out;
  }

  /** How many. */
  int size() {
    return rows.size();
  }

  /** The place of a column; -1 where there is none. */
  int place(String column) {
    return spec.columnNames().indexOf(column);
  }

  /** The rows by the text of a column, in the order in which they come. */
  Map<String, LocalRows> by(String column) {
    int place = place(column);
    Map<String, List<Row>> out = new LinkedHashMap<>();
    rows.forEach(r -> out.computeIfAbsent(r.getString(place), k -> new ArrayList<>()).add(r));
    Map<String, LocalRows> parts = new LinkedHashMap<>();
    out.forEach((key, own) -> parts.put(key, new LocalRows(spec, own)));
    return parts;
  }
}
