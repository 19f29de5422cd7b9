package org.renxing.intake;

import java.util.List;

/**
 * Where a table lies in a file and what its columns are, found once before its rows are read.
 *
 * @param table name of the sheet; empty for a file of one table
 * @param charset of a file of text
 * @param labels by column
 * @param dataFrom the first line that may hold data
 * @param year the year of the whole table, where the sheet's name or title says it; else empty
 */
public record TableLayout(
    String table, String charset, List<String> labels, long dataFrom, String year) {
  public TableLayout {
    labels = List.copyOf(labels);
  }
}
