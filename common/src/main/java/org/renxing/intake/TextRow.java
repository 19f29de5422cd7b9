package org.renxing.intake;

import java.util.List;
import org.renxing.cell.Blanks;

/**
 * A row of texts, before it is known what they are.
 *
 * @param number the line at which it begins; in a workbook the row of the sheet
 * @param defect what is wrong with its form; empty for nothing
 */
public record TextRow(long number, List<String> cells, String defect) {
  public TextRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(Blanks::areAll);
  }

  /** How many cells hold something. */
  long filled() {
    return cells.stream().filter(c -> !Blanks.areAll(c)).count();
  }

  /** The cell, or an empty text beyond the end. */
  String cell(int at) {
    return at < cells.size() ? cells.get(at) : "";
  }
}
