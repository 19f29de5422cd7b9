package org.renxing.scores;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.renxing.numerics.Distribution;

/**
 * Scores of a group in one year, or in all years together, as R reports them (R Table 4). Figures
 * are NaN where they are undefined.
 *
 * @param year 0 for all years together, unit-years as rows
 * @param cv coefficient of variation: sd over mean
 * @param growth mean over the mean of the year before − 1; NaN for year 0 and without that year
 * @param growthSinceFirst mean over that of the first year − 1; in year 0 that of the last year
 * @param cvSinceFirst cv less that of the first year, above 0 where units drift apart; in year 0
 *     that of the last year
 */
public record ScoreSummary(
    int year,
    Distribution scores,
    Distribution contributions,
    double cv,
    double growth,
    double growthSinceFirst,
    double cvSinceFirst) {

  /** Scores of a group in a year, and what they add to the whole. */
  public record Year(int year, Distribution scores, Distribution contributions)
      implements Serializable {
    double cv() {
      return ratio(scores.sd(), scores.mean());
    }
  }

  /**
   * Sums up the scores of a group: one summary a year, and one of all years together.
   *
   * @param years each year with a score once, in any order
   */
  public static List<ScoreSummary> of(List<Year> years) {
    List<Year> course = years.stream().sorted(Comparator.comparingInt(Year::year)).toList();
    Year first = course.get(0);
    Year last = course.get(course.size() - 1);
    Year whole =
        new Year(
            0,
            Distribution.together(course.stream().map(Year::scores).toList()),
            Distribution.together(course.stream().map(Year::contributions).toList()));
    List<ScoreSummary> out = new ArrayList<>();
    out.add(summary(whole, Double.NaN, first, last));
    for (int i = 0; i < course.size(); i++) {
      Year year = course.get(i);
      boolean isNext = i > 0 && course.get(i - 1).year() == year.year() - 1;
      double before = isNext ? course.get(i - 1).scores().mean() : Double.NaN;
      out.add(summary(year, ratio(year.scores().mean(), before) - 1, first, year));
    }
    return out;
  }

  private static ScoreSummary summary(Year year, double growth, Year first, Year at) {
    return new ScoreSummary(
        year.year(),
        year.scores(),
        year.contributions(),
        year.cv(),
        growth,
        ratio(at.scores().mean(), first.scores().mean()) - 1,
        at.cv() - first.cv());
  }

  /** A quotient; NaN for a divisor of 0. */
  static double ratio(double x, double divisor) {
    return divisor == 0 ? Double.NaN : x / divisor;
  }
}
