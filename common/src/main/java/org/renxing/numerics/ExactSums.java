package org.renxing.numerics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums of doubles, side by side, that do not depend on the order of their terms nor on how these
 * are split: {@link #merge} of any parts gives the same bits as one pass over all terms.
 *
 * <p>Each term is cut into whole multiples of fixed powers of two, 30 bits apart, and a rest below
 * 2^−81. Sums of such parts are exact in double arithmetic, hence the same in any order; {@link
 * #total} adds the parts from the smallest up, within three roundings of the true sum.
 *
 * <p>Range: exact while the absolute terms of a sum come to less than 2^33 (8.6e9) for {@link
 * #unit} and 2^93 (9.9e27) for {@link #wide}, over up to 2^24 terms. Bits of a term below 2^−81 are
 * summed as they come, with a noise near 1e−40 a term. Beyond the range a sum is an ordinary one,
 * which may depend on the order. Terms must be numbers: callers leave missing values out.
 */
public final class ExactSums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 30;
  private static final int LOWEST = -80;

  /** 1.5 · 2^(52 + e) for each exponent, downwards: adding it leaves no bit below 2^e. */
  private final double[] magnets;

  private final double[] cells;

  private ExactSums(int count, int largest) {
    magnets = new double[(largest - LOWEST) / STEP + 1];
    for (int i = 0; i < magnets.length; i++) {
      magnets[i] = Math.scalb(1.5, 52 + largest - i * STEP);
    }
    cells = new double[count * (magnets.length + 1)];
  }

  /** Sums of terms about 1 in size, all 0. */
  public static ExactSums unit(int count) {
    return new ExactSums(count, -20);
  }

  /** Sums of terms of any usual size, all 0; they cost half as much again. */
  public static ExactSums wide(int count) {
    return new ExactSums(count, 40);
  }

  /** Adds a term to the sum at a place. */
  public void add(int place, double term) {
    int at = place * (magnets.length + 1);
    double rest = term;
    for (double magnet : magnets) {
      double part = multiple(rest, magnet);
      cells[at++] += part;
      rest -= part;
    }
    cells[at] += rest;
  }

  /** Adds sums of the same kind and number, each to the one at its place. */
  public void merge(ExactSums others) {
    if (others.magnets.length != magnets.length || others.cells.length != cells.length) {
      throw new IllegalArgumentException("sums of another kind or number cannot be merged");
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] += others.cells[i];
    }
  }

  /** The sum at a place; 0 without terms. */
  public double total(int place) {
    double total = 0;
    int width = magnets.length + 1;
    for (int i = (place + 1) * width - 1; i >= place * width; i--) {
      total += cells[i];
    }
    return total;
  }

  /** The exact sum of a few terms about 1 in size; 0 of none. */
  public static double of(double... terms) {
    ExactSums sum = unit(1);
    Arrays.stream(terms).forEach(term -> sum.add(0, term));
    return sum.total(0);
  }

  /** The nearest multiple of the power of two to which a magnet belongs. */
  private static double multiple(double x, double magnet) {
    if (Math.abs(x) < magnet / 8) {
      return x + magnet - magnet;
    }
    double unit = magnet / 0x1.8p52;
    return Math.rint(x / unit) * unit;
  }
}
