package org.renxing.intake;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a table in a file.
 *
 * @param number the line at which it begins; in a workbook the row of the sheet
 * @param cells head to text, null for a cell that is not there; a footnote mark of a cell stands
 *     beside it, under its head and {@link #MARK}
 * @param defect what is wrong with the row's form
 */
public record FileRow(long number, Map<String, String> cells, Optional<String> defect) {
  /** Ends the name of the cell that holds the footnote mark of another. */
  public static final String MARK = "@mark";

  /** The cell that holds the text of a note below a table; it is the only cell of its row. */
  public static final String NOTE = "@note";

  /** Whether this is a note and no data. */
  public boolean isNote() {
    return cells.containsKey(NOTE);
  }
}
