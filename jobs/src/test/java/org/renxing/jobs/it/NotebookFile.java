package org.renxing.jobs.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A notebook of Jupyter, and what its cells put out, in a form that can be compared: words and
 * figures of texts and tables, without markup and spaces, and a word for each picture. What goes to
 * standard error is no output.
 */
record NotebookFile(Path path, String text, JsonNode json) {
  /** Stands for a picture, which no two versions of a library draw alike to the byte. */
  static final String PICTURE = "(picture)";

  static NotebookFile of(Path path) {
    try {
      String text = Files.readString(path);
      return new NotebookFile(path, text, new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Outputs, each with the number of its cell. */
  List<String> outputs() {
    List<String> out = new ArrayList<>();
    forEachOutput(
        (cell, output) -> {
          if (!output.path("name").asText().equals("stderr")) {
            out.add(String.format(Locale.ROOT, "cell %d: %s", cell, comparable(output)));
          }
        });
    return out;
  }

  /** Errors of cells that failed, each with the number of its cell. */
  List<String> errors() {
    List<String> out = new ArrayList<>();
    forEachOutput(
        (cell, output) -> {
          if (output.path("output_type").asText().equals("error")) {
            out.add(
                String.format(
                    Locale.ROOT,
                    "cell %d: %s: %s %s",
                    cell,
                    output.path("ename").asText(),
                    output.path("evalue").asText(),
                    joined(output.path("traceback"))));
          }
        });
    return out;
  }

  /** Whether a cell wrote to standard error. */
  boolean hasWarnings() {
    List<JsonNode> out = new ArrayList<>();
    forEachOutput(
        (cell, output) -> {
          if (output.path("name").asText().equals("stderr")) {
            out.add(output);
          }
        });
    return !out.isEmpty();
  }

  private interface Output {
    void at(int cell, JsonNode output);
  }

  private void forEachOutput(Output visitor) {
    int cell = 0;
    for (JsonNode each : json.path("cells")) {
      cell++;
      for (JsonNode output : each.path("outputs")) {
        visitor.at(cell, output);
      }
    }
  }

  private static String comparable(JsonNode output) {
    JsonNode data = output.path("data");
    if (data.has("image/png")) {
      return PICTURE;
    }
    String shown =
        data.has("text/html")
            ? joined(data.path("text/html"))
                .replaceAll("(?s)<style.*?</style>", " ")
                .replaceAll("<[^>]*>", " ")
            : joined(data.isMissingNode() ? output.path("text") : data.path("text/plain"));
    return shown.strip().replaceAll("\\s+", " ");
  }

  /** A text, which may be stored in lines. */
  private static String joined(JsonNode text) {
    if (!text.isArray()) {
      return text.asText();
    }
    StringBuilder out = new StringBuilder();
    text.forEach(line -> out.append(line.asText()));
    return out.toString();
  }
}
