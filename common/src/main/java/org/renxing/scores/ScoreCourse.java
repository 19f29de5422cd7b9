package org.renxing.scores;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.renxing.numerics.Distribution;

/**
 * The course of a unit's scores of one node over the years, as R tells it (R 2.1.2).
 *
 * @param scores of all its years
 * @param nAboveMean years above the mean of all units of the year, by more than rounding
 */
public record ScoreCourse(Distribution scores, Year first, Year last, long nAboveMean)
    implements Serializable {

  /**
   * A year with a score.
   *
   * @param rank among the units of the year
   * @param mean the mean score of all units of the year
   */
  public record Year(int year, double score, int rank, double mean) implements Serializable {}

  /**
   * The course of a unit.
   *
   * @param years one or more, each once, in any order
   */
  public static ScoreCourse of(List<Year> years) {
    Comparator<Year> order = Comparator.comparingInt(Year::year);
    return new ScoreCourse(
        Distribution.of(years, Year::score),
        years.stream().min(order).orElseThrow(),
        years.stream().max(order).orElseThrow(),
        years.stream().filter(y -> Distribution.isAbove(y.score(), y.mean())).count());
  }

  /** How far the score came. */
  public double change() {
    return last.score() - first.score();
  }

  /** The last score over the first, minus 1; NaN where the first is 0. */
  public double growth() {
    return ScoreSummary.ratio(last.score(), first.score()) - 1;
  }
}
