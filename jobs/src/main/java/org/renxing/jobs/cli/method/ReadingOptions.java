package org.renxing.jobs.cli.method;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.MissingMarks;
import org.renxing.intake.FileTable;
import org.renxing.intake.SourceBytes;
import org.renxing.model.ErrorCode;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Option;

/** How the input is written: what the bytes do not say of themselves. */
@InHelp(HelpGroup.READING)
final class ReadingOptions {
  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description = "Between cells; found from the file unless given. \\t or tab: a tabulator.")
  private Optional<String> delimiter;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = FileForm.AUTO,
      description = "Character set, such as utf-8, gb18030 or utf-16; found from the file (auto).")
  private String encoding;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "Sheet of a workbook; the first unless given.")
  private Optional<String> sheet;

  @Option(
      names = "--decimal",
      paramLabel = "MARK",
      defaultValue = ".",
      description = "What stands before decimals: . (default) or a comma.")
  private String decimal;

  @InHelp(HelpGroup.MISSING)
  @Option(
      names = "--missing",
      paramLabel = "TEXT,…",
      description =
          "Texts that stand for a missing value, beside empty cells; NA, NaN, … and — unless given."
              + " --missing= for none, so that NA can be a name.")
  private Optional<String> missing;

  @InHelp(HelpGroup.MISSING)
  @Option(
      names = "--fill-down",
      paramLabel = "COLUMN",
      description =
          "Column whose empty cells hold what the cell above holds, as cells that are merged "
              + "downwards do.")
  private List<String> fillDown = List.of();

  /**
   * Reads a file of this machine.
   *
   * @param wanted a column that the head of a sheet holds
   * @throws RenxingException USAGE for options that say nothing and a file that is not there;
   *     SOURCE_CONTRACT for one that cannot be read as a table
   */
  InputTable read(Path file, Optional<String> wanted) {
    DecimalMark mark =
        DecimalMark.of(decimal)
            .orElseThrow(() -> usage("--decimal '" + decimal + "': write . or ,"));
    requireEncoding();
    FileTable.Reading how =
        new FileTable.Reading(encoding, separator(), sheet, wanted, List.copyOf(fillDown));
    requireFile("--input", file);
    FileTable table =
        FileTable.read(SourceBytes.of(file.toString(), file), how, IntakeLimits.DEFAULT);
    if (table.isTyped() && mark != DecimalMark.POINT) {
      throw usage(
          "--decimal " + decimal + ": " + file + " has numbers that say themselves; leave it out");
    }
    table.remarks().forEach(System.err::println);
    return new InputTable(table, mark, marks());
  }

  private Set<String> marks() {
    Set<String> out = new HashSet<>(List.of(""));
    missing.ifPresentOrElse(
        text -> Stream.of(text.split(",", -1)).map(Blanks::strip).forEach(out::add),
        () -> out.addAll(MissingMarks.USUAL));
    return out;
  }

  private Optional<Character> separator() {
    return delimiter.map(
        given -> {
          String text = given.equals("\\t") || given.equals("tab") ? "\t" : given;
          if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw usage("--delimiter '" + given + "': one character that is no quote, or tab");
          }
          return text.charAt(0);
        });
  }

  private void requireEncoding() {
    try {
      if (encoding.equals(FileForm.AUTO) || Charset.isSupported(encoding)) {
        return;
      }
    } catch (IllegalCharsetNameException e) {
      throw new RenxingException(
          ErrorCode.USAGE, "--encoding '" + encoding + "': no name of a character set", e);
    }
    throw usage("--encoding '" + encoding + "': no known character set; auto, utf-8, gb18030, …");
  }

  private static RenxingException usage(String what) {
    return new RenxingException(ErrorCode.USAGE, what);
  }

  /** Refuses a path where there is no file. */
  static void requireFile(String option, Path file) {
    if (!Files.isRegularFile(file)) {
      throw usage(
          option
              + " "
              + file
              + ": "
              + (Files.exists(file) ? "is no file" : "there is no such file")
              + "; looked for "
              + file.toAbsolutePath().normalize());
    }
  }
}
