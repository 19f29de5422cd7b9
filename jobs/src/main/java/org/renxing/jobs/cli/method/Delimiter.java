package org.renxing.jobs.cli.method;

import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Option;

/** What stands between the cells of a CSV file. */
final class Delimiter {
  @Option(
      names = "--delimiter",
      paramLabel = "C",
      defaultValue = ",",
      description = "Between cells (,); \\t or tab for a tabulator.")
  private String name;

  /** The character that --delimiter names. */
  char separator() {
    String text = name.equals("\\t") || name.equals("tab") ? "\t" : name;
    if (text.length() != 1 || "\"\r\n".contains(text)) {
      throw new RenxingException(
          ErrorCode.USAGE, "--delimiter '" + name + "': one character that is no quote, or tab");
    }
    return text.charAt(0);
  }
}
