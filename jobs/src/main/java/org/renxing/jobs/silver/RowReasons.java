package org.renxing.jobs.silver;

import org.renxing.cell.YearText;
import org.renxing.intake.FileRow;
import org.renxing.jobs.bronze.BronzeRow;

/** Reasons of rows of any source. */
public final class RowReasons {
  /** A note below a table: kept, and neither data nor a defect. */
  public static final String FOOTNOTE = "FOOTNOTE";

  private RowReasons() {}

  /**
   * What is wrong with the form of a row or with its year.
   *
   * @param yearText the cell of its year
   * @param hasYear whether that is a year, or none is asked for
   */
  public static Reason of(BronzeRow row, String yearText, boolean hasYear) {
    String note = row.cells().get(FileRow.NOTE);
    if (note != null) {
      return new Reason(FOOTNOTE, "a note: " + note);
    } else if (!row.defect().isEmpty()) {
      return new Reason("MALFORMED_ROW", row.defect());
    } else if (hasYear) {
      return Reason.NONE;
    }
    return yearText.isEmpty()
        ? new Reason("EMPTY_YEAR", "the year is empty")
        : new Reason("NOT_A_YEAR", "'" + yearText + "' is not " + YearText.ALLOWED);
  }
}
