package org.renxing.records;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.numerics.Truth;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The columns of one row after another, by name. */
public final class Fields {
  private final Map<String, Integer> places = new HashMap<>();
  private final SharedTexts shared = new SharedTexts();
  private Row row = Row.empty();

  /** Reads rows of these columns; {@link #at} says which row. */
  Fields(StructType schema) {
    String[] names = schema.fieldNames();
    for (int i = 0; i < names.length; i++) {
      places.put(names[i], i);
    }
  }

  /** Goes to a row. */
  Fields at(Row next) {
    row = next;
    return this;
  }

  /** A text that is there. */
  public String text(String column) {
    return shared.of((String) required(column));
  }

  /** A text; empty for null. */
  public Optional<String> optionalText(String column) {
    return Optional.ofNullable((String) value(column)).map(shared::of);
  }

  /** A number; NaN for null. */
  public double number(String column) {
    Object value = value(column);
    return value == null ? Double.NaN : (double) value;
  }

  /** A whole number that is there. */
  public int whole(String column) {
    return (int) required(column);
  }

  /** A whole number; empty for null. */
  public Optional<Integer> optionalWhole(String column) {
    return Optional.ofNullable((Integer) value(column));
  }

  /** A count that is there. */
  public long count(String column) {
    return (long) required(column);
  }

  /** A whole number of any size; empty for null. */
  public OptionalLong optionalCount(String column) {
    Object value = value(column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
  }

  /** Texts by label in the order in which they are stored, null for some; none for null. */
  @SuppressWarnings("unchecked") // columns of maps hold nothing else
  public Map<String, String> texts(String column) {
    Object value = value(column);
    if (value instanceof Seq<?> entries) { // as TableRecords asks Spark for them
      Map<String, String> out = new LinkedHashMap<>();
      CollectionConverters.asJava((Seq<Row>) entries)
          .forEach(entry -> out.put(shared.of(entry.getString(0)), entry.getString(1)));
      return out;
    }
    return value == null ? Map.of() : (Map<String, String>) value;
  }

  /** A truth that is there. */
  public boolean flag(String column) {
    return (boolean) required(column);
  }

  /** A truth; unknown for null. */
  public Truth truth(String column) {
    Object value = value(column);
    return value == null ? Truth.UNKNOWN : Truth.of((boolean) value);
  }

  /** A truth; empty for null. */
  public Optional<Boolean> optionalFlag(String column) {
    return Optional.ofNullable((Boolean) value(column));
  }

  /** Whatever is there, as text; empty for null. */
  public Optional<String> asText(String column) {
    return Optional.ofNullable(value(column)).map(String::valueOf);
  }

  /** The values of some columns, as they are. */
  public Row row(List<String> columns) {
    return RowFactory.create(columns.stream().map(this::value).toArray());
  }

  private Object required(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException("null in column " + column);
    }
    return value;
  }

  private Object value(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalStateException("rows have no column " + column + "; they have " + places);
    }
    return row.get(place);
  }
}
