package org.renxing.jobs.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.renxing.jobs.output.OutputFile;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** The file {@code RELEASE.txt} of a folder of files, which says what they hold. */
record EditionNote(String text) {
  private static final String FILE = "RELEASE.txt";

  static EditionNote of(Selection selection, ExportForm form) {
    String digits =
        form.csv().digits().isPresent() ? ", " + form.csv().digits().getAsInt() + " digits" : "";
    return new EditionNote(
        String.join(
            "\n",
            "release: " + selection.release().id(),
            "published at: " + selection.release().publishedAt(),
            "scenario: " + selection.scenario(),
            "format: "
                + form.format().name().toLowerCase(Locale.ROOT)
                + (form.csv().isMarked() ? ", byte order mark" : "")
                + digits,
            "tables: "
                + String.join(", ", selection.tables().stream().map(TableName::name).toList()),
            ""));
  }

  void write(Path folder) {
    Path file = folder.resolve(FILE);
    OutputFile.of(file.toString(), file)
        .write(
            out -> {
              out.write(text.getBytes(StandardCharsets.UTF_8));
              return 0;
            });
  }

  /**
   * Compares with the note of a folder that is there.
   *
   * @param name how messages call the export
   * @throws RenxingException USAGE where it has none, or another
   */
  void requireSame(String name, Path folder) {
    Path file = folder.resolve(FILE);
    try {
      List<String> there = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      if (!there.equals(text.lines().toList())) {
        throw new RenxingException(
            ErrorCode.USAGE,
            name
                + ": "
                + folder
                + " is there already and "
                + (there.isEmpty() ? "is no earlier export" : "holds other tables or another form")
                + "; remove it, or name another folder");
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be read: " + e, e);
    }
  }
}
