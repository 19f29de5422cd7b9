package org.renxing.index.diagnose;

import java.util.List;

/**
 * What an indicator does to a score, as sums that can be put together over years.
 *
 * <p>With q_j the indicator's share of the weights and c_j = q_j y_j its term in the score s = Σ
 * c_j, its effective influence is cov(c_j, s)/var(s), the share of the variance of the score that
 * it brings; the influences sum to 1 (the covariance decomposition; cf. Becker, Saisana, Paruolo
 * and Vandecasteele 2017). For a geometric index y is its logarithm and s that of the score, over
 * units whose score is above 0.
 */
final class Influence {
  /** Doubles that one takes in an array. */
  static final int WIDTH = 2 * CoMoments.WIDTH + 4;

  private final CoMoments termAndScore;
  private final CoMoments valueAndScore;
  private final double rankChange;
  private final double ranked;
  private final double weight;
  private final double years;

  private Influence(
      CoMoments termAndScore, CoMoments valueAndScore, double... rankChangeRankedWeightYears) {
    this.termAndScore = termAndScore;
    this.valueAndScore = valueAndScore;
    this.rankChange = rankChangeRankedWeightYears[0];
    this.ranked = rankChangeRankedWeightYears[1];
    this.weight = rankChangeRankedWeightYears[2];
    this.years = rankChangeRankedWeightYears[3];
  }

  /**
   * Of the member at a place of a year's scores.
   *
   * @param changes sum and number of absolute rank changes
   */
  static Influence of(YearScores scores, int member, double[] values, double[] changes) {
    return new Influence(
        CoMoments.of(scores.terms(member), scores.sums()),
        CoMoments.of(values, scores.scores()),
        changes[0],
        changes[1],
        scores.share(member),
        1);
  }

  /** What {@link #write} wrote of several years at an offset, in the order of the list. */
  static Influence sum(List<double[]> years, int offset) {
    CoMoments first = new CoMoments();
    CoMoments second = new CoMoments();
    double[] rest = new double[4];
    for (double[] year : years) {
      first.add(CoMoments.read(year, offset));
      second.add(CoMoments.read(year, offset + CoMoments.WIDTH));
      for (int i = 0; i < rest.length; i++) {
        rest[i] += year[offset + 2 * CoMoments.WIDTH + i];
      }
    }
    return new Influence(first, second, rest);
  }

  void write(double[] to, int offset) {
    termAndScore.write(to, offset);
    valueAndScore.write(to, offset + CoMoments.WIDTH);
    double[] rest = {rankChange, ranked, weight, years};
    System.arraycopy(rest, 0, to, offset + 2 * CoMoments.WIDTH, rest.length);
  }

  /** Units and years with a score. */
  long n() {
    return valueAndScore.n();
  }

  /** The indicator's share of the weights, the mean over the years; NaN where undefined. */
  double nominalWeight() {
    return weight / years;
  }

  /** The share of the score's variance; NaN where the score does not vary. */
  double effective() {
    return termAndScore.slope();
  }

  /** Pearson's correlation of the normalised indicator with the score. */
  double correlation() {
    return valueAndScore.correlation();
  }

  /** The mean absolute change of ranks within the year; NaN where nothing is left to score. */
  double meanRankChange() {
    return ranked == 0 ? Double.NaN : rankChange / ranked;
  }
}
