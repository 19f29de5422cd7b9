package org.renxing.jobs.report;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.model.TableName;

/**
 * Rows of gold tables, or of the silver ones behind them, that charts of a page draw.
 *
 * @param id name within its page
 * @param sql a SELECT in the dialect of DuckDB whose first column is scenario_id, and whose second
 *     is unit_id where the page is one of units; year 0, under which some tables keep all years
 *     together, is left out
 * @param order columns by which rows are sorted within a scenario, as after ORDER BY
 */
public record DataSet(String id, String order, String sql) {
  private static final Pattern TABLE = Pattern.compile("\\b(gold|silver)\\.(\\w+)");

  /** The tables that it reads. */
  public SortedSet<TableName> tables() {
    SortedSet<TableName> out = new TreeSet<>();
    Matcher found = TABLE.matcher(sql);
    while (found.find()) {
      out.add(new TableName(found.group(1), found.group(2)));
    }
    return out;
  }
}
