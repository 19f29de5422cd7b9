package org.renxing.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The geographical detector (Wang et al. 2010) of a variable and some factors. A row counts where
 * the variable and all factors are known, so that all figures rest on the same rows.
 */
public final class GeographicalDetector {
  private final Variable y;
  private final List<Strata> factors;
  private final List<Spread> spreads;
  private final Convention convention;
  private final int leftOut;

  private GeographicalDetector(
      Variable y, List<Strata> factors, Convention convention, int leftOut) {
    this.y = y;
    this.factors = factors;
    this.convention = convention;
    this.leftOut = leftOut;
    this.spreads = factors.stream().map(this::spread).toList();
  }

  /**
   * Takes in the data.
   *
   * @param y NaN where missing
   * @throws IllegalArgumentException for factors of other length
   */
  public static GeographicalDetector of(double[] y, List<Strata> factors, Convention convention) {
    if (factors.stream().anyMatch(f -> f.size() != y.length)) {
      throw new IllegalArgumentException("variable and factors differ in length");
    }
    int[] rows =
        IntStream.range(0, y.length)
            .filter(i -> Double.isFinite(y[i]))
            .filter(i -> factors.stream().allMatch(f -> f.codes()[i] >= 0))
            .toArray();
    double[] known = Arrays.stream(rows).mapToDouble(i -> y[i]).toArray();
    return new GeographicalDetector(
        Variable.of(known),
        factors.stream().map(f -> f.select(rows)).toList(),
        convention,
        y.length - rows.length);
  }

  private Spread spread(Strata strata) {
    return Spread.of(y.z(), strata.codes(), strata.labels().size(), convention.keepsSingletons());
  }

  private Spread pair(Strata a, Strata b) {
    int[] codes = a.pairs(b);
    int size = Arrays.stream(codes).max().orElse(-1) + 1;
    return Spread.of(y.z(), codes, size, convention.keepsSingletons());
  }

  /** How many rows lack the variable or a factor. */
  public int leftOut() {
    return leftOut;
  }

  /** Each factor, in order. */
  public List<FactorDetector> factors() {
    return IntStream.range(0, factors.size()).mapToObj(this::factor).toList();
  }

  private FactorDetector factor(int place) {
    return FactorDetector.of(
        factors.get(place).name(), spreads.get(place), y, convention.isSampleVariance());
  }

  /** Each pair of factors, in order. */
  public List<Interaction> interactions() {
    List<FactorDetector> alone = factors();
    List<Interaction> out = new ArrayList<>();
    for (int a = 0; a < alone.size(); a++) {
      for (int b = a + 1; b < alone.size(); b++) {
        double q = pair(factors.get(a), factors.get(b)).q();
        out.add(Interaction.of(alone.get(a), alone.get(b), q));
      }
    }
    return out;
  }

  /**
   * Each pair of strata of each factor, among those with rows that count.
   *
   * @param most factors with more strata are left out, as they have too many pairs
   */
  public List<RiskDifference> risks(int most) {
    List<RiskDifference> out = new ArrayList<>();
    for (int place = 0; place < factors.size(); place++) {
      Spread spread = spreads.get(place);
      int[] known =
          IntStream.range(0, spread.counts().length).filter(h -> spread.counts()[h] > 0).toArray();
      for (int i = 0; i < known.length && known.length <= most; i++) {
        for (int j = i + 1; j < known.length; j++) {
          out.add(RiskDifference.of(factors.get(place), spread, y, known[i], known[j]));
        }
      }
    }
    return out;
  }

  /** Each pair of factors, in order. */
  public List<EcologicalTest> ecological() {
    List<EcologicalTest> out = new ArrayList<>();
    for (int a = 0; a < factors.size(); a++) {
      for (int b = a + 1; b < factors.size(); b++) {
        out.add(
            EcologicalTest.of(
                spreads.get(a), spreads.get(b), factors.get(a).name(), factors.get(b).name()));
      }
    }
    return out;
  }
}
