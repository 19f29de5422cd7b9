package org.renxing.index.couple;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Coupling;

/**
 * The scale on which coupled scores lie: from 0 to an upper end. Both ends hold to 1e-9 of the
 * scale, so that what the arithmetic of scores leaves beyond them is no score outside.
 *
 * @param upper the upper end, above 0
 */
public record ScoreScale(double upper) {
  private static final double ROUNDING = 1e-9;

  /** Scores as shares of the scale. */
  Column share(Column score) {
    return score.divide(upper);
  }

  /** Whether a share is NaN, infinite, below 0 or above 1; null for a missing one. */
  public static Column isOutside(Column share) {
    // NaN is larger than any number
    return share.lt(-ROUNDING).or(share.gt(1 + ROUNDING));
  }

  /** A share with what rounding left beyond the ends put on them. */
  static Column onEnds(Column share) {
    return greatest(least(share, lit(1.0)), lit(0.0));
  }

  /**
   * The scores of a coupling that lie outside, by system, unit and year, some of them.
   *
   * @param scores scheme, system, unit_id, year, score
   * @param most the largest number that is given
   * @return system, unit_id, year, score
   */
  public List<Row> outside(Dataset<Row> scores, Coupling coupling, int most) {
    return scores
        .where(col("scheme").equalTo(coupling.scheme()))
        .where(col("system").isin(coupling.systems().toArray()))
        .where(isOutside(share(col("score"))))
        .select("system", "unit_id", "year", "score")
        .orderBy("unit_id", "year", "system")
        .limit(most)
        .collectAsList();
  }

  /** What is wrong with a score that lies outside, and what to do. */
  public String problem(String cell, Object score) {
    String end = upper == Math.rint(upper) ? Long.toString((long) upper) : Double.toString(upper);
    return "%s: %s lies outside the scale of coupled scores, from 0 to %s"
        .formatted(cell, score, end);
  }
}
