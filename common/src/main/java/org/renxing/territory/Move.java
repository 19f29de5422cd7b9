package org.renxing.territory;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.panel.Merge;

/**
 * Territory that moved between two units.
 *
 * @param year first year in which the move is in force
 * @param kind merge, split, carve_out or dissolve
 * @param from unit that gave; empty for one outside the list of units
 * @param to unit that received
 * @param isWhole whether all of the giving unit went to the receiving one
 */
public record Move(int year, String kind, String from, String to, boolean isWhole) {
  /**
   * The moves of a table of lineage, which is small and read on the driver.
   *
   * @param lineage year, kind, from_unit_id, to_unit_id, is_whole; only rows whose territory moved
   */
  public static List<Move> all(Dataset<Row> lineage) {
    return lineage
        .select("year", "kind", "from_unit_id", "to_unit_id", "is_whole")
        .collectAsList()
        .stream()
        .map(
            row ->
                new Move(
                    row.getInt(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4)))
        .toList();
  }

  /** Whether a unit passed over whole to another one. */
  boolean isMerge() {
    return isWhole && kind.equals(Merge.KIND) && !from.isEmpty();
  }

  /** Whether the giving unit ended: it went whole, or was split up or dissolved. */
  boolean isEnd() {
    return isMerge() || kind.equals("split") || kind.equals("dissolve");
  }

  /** The move in words: {@code carve_out:340800>340700}. */
  String text() {
    return kind + ":" + (from.isEmpty() ? "outside" : from) + ">" + to;
  }
}
