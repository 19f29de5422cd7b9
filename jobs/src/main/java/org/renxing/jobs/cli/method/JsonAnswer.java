package org.renxing.jobs.cli.method;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.output.OutputFile;

/** An answer for machines: an array of objects, one a row; missing values are null. */
final class JsonAnswer {
  private JsonAnswer() {}

  /** Writes to a file, or to standard output for {@code -} and without output. */
  static void write(Answer answer, Optional<String> output) {
    String text = Text.json(answer.records()) + "\n";
    Optional<OutputFile> file = Answer.file(output);
    if (file.isEmpty()) {
      System.out.print(text);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    file.get()
        .write(
            out -> {
              out.write(bytes);
              return bytes.length;
            });
    System.err.printf("%s  %,d rows%n", output.orElseThrow(), answer.rows().size());
  }
}
