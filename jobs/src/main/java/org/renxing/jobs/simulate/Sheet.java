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

  /** Lines of the file above the first row. */
  static final int HEADER_LINES = 1;

  /** Path below the output folder, with slashes; the name says that the figures are made up. */
  String fileName(YearRange years) {
    return source + "/" + source + "-simulated-" + years.first() + "-" + years.last() + ".csv";
  }

  /** Replaces a cell and returns the line on which it stands. */
  int set(int row, String column, String text) {
    List<String> cells = new ArrayList<>(rows.get(row));
    cells.set(header.indexOf(column), text);
    rows.set(row, cells);
    return row + 1 + HEADER_LINES;
  }

  /** Adds a row at the end and returns its line. */
  int append(List<String> cells) {
    rows.add(List.copyOf(cells));
    return rows.size() + HEADER_LINES;
  }
}
