package org.renxing.jobs.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;

/**
 * What the dictionary of a release says of a table, so that a release of any time is described as
 * it was published.
 *
 * @param comment what a row of the table is
 * @param keys columns that together are unique and never null
 */
record Description(String comment, List<String> keys) {
  private static final TableName DICTIONARY = TableName.gold("data_dictionary");
  private static final Description NONE = new Description("", List.of());

  Description {
    keys = List.copyOf(keys);
  }

  /** All that the dictionary of a release describes. */
  static Map<TableName, Description> of(Releases releases, Releases.Release release) {
    Map<TableName, Description> out = new TreeMap<>();
    releases
        .reader(release, DICTIONARY)
        .map(dictionary -> dictionary.rows(Optional.empty()).rows())
        .orElse(List.of())
        .stream()
        .sorted((a, b) -> Integer.compare(position(a), position(b)))
        .forEach(row -> out.merge(table(row), of(row), Description::and));
    return out;
  }

  /** That of a table, which may be none. */
  static Description of(Map<TableName, Description> all, TableName table) {
    return all.getOrDefault(table, NONE);
  }

  private static TableName table(Row row) {
    return TableName.parse(row.<String>getAs("table_name"));
  }

  private static int position(Row row) {
    return row.<Integer>getAs("position");
  }

  private static Description of(Row row) {
    List<String> keys =
        row.<Boolean>getAs("is_key") ? List.of(row.<String>getAs("column_name")) : List.of();
    return new Description(row.getAs("table_comment"), keys);
  }

  private Description and(Description next) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(next.keys());
    return new Description(comment, all);
  }
}
