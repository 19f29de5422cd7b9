package org.renxing.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows by column, as data files have them. Figures have ten significant digits, which keeps the
 * report small; what is no number (NaN) is missing, as null is.
 */
final class ColumnData {
  /** Values that come this many times on average are written once. */
  private static final int REPEATED = 3;

  private static final MathContext DIGITS = new MathContext(10);

  /** Whole numbers below it are written without an exponent. */
  private static final BigDecimal LARGE = BigDecimal.valueOf(1e15);

  private final List<String> names;
  private final List<List<Object>> values = new ArrayList<>();
  private int rows;

  ColumnData(List<String> names) {
    this.names = List.copyOf(names);
    names.forEach(name -> values.add(new ArrayList<>()));
  }

  /** Adds a row, of which the values before some place are left out. */
  void add(List<Object> row, int from) {
    for (int i = from; i < row.size(); i++) {
      values.get(i - from).add(row.get(i));
    }
    rows++;
  }

  int rows() {
    return rows;
  }

  /** The rows by their values of a column, in the order of the first of each. */
  Map<Object, ColumnData> by(String column) {
    List<Object> keys = values.get(names.indexOf(column));
    Map<Object, ColumnData> out = new LinkedHashMap<>();
    for (int i = 0; i < rows; i++) {
      ColumnData part = out.computeIfAbsent(keys.get(i), key -> new ColumnData(names));
      for (int j = 0; j < names.size(); j++) {
        part.values.get(j).add(values.get(j).get(i));
      }
      part.rows++;
    }
    return out;
  }

  /** The values of a column. */
  List<Object> column(String name) {
    return List.copyOf(values.get(names.indexOf(name)));
  }

  /**
   * Writes {@code {"n": rows, "columns": {name: values}}}, where values are a list, or of few
   * distinct ones {@code {"d": distinct values, "i": place of each, -1 for none}}, with {@code "r":
   * place, length, …} instead where values follow in runs, or {@code {"c": the value of all rows}}.
   */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("n", rows);
    json.writeObjectFieldStart("columns");
    for (int i = 0; i < names.size(); i++) {
      json.writeFieldName(names.get(i));
      writeColumn(values.get(i), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeColumn(List<Object> values, JsonGenerator json) throws IOException {
    Map<Object, Integer> places = new LinkedHashMap<>();
    boolean isText = false;
    for (Object value : values) {
      if (value != null) {
        places.putIfAbsent(value, places.size());
        isText |= !(value instanceof Number || value instanceof Boolean);
      }
    }
    if (places.size() == 1 && !values.contains(null)) {
      json.writeStartObject();
      json.writeFieldName("c");
      write(values.get(0), json);
      json.writeEndObject();
    } else if (isText || places.size() * REPEATED < values.size()) {
      json.writeStartObject();
      json.writeArrayFieldStart("d");
      for (Object value : places.keySet()) {
        write(value, json);
      }
      json.writeEndArray();
      writePlaces(values.stream().mapToInt(v -> v == null ? -1 : places.get(v)).toArray(), json);
      json.writeEndObject();
    } else {
      json.writeStartArray();
      for (Object value : values) {
        write(value, json);
      }
      json.writeEndArray();
    }
  }

  /** The place of each value, or where that is shorter the place of each run and its length. */
  private static void writePlaces(int[] places, JsonGenerator json) throws IOException {
    List<Integer> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= places.length; i++) {
      if (i == places.length || places[i] != places[from]) {
        runs.add(places[from]);
        runs.add(i - from);
        from = i;
      }
    }
    boolean isShorter = runs.size() < places.length;
    int[] written = isShorter ? runs.stream().mapToInt(r -> r).toArray() : places;
    json.writeFieldName(isShorter ? "r" : "i");
    json.writeArray(written, 0, written.length);
  }

  /** Writes a value: a number, a truth value, or text. */
  static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      if (Double.isFinite(number.doubleValue())) {
        json.writeNumber(number(number));
      } else {
        json.writeNull();
      }
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  /** Ten significant digits, and no more than tell it apart, without the .0 of whole doubles. */
  private static String number(Number number) {
    if (number instanceof Double || number instanceof Float || number instanceof BigDecimal) {
      BigDecimal exact = new BigDecimal(number.toString());
      BigDecimal rounded = exact.round(DIGITS).stripTrailingZeros();
      return rounded.abs().compareTo(LARGE) < 0 && rounded.scale() < 0
          ? rounded.toPlainString()
          : rounded.toString();
    }
    return number.toString();
  }
}
