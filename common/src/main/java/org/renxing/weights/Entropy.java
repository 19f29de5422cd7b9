package org.renxing.weights;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Entropy weights (Shannon 1948; C eq. 3–5): p_i = y_i/Σy, H = −(1/ln N) Σ p ln p with 0·ln 0 = 0,
 * importance 1 − H. N is the number of rows with a value in scope.
 *
 * <p>1 − H is computed as mean(z ln z − z + 1)/ln N with z = y/mean(y), see {@link
 * SecondMoments#divergence(int)}, so that near-constant columns keep their digits.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW} (N = 1, ln N = 0), {@code NEGATIVE_VALUE},
 * {@code TOO_LARGE} (NaN), {@code CONSTANT} (0, entropy 1; zeros too).
 */
final class Entropy implements WeightingMethod {
  @Override
  public String id() {
    return "entropy";
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    FirstMoments first = given.moments().means().shares();
    SecondMoments second = given.moments().shares();
    return IntStream.range(0, given.size())
        .mapToObj(j -> importance(first, second, given.plan().shift(), j))
        .toList();
  }

  private static Importance importance(
      FirstMoments first, SecondMoments second, double shift, int j) {
    double n = first.n(j);
    double gain = second.divergence(j) / n / StrictMath.log(n);
    String reason = reason(first, j);
    Importance found = Importance.of(Math.min(1, Math.max(0, gain)), reason, Evidence.NONE);
    double range = first.range(j);
    double mean = first.mean(j) - shift;
    double sd = range == 0 ? 0 : range * Math.sqrt(second.squares(j) / n);
    Evidence evidence =
        new Evidence(
            1 - found.value(),
            mean == 0 ? Double.NaN : sd / mean,
            Double.NaN,
            mean,
            sd,
            OptionalLong.of(first.n(j)),
            OptionalLong.of(first.negative(j)));
    return new Importance(found.value(), reason, evidence);
  }

  private static String reason(FirstMoments first, int j) {
    if (first.n(j) == 0) {
      return WeightReasons.NO_VALUES;
    }
    if (first.isTooLarge(j)) {
      return WeightReasons.TOO_LARGE;
    }
    if (first.negative(j) > 0) {
      return WeightReasons.NEGATIVE_VALUE;
    }
    if (first.n(j) == 1) {
      return WeightReasons.SINGLE_ROW;
    }
    return first.range(j) == 0 ? WeightReasons.CONSTANT : "";
  }
}
