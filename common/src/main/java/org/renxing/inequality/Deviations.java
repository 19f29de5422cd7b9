package org.renxing.inequality;

/** Sums of {@link Deviation} over values: one pass for all indices. */
final class Deviations {
  private static final double LN2 = StrictMath.log(2);
  private static final double UNSAFE = 0x1p-1000;

  private final double mean;
  private final double factor;
  private final double logMean;
  private final double[] powers;
  private final CompensatedSum sumT = new CompensatedSum();
  private final CompensatedSum sumL = new CompensatedSum();
  private final CompensatedSum squares = new CompensatedSum();
  private final CompensatedSum[] sumPowers;
  private long count;

  /**
   * About a mean.
   *
   * @param scaledMean the mean times 2^−exponent, above 0
   * @param powers the exponents a of Atkinson's means of r^a
   */
  Deviations(double scaledMean, int exponent, double... powers) {
    this.mean = scaledMean;
    this.factor = Group.factor(exponent);
    this.logMean = StrictMath.log(scaledMean) + exponent * LN2;
    this.powers = powers;
    this.sumPowers = new CompensatedSum[powers.length];
    for (int i = 0; i < powers.length; i++) {
      sumPowers[i] = new CompensatedSum();
    }
  }

  /** Adds values of 0 or more. */
  void addAll(double[] values) {
    for (double value : values) {
      double scaled = value * factor;
      double delta = (scaled - mean) / mean;
      double logarithm =
          scaled < UNSAFE ? StrictMath.log(value) - logMean : StrictMath.log(scaled / mean);
      sumT.add(Deviation.theilT(delta, logarithm));
      sumL.add(Deviation.theilL(delta, logarithm));
      squares.add(delta * delta);
      for (int i = 0; i < powers.length; i++) {
        sumPowers[i].add(Deviation.power(delta, logarithm, powers[i]));
      }
    }
    count += values.length;
  }

  /** Theil's T: the mean of r ln r. */
  double theilT() {
    return sumT.value() / count;
  }

  /** Theil's L: the mean of −ln r; infinite where a value is 0. */
  double theilL() {
    return sumL.value() / count;
  }

  /** Coefficient of variation, with the sample standard deviation; NaN for one value. */
  double variation() {
    return Math.sqrt(squares.value() / (count - 1));
  }

  /** Atkinson's index with 1 − a = epsilon: 1 − (mean of r^a)^(1/a). */
  double atkinson(int power) {
    double excess = sumPowers[power].value() / count;
    return -StrictMath.expm1(StrictMath.log1p(excess) / powers[power]);
  }

  /** ln of a group's mean over the mean of all. */
  double logarithm(Group group, int exponent) {
    double scaled = group.mean(exponent);
    return scaled < UNSAFE
        ? StrictMath.log(group.mean(group.exponent())) + group.exponent() * LN2 - logMean
        : StrictMath.log(scaled / mean);
  }

  /** A group's mean over the mean of all, less 1. */
  double delta(Group group, int exponent) {
    return (group.mean(exponent) - mean) / mean;
  }
}
