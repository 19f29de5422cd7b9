package org.renxing.jobs.publish;

import java.util.Locale;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The form of an export.
 *
 * @param csv how values stand in CSV, and of no other form
 * @param titles how columns are called in a workbook, and in no other form
 */
public record ExportForm(Format format, CsvForm csv, Titles titles) {
  /**
   * A form.
   *
   * @throws RenxingException USAGE where something is asked of a form that does not have it
   */
  public ExportForm {
    if (format != Format.CSV && csv.isMarked()) {
      throw only("--bom", Format.CSV);
    }
    if (format != Format.CSV && csv.digits().isPresent()) {
      throw only("--digits", Format.CSV);
    }
    if (format != Format.XLSX && titles != Titles.EN) {
      throw only("--titles", Format.XLSX);
    }
  }

  /** Forms of files. */
  public enum Format {
    /** A file of text for each table. */
    CSV(".csv"),
    /** A file of columns for each table. */
    PARQUET(".parquet"),
    /** One workbook. */
    XLSX(".xlsx"),
    /** One database. */
    DUCKDB(".duckdb");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    /** How names of such files end. */
    public String ending() {
      return ending;
    }

    /** Whether all tables go into one file. */
    public boolean isOneFile() {
      return this == XLSX || this == DUCKDB;
    }
  }

  /** How columns are called. */
  public enum Titles {
    /** By the names of the columns. */
    EN,
    /** In Chinese. */
    ZH,
    /** In Chinese, and by the names of the columns in the line below. */
    BOTH
  }

  /** The plain form of a format. */
  public static ExportForm of(Format format) {
    return new ExportForm(format, CsvForm.PLAIN, Titles.EN);
  }

  private static RenxingException only(String option, Format format) {
    return new RenxingException(
        ErrorCode.USAGE,
        "export: "
            + option
            + " goes with --format "
            + format.name().toLowerCase(Locale.ROOT)
            + " alone");
  }
}
