package org.renxing.jobs.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Titles of columns in Chinese, from {@code titles_zh.properties}: a line {@code column=title} for
 * all tables, and {@code table.column=title} where one of them means something else by it.
 */
public final class ColumnTitles {
  private static final String FILE = "titles_zh.properties";
  private static final String WORKBOOK = "workbook.";

  private final Properties titles = new Properties();

  /** All titles. */
  public ColumnTitles() {
    try (InputStream in =
        Objects.requireNonNull(ColumnTitles.class.getResourceAsStream(FILE), FILE)) {
      titles.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The title of a column; its name, where it has none. */
  String of(String table, String column) {
    return titles.getProperty(table + "." + column, titles.getProperty(column, column));
  }

  /** The lines of a head over columns of a table. */
  List<List<String>> heads(ExportForm.Titles wanted, String table, List<String> columns) {
    List<String> chinese = columns.stream().map(column -> of(table, column)).toList();
    return switch (wanted) {
      case EN -> List.of(columns);
      case ZH -> List.of(chinese);
      case BOTH -> List.of(chinese, columns);
    };
  }

  /** Titles by column, or by table and column; those of the workbook's own sheets apart. */
  public SortedMap<String, String> all() {
    SortedMap<String, String> out = new TreeMap<>();
    for (String name : titles.stringPropertyNames()) {
      if (!name.startsWith(WORKBOOK)) {
        out.put(name, titles.getProperty(name));
      }
    }
    return out;
  }
}
