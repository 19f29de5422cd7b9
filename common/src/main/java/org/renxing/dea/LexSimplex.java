package org.renxing.dea;

import java.util.Arrays;

/**
 * A revised simplex for programs of few rows and many columns, with two costs of which the first
 * comes wholly before the second: the two phases of a radial model in one solve, as with an ε that
 * is smaller than any number (Charnes, Cooper and Rhodes 1979). Minimise cost·z, columns·z = b, z ≥
 * 0, but the moving column's variable is free, stands in every basis, and never leaves it.
 *
 * <p>Tolerances are relative to the terms of the sum that is tested. Nothing here is trusted: see
 * {@link Certificate}.
 */
final class LexSimplex extends Basis {
  private static final int STALL = 60;

  /** How a solve ended. */
  enum End {
    OPTIMAL,
    INFEASIBLE,
    FAILED
  }

  private double[] ray = {};

  /** A solver for one set of columns; see {@link Basis}. */
  LexSimplex(int rows, double[] columns, double[] firstCost, double[] secondCost) {
    super(rows, columns, firstCost, secondCost);
  }

  /** The combination of rows that shows a program infeasible, from the last solve. */
  double[] ray() {
    return ray.clone();
  }

  /** From a basis that no column can better: until its values are not negative. */
  End dual(int limit) {
    for (int step = 0; step < limit; step++) {
      int leaving = mostNegative();
      if (leaving < 0) {
        return End.OPTIMAL;
      }
      int entering = dualEntering(leaving);
      if (entering < 0) {
        ray = Arrays.copyOfRange(inverse, leaving * rows, (leaving + 1) * rows);
        return End.INFEASIBLE;
      }
      if (!exchange(leaving, entering)) {
        return End.FAILED;
      }
    }
    return End.FAILED;
  }

  /** From a basis whose values are not negative: until no column betters it. */
  End primal(int limit) {
    int stalled = 0;
    for (int step = 0; step < limit; step++) {
      boolean isCareful = stalled > STALL;
      int entering = primalEntering(isCareful);
      if (entering < 0) {
        return End.OPTIMAL;
      }
      int leaving = primalLeaving(entering, isCareful);
      if (leaving < 0) {
        return End.FAILED;
      }
      stalled = z[leaving] > 0 ? 0 : stalled + 1;
      if (!exchange(leaving, entering)) {
        return End.FAILED;
      }
    }
    return End.FAILED;
  }

  /** The place of the most negative value against its terms, or -1. */
  private int mostNegative() {
    int out = -1;
    double worst = -Tolerance.TIGHT;
    double largest = 0;
    for (double value : right) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int place = 0; place < rows; place++) {
      if (basis[place] == count) {
        continue;
      }
      double sum = 0;
      double size = 0;
      double whole = 0;
      for (int i = 0; i < rows; i++) {
        double term = inverse[place * rows + i] * right[i];
        sum += term;
        size += Math.abs(term);
        whole += Math.abs(inverse[place * rows + i]);
      }
      if (sum < worst * size && sum < -Tolerance.NOISE * whole * largest) {
        worst = sum / size;
        out = place;
      }
    }
    return out;
  }

  /** The column that keeps all others unable to better; ties by the second cost, then by size. */
  private int dualEntering(int leaving) {
    prices();
    int out = -1;
    double best = Double.POSITIVE_INFINITY;
    double bestSecond = 0;
    double bestSize = 0;
    int from = leaving * rows;
    double whole = size(leaving);
    for (int j = 0; j < count; j++) {
      int at = j * rows;
      double alpha = 0;
      double gain = firstCost[j];
      for (int i = 0; i < rows; i++) {
        double a = columns[at + i];
        alpha += inverse[from + i] * a;
        gain -= first[i] * a;
      }
      double slight = 4 * Tolerance.TIGHT * (firstSize + Math.abs(firstCost[j]));
      if (alpha >= 0 || gain > slight - alpha * best || isOut(j)) {
        continue;
      }
      if (isRounding(-alpha, size(inverse, from, at), whole)) {
        continue;
      }
      boolean isTight = gain <= slight && gain <= firstSlight(j);
      double ratio = isTight ? 0 : gain / -alpha;
      double ratioSecond = isTight ? Math.max(0, secondGain(j)) / -alpha : 0;
      int order = Double.compare(ratio, best);
      order = order == 0 ? Double.compare(ratioSecond, bestSecond) : order;
      if (order < 0 || (order == 0 && -alpha > bestSize)) {
        out = j;
        best = ratio;
        bestSecond = ratioSecond;
        bestSize = -alpha;
      }
    }
    return out;
  }

  /** The column that betters most against its terms, in the first cost before the second. */
  private int primalEntering(boolean isCareful) {
    prices();
    int out = -1;
    boolean isOutFirst = false;
    double best = -1;
    for (int j = 0; j < count; j++) {
      int at = j * rows;
      double gain = firstCost[j];
      for (int i = 0; i < rows; i++) {
        gain -= first[i] * columns[at + i];
      }
      if (gain > 4 * Tolerance.TIGHT * (firstSize + Math.abs(firstCost[j])) || isOut(j)) {
        continue;
      }
      double slight = firstSlight(j);
      boolean isFirst = gain < -slight;
      double relative = gain / slight;
      if (!isFirst) {
        if (gain > slight || isOutFirst) {
          continue;
        }
        relative = secondGain(j) / secondSlight(j);
      }
      if ((isFirst && !isOutFirst) || relative < best) {
        out = j;
        isOutFirst = isFirst;
        best = relative;
        if (isCareful) {
          return out;
        }
      }
    }
    return out;
  }

  private int primalLeaving(int entering, boolean isCareful) {
    values(z);
    for (int place = 0; place < rows; place++) {
      double sum = 0;
      double size = 0;
      double whole = 0;
      for (int i = 0; i < rows; i++) {
        double factor = inverse[place * rows + i];
        double term = factor * columns[entering * rows + i];
        sum += term;
        size += Math.abs(term);
        whole += Math.abs(factor);
      }
      work[place] = isRounding(sum, size, whole) ? 0 : sum;
    }
    int out = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int place = 0; place < rows; place++) {
      if (basis[place] == count || work[place] == 0) {
        continue;
      }
      double ratio = Math.max(0, z[place]) / work[place];
      boolean isTie = ratio == best;
      boolean wins = isCareful ? basis[place] < basis[Math.max(0, out)] : isLarger(place, out);
      if (ratio < best || (isTie && wins)) {
        best = ratio;
        out = place;
      }
    }
    return out;
  }

  private boolean isOut(int column) {
    return isBasic[column] || isShut[column];
  }

  /** Whether a pivot is too small against its terms, or against all of its row of the inverse. */
  private static boolean isRounding(double pivot, double terms, double whole) {
    return pivot <= Tolerance.PIVOT * terms || pivot <= 10 * Tolerance.NOISE * whole;
  }

  private double size(int place) {
    double out = 0;
    for (int i = 0; i < rows; i++) {
      out += Math.abs(inverse[place * rows + i]);
    }
    return out;
  }

  private boolean isLarger(int place, int other) {
    return other < 0 || work[place] > work[other];
  }
}
