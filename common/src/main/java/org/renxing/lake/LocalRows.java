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
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ColumnSpec;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableSpec;
import scala.Option;

/**
 * Rows that are few enough to be held in this JVM. Their values are String, Integer, Long, Double,
 * Boolean, byte[], Timestamp, String[] and Map, as the columns of the specification say.
 *
 * @param rows in the columns of the specification
 */
record LocalRows(TableSpec spec, List<Row> rows) {
  /**
   * The most rows of one table that are held here, of up to twelve columns; more stay with Spark.
   */
  static final int MOST = 500_000;

  private static final int COLUMNS = 12;

  /** How many rows of so many columns are held where {@code most} of few columns are. */
  static int most(int most, int columns) {
    return columns <= COLUMNS ? most : (int) ((long) most * COLUMNS / columns);
  }

  /** What values of each type are. */
  private static final Map<ColumnSpec.Type, Class<?>> CLASSES =
      Map.of(
          ColumnSpec.Type.STRING, String.class,
          ColumnSpec.Type.INT, Integer.class,
          ColumnSpec.Type.LONG, Long.class,
          ColumnSpec.Type.DOUBLE, Double.class,
          ColumnSpec.Type.BOOLEAN, Boolean.class,
          ColumnSpec.Type.BINARY, byte[].class,
          ColumnSpec.Type.TIMESTAMP, Timestamp.class,
          ColumnSpec.Type.STRINGS, String[].class,
          ColumnSpec.Type.STRING_MAP, Map.class);

  LocalRows {
    rows = List.copyOf(rows);
  }

  /**
   * Rows that a kernel has made, with {@code run_id} filled in.
   *
   * @throws RenxingException INTERNAL where a column is missing, or a value is of another type
   */
  static LocalRows of(TableSpec spec, TableRows.Held held, String runId) {
    List<String> there = List.of(held.schema().fieldNames());
    List<ColumnSpec> columns = spec.columns();
    int[] places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          TableShape.isStamp(spec, columns.get(i)) ? -1 : there.indexOf(columns.get(i).name());
      if (places[i] < 0 && !TableShape.isStamp(spec, columns.get(i))) {
        throw new RenxingException(
            ErrorCode.INTERNAL, spec.name() + ": rows have no column " + columns.get(i).name());
      }
    }
    List<Row> out = new ArrayList<>(held.rows().size());
    for (Row row : held.rows()) {
      Object[] values = new Object[places.length];
      for (int i = 0; i < places.length; i++) {
        values[i] = places[i] < 0 ? runId : row.get(places[i]);
        if (values[i] != null && !CLASSES.get(columns.get(i).type()).isInstance(values[i])) {
          throw new RenxingException(
              ErrorCode.INTERNAL,
              spec.name() + ", " + columns.get(i).name() + ": a " + values[i].getClass());
        }
      }
      out.add(RowFactory.create(values));
    }
    return new LocalRows(spec, out);
  }

  /** All rows of several parts. */
  static LocalRows union(TableSpec spec, Iterable<LocalRows> parts) {
    List<Row> out = new ArrayList<>();
    parts.forEach(part -> out.addAll(part.rows()));
    return new LocalRows(spec, out);
  }

  /** Rows of one partition; none where they were too many. */
  private record Share(ArrayList<InternalRow> rows, boolean isCut) implements Serializable {
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
    QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    JavaRDD<InternalRow> made = query.toRdd().toJavaRDD();
    int partitions = Math.max(1, made.getNumPartitions());
    int share = partitions == 1 ? most : Math.max(1, 2 * (most / partitions));
    // as a query of its own, or what observes the rows would wait for ever
    List<Share> shares =
        SQLExecution.withNewExecutionId(
            query,
            Option.apply("hold"),
            () -> made.mapPartitions(part -> List.of(share(part, share)).iterator()).collect());
    List<InternalRow> all = new ArrayList<>();
    for (Share part : shares) {
      if (part.isCut() || all.size() + part.rows().size() > most) {
        return Optional.empty();
      }
      all.addAll(part.rows());
    }
    StructType schema = rows.schema();
    return Optional.of(new LocalRows(spec, all.stream().map(row -> row(row, schema)).toList()));
  }

  private static Share share(Iterator<InternalRow> rows, int most) {
    ArrayList<InternalRow> out = new ArrayList<>();
    while (rows.hasNext()) {
      if (out.size() == most) {
        return new Share(new ArrayList<>(), true);
      }
      out.add(rows.next().copy());
    }
    return new Share(out, false);
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
