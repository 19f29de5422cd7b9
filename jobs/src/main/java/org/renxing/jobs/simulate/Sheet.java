package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import org.renxing.model.YearRange;

/** One file of a source before it is written; rows may still be changed. */
record Sheet(String source, List<String> header, List<List<String>> rows) {
  /** Head and text of the column that marks every row of every file. */
  static final String REMARK = "remark";

  static final String SIMULATED = "simulated";

  Sheet {
    header = List.copyOf(header);
  }

  SampleForm form() {
    return SampleForm.of(source);
  }

  /** Path below the output folder, with slashes; the name says that the figures are made up. */
  String fileName(YearRange years) {
    return source
        + "/"
        + source
        + "-simulated-"
        + years.first()
        + "-"
        + years.last()
        + "."
        + form().extension();
  }

  /** The same, and the sheet of a workbook in which the row is. */
  String place(int row, YearRange years) {
    boolean hasSheets = form() == SampleForm.WORKBOOK;
    return fileName(years) + (hasSheets ? "!" + YearbookFile.sheetName(year(row)) : "");
  }

  /** The line of the file, or row of the sheet, on which a row stands. */
  int line(int row) {
    if (form() != SampleForm.WORKBOOK) {
      return row + 1 + form().headLines();
    }
    String year = year(row);
    long before = rows.subList(0, row).stream().filter(r -> r.get(1).equals(year)).count();
    return YearbookFile.FIRST_ROW + (int) before;
  }

  /** The label that an ingest gives to a column. */
  String label(String column) {
    boolean isFigure = form() == SampleForm.WORKBOOK && header.indexOf(column) > 1;
    return isFigure ? YearbookFile.label(this, column) : column;
  }

  private String year(int row) {
    return rows.get(row).get(1);
  }

  /** Replaces a cell and returns its row. */
  int set(int row, String column, String text) {
    List<String> cells = new ArrayList<>(rows.get(row));
    cells.set(header.indexOf(column), text);
    rows.set(row, cells);
    return row;
  }

  /** Adds a row at the end and returns it. */
  int append(List<String> cells) {
    rows.add(List.copyOf(cells));
    return rows.size() - 1;
  }
}
