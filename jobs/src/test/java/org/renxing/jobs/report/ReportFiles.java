package org.renxing.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a report as tests look at them. */
public record ReportFiles(Path root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A text file. */
  public String text(String name) {
    try {
      return Files.readString(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the script of a declaration hands over. */
  public JsonNode declared(String name) {
    String text = text("data/" + name + ".js");
    return json(text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')));
  }

  /** The data sets of a file of data, by id. */
  public JsonNode data(String name) {
    String text = text("data/" + name + ".js");
    String before = "renxing.data(\"" + name + "\", ";
    if (!text.startsWith(before)) {
      throw new AssertionError(name + " begins with " + text.substring(0, 40));
    }
    return json(text.substring(before.length(), text.lastIndexOf(')')));
  }

  /** The values of a column. */
  public static List<JsonNode> column(JsonNode set, String name) {
    JsonNode values = set.path("columns").path(name);
    List<JsonNode> out = new ArrayList<>();
    for (int i = 0; i < set.path("n").asInt(); i++) {
      if (values.has("r")) {
        int run = 0;
        for (int end = values.get("r").get(1).asInt(); i >= end; ) {
          run += 2;
          end += values.get("r").get(run + 1).asInt();
        }
        int place = values.get("r").get(run).asInt();
        out.add(place < 0 ? JSON.nullNode() : values.get("d").get(place));
      } else if (values.isArray()) {
        out.add(values.get(i));
      } else if (values.has("c")) {
        out.add(values.get("c"));
      } else {
        int place = values.get("i").get(i).asInt();
        out.add(place < 0 ? JSON.nullNode() : values.get("d").get(place));
      }
    }
    return out;
  }

  /** All files, by their paths below the folder. */
  public List<String> names() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of some files. */
  public long size(List<String> names) {
    long out = 0;
    for (String name : names) {
      try {
        out += Files.size(root.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
