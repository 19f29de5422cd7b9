package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Territory that came to a unit or left it between two years. */
final class BoundaryEvents {
  /** Flags: nothing moved; all figures are about one territory; wholes were added; a break. */
  static final String NONE = "none";

  static final String ADJUSTED = "adjusted";
  static final String MERGED = "merged";
  static final String BREAK = "break";

  private static final String COLUMN = "boundary_events";

  private BoundaryEvents() {}

  /**
   * The events of each unit: unit_id, boundary_events (year, event as kind:from>to, is_whole_gain:
   * a whole unit came, is_end: this unit went whole, or was dissolved or split up).
   *
   * @param territory rows of the lineage whose territory moved: year, kind, from_unit_id,
   *     to_unit_id, is_whole
   */
  static Dataset<Row> byUnit(Dataset<Row> territory) {
    Column giver = when(col("from_unit_id").equalTo(""), "outside").otherwise(col("from_unit_id"));
    Column event = concat(col("kind"), lit(":"), giver, lit(">"), col("to_unit_id"));
    Column isMerge = col("kind").equalTo("merge").and(col("is_whole"));
    Column isEnd = isMerge.or(col("kind").isin("split", "dissolve"));
    Dataset<Row> gained =
        territory.select(
            col("to_unit_id").as("unit_id"),
            struct(
                    col("year"),
                    event.as("event"),
                    isMerge.as("is_whole_gain"),
                    lit(false).as("is_end"))
                .as("e"));
    Dataset<Row> gave =
        territory
            .where(col("from_unit_id").notEqual(""))
            .select(
                col("from_unit_id").as("unit_id"),
                struct(
                        col("year"),
                        event.as("event"),
                        lit(false).as("is_whole_gain"),
                        isEnd.as("is_end"))
                    .as("e"));
    return gained.unionByName(gave).groupBy("unit_id").agg(array_sort(collect_set("e")).as(COLUMN));
  }

  /**
   * Those of a span, from {@link #byUnit}: of years after the first and up to the last; null for a
   * unit without any.
   */
  static Column within(Column from, Column to) {
    return filter(col(COLUMN), e -> e.getField("year").gt(from).and(e.getField("year").leq(to)));
  }

  /** The flag of a statistic of this basis over the events of a span. */
  static Column flag(Column events, Basis basis) {
    Column moved =
        switch (basis) {
          case FIXED -> lit(ADJUSTED);
          case MERGED ->
              when(exists(events, e -> not(e.getField("is_whole_gain"))), BREAK).otherwise(MERGED);
          case AS_REPORTED -> lit(BREAK);
        };
    return when(events.isNull().or(size(events).equalTo(0)), NONE).otherwise(moved);
  }

  /** Whether the unit itself ended within the span. */
  static Column isEnd(Column events) {
    return exists(events, e -> e.getField("is_end"));
  }

  /** The events in words; null for none. */
  static Column text(Column events) {
    return when(size(events).gt(0), array_join(transform(events, e -> e.getField("event")), "; "));
  }
}
