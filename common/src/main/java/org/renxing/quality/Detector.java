package org.renxing.quality;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One family of checks, over all cells at once.
 *
 * <p>Preparation comes in two stages, so that all families together need one shuffle by indicator
 * and one by unit and year.
 */
interface Detector {
  /**
   * Adds what is seen across the units of an indicator to the cells of {@link Expectation#of};
   * windows are partitioned by indicator_code and perhaps more.
   */
  default Dataset<Row> acrossUnits(Dataset<Row> cells) {
    return cells;
  }

  /**
   * Whether a cell may be suspect, or tells of one that is; cells of which no family says so are
   * left behind before the second stage. Null counts as false.
   */
  Column isCandidate();

  /**
   * Adds what is seen across a unit's year, of candidates; windows are partitioned by {@link
   * Rows#ROW}.
   */
  default Dataset<Row> acrossIndicators(Dataset<Row> cells) {
    return cells;
  }

  /** What is found of each cell, as of {@link Finding#when}; null for nothing. */
  List<Column> findings();
}
