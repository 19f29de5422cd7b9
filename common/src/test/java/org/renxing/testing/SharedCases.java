package org.renxing.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference data beside the project ({@code ../shared}), where it is present. It is no part of
 * the product: a test that asks for a file that is absent is aborted, which reports count as
 * skipped and give the reason of; it never passes. (A {@code @Property} of jqwik would fail
 * instead, since all its tries are rejected: such data belong into a {@code @Test}.)
 */
public final class SharedCases {
  private SharedCases() {}

  /**
   * The file below {@code shared}, a sibling of the project's root.
   *
   * @throws org.opentest4j.TestAbortedException where it is absent
   */
  public static Path file(String path) {
    Path shared = root().resolveSibling("shared");
    Path file = shared.resolve(path);
    if (!Files.exists(file)) {
      Assumptions.abort("left out: no reference data at ../shared/" + path);
    }
    return file;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("tests run inside the project, where .mvn is");
      }
    }
    return folder;
  }

  /** The rows of a plain CSV file by column name; double quotes around a field are dropped. */
  public static List<Map<String, String>> rows(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    List<String> header = fields(lines.get(0));
    List<Map<String, String>> out = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = fields(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < fields.size() ? fields.get(i) : "");
      }
      out.add(row);
    }
    return out;
  }

  private static List<String> fields(String line) {
    List<String> out = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        out.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    out.add(field.toString());
    return out;
  }
}
