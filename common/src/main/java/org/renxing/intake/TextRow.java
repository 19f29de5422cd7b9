package org.renxing.intake;

import java.util.List;
import org.renxing.cell.Blanks;

/**
 * A row of texts, before it is known what they are.
 *
 * @param number the line at which it begins; in a workbook the row of the sheet
 * @param width how many cells the row of the file has, where not all of them are kept
 * @param defect what is wrong with its form; empty for nothing
 */
public record TextRow(long number, List<String> cells, int width, String defect) {
  public TextRow {
    cells = List.copyOf(cells);
  }

  /** A row of which all cells are kept. */
  public TextRow(long number, List<String> cells, String defect) {
    this(number, cells, cells.size(), defect);
  }

  /** The same with so many cells at most. */
  TextRow cut(int most) {
    return cells.size() <= most ? this : new TextRow(number, cells.subList(0, most), width, defect);
  }

  boolean isBlank() {
    return cells.stream().allMatch(Blanks::areAll);
  }

  /** Whether one cell alone holds something. */
  boolean isFilledOnce() {
    return cells.stream().filter(c -> !Blanks.areAll(c)).limit(2).count() == 1;
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
