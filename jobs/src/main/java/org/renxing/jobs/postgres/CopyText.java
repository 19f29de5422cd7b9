package org.renxing.jobs.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Rows in the text form of COPY: a line each, values apart by tabs, nulls as {@code \N}. Lists are
 * arrays of PostgreSQL, maps JSON, bytes hexadecimal, times in UTC.
 */
final class CopyText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableForm form;
  private final String[] columns;
  private final StringBuilder text = new StringBuilder();

  CopyText(TableForm form) {
    this.form = form;
    this.columns = form.columns().fieldNames();
  }

  /** How many characters wait to be taken. */
  int length() {
    return text.length();
  }

  /** What was added since the last time. */
  byte[] take() {
    byte[] out = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return out;
  }

  /**
   * Adds a row.
   *
   * @throws RenxingException STORAGE for a text with the character NUL, which PostgreSQL has no
   *     place for
   */
  void add(Row row) {
    for (int i = 0; i < columns.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      Object value = row.get(i);
      if (value == null) {
        text.append("\\N");
      } else {
        addEscaped(written(row, i, value));
      }
    }
    text.append('\n');
  }

  private String written(Row row, int column, Object value) {
    String out = written(value);
    if (out.indexOf('\0') >= 0
        || (value instanceof Map<?, ?> m && m.toString().indexOf('\0') >= 0)) {
      throw new RenxingException(
          ErrorCode.STORAGE,
          form.table()
              + ", column "
              + columns[column]
              + ", row "
              + key(row)
              + ": has the character NUL, which PostgreSQL cannot hold; take it out of the source");
    }
    return out;
  }

  private static String written(Object value) {
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    } else if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    } else if (value instanceof String[] texts) {
      return array(texts);
    } else if (value instanceof Map<?, ?> map) {
      try {
        return JSON.writeValueAsString(map);
      } catch (JsonProcessingException e) {
        throw new RenxingException(ErrorCode.INTERNAL, "a map cannot be written as JSON", e);
      }
    }
    return value.toString(); // of doubles too: Infinity and NaN are PostgreSQL's own words
  }

  private static String array(String[] texts) {
    StringBuilder out = new StringBuilder("{");
    for (String text : texts) {
      out.append(out.length() > 1 ? "," : "");
      out.append(
          text == null ? "NULL" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    return out.append('}').toString();
  }

  private String key(Row row) {
    List<String> all = List.of(columns);
    return form.description().keys().stream()
        .map(name -> name + " = " + row.get(all.indexOf(name)))
        .collect(Collectors.joining(", "));
  }

  private void addEscaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
