package org.renxing.jobs.sql;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Values of an answer in one form, whichever engine gave it: null, String, Boolean, a Number,
 * byte[], Instant, LocalDateTime, LocalDate, a List, or a Map of a map or a structure; what is of
 * no such type is its text.
 */
final class Values {
  private Values() {}

  /** A row of Spark. */
  static List<Object> ofSpark(Row row) {
    Object[] out = new Object[row.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = spark(row.get(i));
    }
    return Arrays.asList(out);
  }

  private static Object spark(Object value) {
    if (value instanceof Row row) {
      Map<Object, Object> out = new LinkedHashMap<>();
      List<Object> fields = ofSpark(row);
      for (int i = 0; i < fields.size(); i++) {
        out.put(row.schema().fieldNames()[i], fields.get(i));
      }
      return out;
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      CollectionConverters.asJava(map).forEach((k, v) -> out.put(spark(k), spark(v)));
      return out;
    }
    if (value instanceof scala.collection.Seq<?> several) {
      List<Object> out = new ArrayList<>();
      CollectionConverters.asJava(several).forEach(v -> out.add(spark(v)));
      return out;
    }
    return plain(value);
  }

  /** A value of a result of JDBC, as DuckDB gives it. */
  static Object ofJdbc(Object value) throws SQLException {
    if (value instanceof Array array) {
      List<Object> out = new ArrayList<>();
      for (Object v : (Object[]) array.getArray()) {
        out.add(ofJdbc(v));
      }
      return out;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.put(ofJdbc(entry.getKey()), ofJdbc(entry.getValue()));
      }
      return out;
    }
    if (value instanceof org.duckdb.DuckDBStruct struct) {
      return ofJdbc(struct.getMap());
    }
    if (value instanceof Struct other) {
      return ofJdbc(Arrays.asList(other.getAttributes()));
    }
    if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>();
      for (Object v : list) {
        out.add(ofJdbc(v));
      }
      return out;
    }
    if (value instanceof Blob blob) {
      return blob.getBytes(1, (int) blob.length());
    }
    return plain(value);
  }

  private static Object plain(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    } else if (value instanceof Timestamp time) {
      return time.toInstant();
    } else if (value instanceof Date date) {
      return date.toLocalDate();
    }
    boolean isKnown =
        value == null
            || value instanceof String
            || value instanceof Boolean
            || value instanceof Number
            || value instanceof byte[]
            || value instanceof Instant
            || value instanceof java.time.LocalDateTime
            || value instanceof java.time.LocalDate;
    return isKnown ? value : value.toString();
  }
}
