package org.renxing.diagnosis;

import java.io.Serializable;
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
public final class Influence implements Serializable {
  private static final long serialVersionUID = 1L;
  private final CoMoments termAndScore;
  private final CoMoments valueAndScore;
  private final double rankChange;
  private final double ranked;
  private final double weight;
  private final int years;

  private Influence(
      CoMoments termAndScore,
      CoMoments valueAndScore,
      double rankChange,
      double ranked,
      double weight,
      int years) {
    this.termAndScore = termAndScore;
    this.valueAndScore = valueAndScore;
    this.rankChange = rankChange;
    this.ranked = ranked;
    this.weight = weight;
    this.years = years;
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

  /** Of several years, put together in the order of the list. */
  static Influence sum(List<Influence> parts) {
    CoMoments termAndScore = new CoMoments();
    CoMoments valueAndScore = new CoMoments();
    double rankChange = 0;
    double ranked = 0;
    double weight = 0;
    int years = 0;
    for (Influence part : parts) {
      termAndScore.add(part.termAndScore);
      valueAndScore.add(part.valueAndScore);
      rankChange += part.rankChange;
      ranked += part.ranked;
      weight += part.weight;
      years += part.years;
    }
    return new Influence(termAndScore, valueAndScore, rankChange, ranked, weight, years);
  }

  /** Units and years with a score. */
  public long n() {
    return valueAndScore.n();
  }

  /** The indicator's share of the weights, the mean over the years; NaN where undefined. */
  public double nominalWeight() {
    return weight / years;
  }

  /** The share of the score's variance; NaN where the score does not vary. */
  public double effective() {
    return termAndScore.slope();
  }

  /** Pearson's correlation of the normalised indicator with the score. */
  public double correlation() {
    return valueAndScore.correlation();
  }

  /** The mean absolute change of ranks within the year; NaN where nothing is left to score. */
  public double meanRankChange() {
    return ranked == 0 ? Double.NaN : rankChange / ranked;
  }
}
