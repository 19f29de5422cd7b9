package org.renxing.jobs.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.renxing.model.Excerpt;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Tables for people, JSON for machines. */
public final class Text {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Text() {}

  /** A table with a head; columns as wide as their widest cell. */
  public static String table(List<String> heads, List<List<String>> given) {
    List<String> head = heads.stream().map(Excerpt::message).toList();
    List<List<String>> rows =
        given.stream().map(row -> row.stream().map(Excerpt::message).toList()).toList();
    Column[] columns = new Column[head.size()];
    for (int i = 0; i < columns.length; i++) {
      int at = i;
      int width =
          Math.max(
              width(head.get(i)), rows.stream().mapToInt(r -> width(r.get(at))).max().orElse(0));
      columns[i] = new Column(Math.min(width, 90) + 2, 0, Overflow.WRAP);
    }
    ColorScheme plain = new ColorScheme.Builder(Ansi.OFF).build();
    TextTable table = TextTable.forColumns(plain, columns);
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    table.addRowValues(head.toArray(String[]::new));
    rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
    return table.toString();
  }

  /** A value as indented JSON. */
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Columns of a terminal that the text takes; Chinese characters take two. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && Character.isIdeographic(c) ? 2 : 1).sum();
  }
}
