package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.jobs.console.Text;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Option;

/** Where an answer of several tables goes: all for people or as JSON, one of them as CSV. */
@InHelp(HelpGroup.TABLE)
final class AnswerOptions {
  @Option(
      names = "--output",
      paramLabel = "OUT.csv",
      description =
          "CSV of one table with doubles in full precision; - for standard output. By default all "
              + "tables for people on standard output, numbers to 6 digits.")
  private Optional<String> output;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Which table --output writes; the first unless given.")
  private Optional<String> name;

  @Option(names = "--json", description = "All tables as JSON, in full precision.")
  private boolean isJson;

  /** Refuses early what could not be written late. */
  void require(Path input, List<String> tables) {
    Answer.requireWritable(output, input);
    if (isJson && output.isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE, "--json, --output: one of them; JSON goes to standard output");
    }
    if (name.isPresent() && (output.isEmpty() || !tables.contains(name.get()))) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--table "
              + name.get()
              + ": one of "
              + String.join(", ", tables)
              + ", together with --output");
    }
  }

  /** Where one table goes, if a file or standard output is named. */
  Optional<String> output() {
    return output;
  }

  /**
   * Writes the tables; empty ones are not shown to people.
   *
   * @param missing cells that are missing, which JSON names
   */
  void write(Map<String, Answer> tables, List<Map<String, Object>> missing) {
    if (isJson) {
      Map<String, Object> all = new LinkedHashMap<>();
      tables.forEach((table, answer) -> all.put(table, answer.records()));
      all.put("missing", missing);
      System.out.println(Text.json(all));
    } else if (output.isPresent()) {
      tables.get(name.orElse(tables.keySet().iterator().next())).write(output);
    } else {
      List<String> texts = new ArrayList<>();
      tables.forEach(
          (table, answer) -> {
            if (!answer.rows().isEmpty()) {
              texts.add((texts.isEmpty() ? "" : table + "\n") + answer.text());
            }
          });
      System.out.print(String.join("\n", texts));
    }
  }
}
