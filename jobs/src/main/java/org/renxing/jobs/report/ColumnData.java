package org.renxing.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows by column, as data files have them. Texts are numbers of a list of distinct ones; figures
 * have all their digits; what is no number (NaN) is missing, as null is.
 */
final class ColumnData {
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

  /** The values of a column. */
  List<Object> column(String name) {
    return List.copyOf(values.get(names.indexOf(name)));
  }

  /** Writes {@code {"n": rows, "columns": {name: values}}}. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("n", rows);
    json.writeObjectFieldStart("columns");
    for (int i = 0; i < names.size(); i++) {
      json.writeFieldName(names.get(i));
      boolean isText = values.get(i).stream().anyMatch(v -> v != null && !isPlain(v));
      if (isText) {
        writeTexts(values.get(i), json);
      } else {
        writePlain(values.get(i), json);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static boolean isPlain(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static void writeTexts(List<Object> values, JsonGenerator json) throws IOException {
    Map<String, Integer> places = new LinkedHashMap<>();
    json.writeStartObject();
    json.writeArrayFieldStart("i");
    for (Object value : values) {
      json.writeNumber(
          value == null
              ? -1
              : places.computeIfAbsent(value.toString(), text -> places.size()).intValue());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("d");
    for (String text : places.keySet()) {
      json.writeString(text);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePlain(List<Object> values, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Object value : values) {
      if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
        json.writeNumber(number(number));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  /** As many digits as tell it apart, without the .0 of whole doubles. */
  private static String number(Number number) {
    String text = number instanceof BigDecimal d ? d.toPlainString() : number.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
