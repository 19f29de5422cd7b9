package org.renxing.decomposition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.renxing.numerics.Distribution;

/**
 * The total of each sector in one period, and the factors whose product it is. Immutable.
 *
 * <p>A total is 0 or more. A factor is 0 or more, or NaN where it is undefined (0/0) and the
 * sector's total is 0.
 */
public final class SectorLevels {
  /** The product of the factors may differ from the total by this share: rounding. */
  private static final double ROUNDING = 1e-9;

  private static final String NEEDED = "LMDI needs numbers of 0 or more";

  private final double[] totals;
  private final double[][] factors;

  /**
   * The levels of a period; {@link #fault} says whether they can be decomposed.
   *
   * @param totals of each sector
   * @param factors sectors × factors
   */
  public SectorLevels(double[] totals, double[][] factors) {
    this.totals = totals.clone();
    this.factors = Arrays.stream(factors).map(double[]::clone).toArray(double[][]::new);
  }

  /** How many sectors. */
  public int sectors() {
    return totals.length;
  }

  /** How many factors. */
  public int factors() {
    return factors.length == 0 ? 0 : factors[0].length;
  }

  /** The total of a sector. */
  public double total(int sector) {
    return totals[sector];
  }

  /** The total of all sectors. */
  public double total() {
    return Distribution.of(totals).sum();
  }

  /** A factor of a sector. */
  public double factor(int sector, int factor) {
    return factors[sector][factor];
  }

  /**
   * Why a sector cannot be decomposed, in words; empty where it can.
   *
   * @param names of the factors
   */
  public Optional<String> fault(int sector, List<String> names) {
    double total = totals[sector];
    if (!(total >= 0)) {
      return Optional.of("the total is " + total + "; " + NEEDED);
    }
    double product = 1;
    boolean isWhole = true;
    for (int k = 0; k < names.size(); k++) {
      double x = factors[sector][k];
      if (x < 0 || Double.isInfinite(x) || (Double.isNaN(x) && total > 0)) {
        return Optional.of(
            "factor %s is %s where the total is %s; %s"
                .formatted(names.get(k), Double.isNaN(x) ? "undefined" : x, total, NEEDED));
      }
      isWhole &= !Double.isNaN(x);
      product *= x;
    }
    if (isWhole && !(Math.abs(product - total) <= ROUNDING * Math.max(product, total))) {
      return Optional.of(
          "the product of the factors %s is %s, and the total is %s"
              .formatted(String.join(", ", names), product, total));
    }
    return Optional.empty();
  }
}
