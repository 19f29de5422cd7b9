package org.renxing.oldpanel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A unit that passed over whole to another one.
 *
 * @param year the first year in which the successor's figures hold it
 */
public record Merge(String from, String to, int year) {
  /** The kind of event in a table of lineage. */
  public static final String KIND = "merge";

  /**
   * The merges of a table of lineage, the indirect ones too: where A went to B in 2010 and B to C
   * in 2015, A counts in C before 2010. The table is small and read on the driver.
   *
   * @param lineage year, kind, from_unit_id, to_unit_id, is_whole
   * @param lastYear merges after it are left out: until then both units stand beside each other
   */
  public static List<Merge> all(Dataset<Row> lineage, int lastYear) {
    Column isMerge = functions.col("kind").equalTo(KIND).and(functions.col("is_whole"));
    List<Merge> direct =
        lineage
            .where(isMerge.and(functions.col("year").leq(lastYear)))
            .select("from_unit_id", "to_unit_id", "year")
            .collectAsList()
            .stream()
            .map(row -> new Merge(row.getString(0), row.getString(1), row.getInt(2)))
            .toList();
    return closure(direct);
  }

  /** The merges given and the indirect ones, by successor, year and predecessor. */
  public static List<Merge> closure(List<Merge> direct) {
    Map<String, Merge> next =
        direct.stream().collect(Collectors.toMap(Merge::from, m -> m, (a, b) -> a));
    List<Merge> out = new ArrayList<>();
    for (Merge merge : direct) {
      Set<String> seen = new HashSet<>(Set.of(merge.from()));
      Optional<Merge> step = Optional.of(merge);
      while (step.isPresent() && seen.add(step.get().to())) {
        out.add(new Merge(merge.from(), step.get().to(), merge.year()));
        step = Optional.ofNullable(next.get(step.get().to()));
      }
    }
    out.sort(
        Comparator.comparing(Merge::to).thenComparingInt(Merge::year).thenComparing(Merge::from));
    return List.copyOf(out);
  }

  /** Whether a row is about the successor in a year before this merge. */
  Column isBefore(Column unit, Column yearOfRow) {
    return unit.equalTo(to).and(yearOfRow.lt(year));
  }
}
