package org.renxing.jobs.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.util.SchemaUtils;
import org.apache.spark.util.Utils;

/** Rows in the forms that Spark prints them in, for commands that start no session. */
public final class SparkText {
  private static final int NARROWEST = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Times in JSON, as Spark writes them, in UTC. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SparkText() {}

  /**
   * The table that {@code Dataset.show} prints: cells to the right, cut where they are long.
   *
   * @param most characters of a cell, above 3
   */
  public static String table(List<String> heads, List<List<String>> rows, int most) {
    List<String> head = heads.stream().map(SchemaUtils::escapeMetaCharacters).toList();
    List<List<String>> cells =
        rows.stream().map(row -> row.stream().map(cell -> cut(cell, most)).toList()).toList();
    int[] widths = head.stream().mapToInt(h -> Math.max(NARROWEST, width(h))).toArray();
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder rule = new StringBuilder("+");
    Arrays.stream(widths).forEach(width -> rule.append("-".repeat(width)).append('+'));
    rule.append('\n');
    StringBuilder out = new StringBuilder(rule).append(line(head, widths)).append(rule);
    cells.forEach(row -> out.append(line(row, widths)));
    return out.append(rule).append('\n').toString();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder out = new StringBuilder("|");
    Iterator<String> each = cells.iterator();
    for (int width : widths) {
      String cell = each.next();
      out.append(" ".repeat(width - width(cell))).append(cell).append('|');
    }
    return out.append('\n').toString();
  }

  private static String cut(String cell, int most) {
    String text = SchemaUtils.escapeMetaCharacters(cell);
    return text.length() > most ? text.substring(0, most - 3) + "..." : text;
  }

  private static int width(String text) {
    return Utils.stringHalfWidth(text);
  }

  /** A row of plain values as {@code Dataset.toJSON} has it: one line, without its nulls. */
  public static String json(Row row) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      if (!row.isNullAt(i)) {
        Object value = row.get(i);
        out.put(
            row.schema().fieldNames()[i],
            value instanceof Timestamp time ? TIME.format(time.toInstant()) : value);
      }
    }
    try {
      return JSON.writeValueAsString(out);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values have a form in JSON", e);
    }
  }
}
