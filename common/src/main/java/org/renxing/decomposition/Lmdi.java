package org.renxing.decomposition;

import java.util.ArrayList;
import java.util.List;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;

/**
 * The logarithmic mean Divisia index I (Ang 2005, Energy Policy 33): the change of a total between
 * two periods as the sum of what its factors did. The effect of factor k is Σ L(V₁, V₀) ln(x₁ₖ/x₀ₖ)
 * over sectors, with the logarithmic mean L(a, b) = (a − b)/ln(a/b), L(a, a) = a; there is no
 * residual.
 *
 * <p>Zeros by the limit (Ang and Liu 2007, Energy Policy 35): where a sector's total is 0 in one of
 * both periods, its change belongs to the factors that are 0 there, in equal parts, and other
 * factors have no effect; where it is 0 in both, nothing has. A factor that is undefined (0/0) at a
 * total of 0 counts as unchanged, unless no factor is 0.
 */
public final class Lmdi {
  private Lmdi() {}

  /**
   * The effects between two periods.
   *
   * @param before sectors in some order
   * @param after the same sectors in the same order, with the same factors
   */
  public static LmdiEffects of(SectorLevels before, SectorLevels after) {
    if (before.sectors() != after.sectors() || before.factors() != after.factors()) {
      throw new IllegalArgumentException("periods with other sectors or factors");
    }
    int sectors = before.sectors();
    double[][] parts = new double[before.factors()][sectors];
    for (int i = 0; i < sectors; i++) {
      double from = before.total(i);
      double to = after.total(i);
      if (from > 0 && to > 0) {
        double mean = logarithmicMean(to, from);
        for (int k = 0; k < parts.length; k++) {
          parts[k][i] = mean * logRatio(after.factor(i, k), before.factor(i, k));
        }
      } else if (from > 0 || to > 0) {
        List<Integer> moved = moved(from > 0 ? after : before, i);
        for (int k : moved) {
          parts[k][i] = (to - from) / moved.size();
        }
      }
    }
    double[] effects = new double[parts.length];
    for (int k = 0; k < parts.length; k++) {
      effects[k] = Distribution.of(parts[k]).sum();
    }
    return LmdiEffects.of(before.total(), after.total(), effects);
  }

  /** The factors that are 0 where the total is; those without a value where none is. */
  private static List<Integer> moved(SectorLevels levels, int sector) {
    List<Integer> zero = new ArrayList<>();
    List<Integer> undefined = new ArrayList<>();
    for (int k = 0; k < levels.factors(); k++) {
      double x = levels.factor(sector, k);
      if (x == 0) {
        zero.add(k);
      } else if (Double.isNaN(x)) {
        undefined.add(k);
      }
    }
    return zero.isEmpty() ? undefined : zero;
  }

  /** (a − b)/ln(a/b), and a where both are the same; 0 where either is 0. */
  static double logarithmicMean(double a, double b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double log = logRatio(a, b);
    return log == 0 ? a : (a - b) / log;
  }

  /** ln(a/b), without loss where both are nearly the same. */
  private static double logRatio(double a, double b) {
    double ratio = Finite.quotient(a, b);
    if (ratio >= 0.5 && ratio <= 2) {
      return StrictMath.log1p((a - b) / b);
    }
    return StrictMath.log(a) - StrictMath.log(b);
  }
}
