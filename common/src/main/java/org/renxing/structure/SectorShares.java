package org.renxing.structure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The shares of sectors in a whole, in the order primary, secondary, tertiary where they are those.
 *
 * @param shares 0 to 1, with the sum 1
 */
@SuppressWarnings("ArrayRecordComponent") // a value of the moment
public record SectorShares(double[] shares) {
  /**
   * The shares of amounts.
   *
   * @param amounts two or more, none negative or missing, one above 0
   * @throws IllegalArgumentException for any other
   */
  public static SectorShares of(double... amounts) {
    double sum = Arrays.stream(amounts).sum();
    boolean isSound = Arrays.stream(amounts).allMatch(x -> x >= 0) && sum > 0 && sum < 1.0 / 0;
    if (amounts.length < 2 || !isSound) {
      throw new IllegalArgumentException("amounts of 0 and more expected, one of them above 0");
    }
    return new SectorShares(Arrays.stream(amounts).map(x -> x / sum).toArray());
  }

  /** The last sector over the one before: tertiary over secondary (Gan et al. 2011); NaN by 0. */
  public double upgrading() {
    double before = shares[shares.length - 2];
    return before > 0 ? shares[shares.length - 1] / before : Double.NaN;
  }

  /** Σ i · share of the i-th sector: 1 where all is primary, up to the number of sectors. */
  public double layerIndex() {
    return IntStream.range(0, shares.length).mapToDouble(i -> (i + 1) * shares[i]).sum();
  }

  /**
   * Σ_k Σ_{j ≤ k} θ_j in radians, θ_j the angle between the shares and the axis of sector j, so
   * that the angles from the early sectors count most (Fu 2010).
   */
  public double angleIndex() {
    double length = Math.sqrt(herfindahl());
    double sum = 0;
    for (int j = 0; j < shares.length; j++) {
      sum += (shares.length - j) * Math.acos(Math.min(1, shares[j] / length));
    }
    return sum;
  }

  /** Σ share²: 1 where all is in one sector, 1/n where all are alike. */
  public double herfindahl() {
    return Arrays.stream(shares).map(s -> s * s).sum();
  }

  /** (H − 1/n)/(1 − 1/n), from 0 to 1. */
  public double normalisedHerfindahl() {
    double least = 1.0 / shares.length;
    return (herfindahl() - least) / (1 - least);
  }

  /** −Σ share ln share, 0 for one sector, ln n where all are alike. */
  public double entropy() {
    return -Arrays.stream(shares).filter(s -> s > 0).map(s -> s * Math.log(s)).sum();
  }

  /** How much more of each sector is here than elsewhere: share over share of the reference. */
  public static double locationQuotient(
      double amount, double total, double referenceAmount, double referenceTotal) {
    return amount / total / (referenceAmount / referenceTotal);
  }
}
