package org.renxing.detector;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.renxing.numerics.SignificantDigits;

/**
 * The way and number of strata of a number with the highest q (the optimal-parameter detector, Song
 * et al. 2020). Ties to 12 digits go to fewer strata, then to the way that is named first. Since q
 * tends to grow with the number of strata, the largest number should be small beside that of rows.
 *
 * @param asked how many strata were asked for; there may be fewer
 */
public record OptimalStrata(Strata strata, Discretisation way, int asked, double q) {

  /**
   * The best; empty where no way gives a q.
   *
   * @param y NaN where missing
   * @param values NaN where missing
   */
  public static Optional<OptimalStrata> of(
      String name,
      double[] y,
      double[] values,
      Collection<Discretisation> ways,
      int fewest,
      int most,
      Convention convention) {
    Optional<OptimalStrata> best = Optional.empty();
    for (int k = fewest; k <= most; k++) {
      for (Discretisation way : ways) {
        Strata strata = Strata.of(name, values, way.breaks(values, k));
        double q = GeographicalDetector.of(y, List.of(strata), convention).factors().get(0).q();
        double least = best.map(b -> SignificantDigits.tieKey(b.q())).orElse(-1.0);
        if (SignificantDigits.tieKey(q) > least) {
          best = Optional.of(new OptimalStrata(strata, way, k, q));
        }
      }
    }
    return best;
  }
}
