package org.renxing.regression;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Takes the effects of units and times off columns, exactly, whether the panel is balanced or not.
 * For two ways the more numerous side is eliminated, and the normal equations of the other side
 * solved by Cholesky, one effect a connected part of the panel being 0 (Abowd, Creecy and Kramarz
 * 2002 on the parts); residuals are refined once.
 */
final class Within {
  private static final int LARGEST = 3000;

  private final int[] many;
  private final int[] few;
  private final double[] counts;
  private final int rank;
  private final RealMatrix inverse;

  private Within(int[] many, int[] few, int rank, double[] counts, RealMatrix inverse) {
    this.many = many;
    this.few = few;
    this.rank = rank;
    this.counts = counts;
    this.inverse = inverse;
  }

  /**
   * The transformation of a panel.
   *
   * @throws RenxingException DATA_CHECK for two-way effects of over 3,000 units and 3,000 times
   */
  static Within of(PanelRows panel, Effects effects) {
    int[] periods = panel.periods();
    int times = panel.times().length;
    if (effects == Effects.NONE || panel.size() == 0) {
      return new Within(new int[0], new int[0], 0, new double[0], null);
    }
    if (effects != Effects.TWOWAY) {
      int[] codes = effects.hasUnit() ? panel.unit() : periods;
      double[] counts = counts(codes);
      return new Within(codes, new int[0], counts.length, counts, null);
    }
    boolean hasManyUnits = panel.units() >= times;
    int[] many = hasManyUnits ? panel.unit() : periods;
    int[] few = hasManyUnits ? periods : panel.unit();
    double[] counts = counts(many);
    int size = hasManyUnits ? times : panel.units();
    if (size > LARGEST) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          "two-way effects: over 3,000 units and over 3,000 times; take one of them as effects");
    }
    double[][] equations = equations(many, few, counts, size);
    int[] parts = parts(many, few, counts.length, size);
    int pinned = pin(equations, parts);
    RealMatrix inverse =
        new CholeskyDecomposition(new Array2DRowRealMatrix(equations, false), 1e-9, 1e-12)
            .getSolver()
            .getInverse();
    for (int i = 0; i < size; i++) {
      if (parts[i] == i) {
        inverse.setEntry(i, i, 0);
      }
    }
    return new Within(many, few, counts.length + size - pinned, counts, inverse);
  }

  private static double[] counts(int[] codes) {
    double[] out = new double[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int code : codes) {
      out[code]++;
    }
    return out;
  }

  /** D'D of the fewer side's dummies, less the means by the other side. */
  private static double[][] equations(int[] many, int[] few, double[] counts, int size) {
    double[][] out = new double[size][size];
    int[][] rows = rows(many, counts);
    for (int[] group : rows) {
      for (int i : group) {
        out[few[i]][few[i]]++;
        for (int j : group) {
          out[few[i]][few[j]] -= 1.0 / group.length;
        }
      }
    }
    return out;
  }

  /** The rows of each group. */
  private static int[][] rows(int[] codes, double[] counts) {
    int[][] out = new int[counts.length][];
    for (int g = 0; g < out.length; g++) {
      out[g] = new int[(int) counts[g]];
    }
    int[] next = new int[out.length];
    for (int i = 0; i < codes.length; i++) {
      out[codes[i]][next[codes[i]]++] = i;
    }
    return out;
  }

  /** For each of the fewer side the first that is connected to it. */
  private static int[] parts(int[] many, int[] few, int groups, int size) {
    int[] root = new int[size + groups];
    Arrays.setAll(root, i -> i);
    for (int i = 0; i < many.length; i++) {
      int a = find(root, few[i]);
      int b = find(root, size + many[i]);
      root[Math.max(a, b)] = Math.min(a, b);
    }
    int[] out = new int[size];
    Arrays.setAll(out, i -> find(root, i));
    return out;
  }

  private static int find(int[] root, int start) {
    int at = start;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** Makes the first effect of each part 0; returns how many. */
  private static int pin(double[][] equations, int[] parts) {
    int pinned = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == i) {
        pinned++;
        for (int j = 0; j < parts.length; j++) {
          equations[i][j] = 0;
          equations[j][i] = 0;
        }
        equations[i][i] = 1;
      }
    }
    return pinned;
  }

  /** How many effects are free. */
  int rank() {
    return rank;
  }

  /** A column without its effects. */
  double[] residual(double[] column) {
    if (rank == 0) {
      return column;
    }
    return once(once(column));
  }

  private double[] once(double[] column) {
    double[] out = demeaned(column);
    if (inverse == null) {
      return out;
    }
    double[] effects = fewEffects(out);
    for (int i = 0; i < out.length; i++) {
      out[i] = column[i] - effects[few[i]];
    }
    return demeaned(out);
  }

  private double[] fewEffects(double[] demeaned) {
    double[] sums = new double[inverse.getColumnDimension()];
    for (int i = 0; i < demeaned.length; i++) {
      sums[few[i]] += demeaned[i];
    }
    return inverse.operate(sums);
  }

  private double[] demeaned(double[] column) {
    double[] means = new double[counts.length];
    for (int i = 0; i < column.length; i++) {
      means[many[i]] += column[i];
    }
    for (int g = 0; g < means.length; g++) {
      means[g] /= counts[g];
    }
    double[] out = new double[column.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = column[i] - means[many[i]];
    }
    return out;
  }

  /** The leverage of each row in the regression on the effects alone. */
  double[] leverage(int size) {
    double[] out = new double[size];
    if (rank == 0) {
      return out;
    }
    int[][] groups = rows(many, counts);
    for (int[] group : groups) {
      for (int i : group) {
        out[i] = 1.0 / group.length + (inverse == null ? 0 : spread(group, i));
      }
    }
    return out;
  }

  /** d' M⁻ d for the demeaned dummy d of a row. */
  private double spread(int[] group, int row) {
    double share = 1.0 / group.length;
    double all = 0;
    double own = 0;
    for (int i : group) {
      own += inverse.getEntry(few[row], few[i]);
      for (int j : group) {
        all += inverse.getEntry(few[i], few[j]);
      }
    }
    return inverse.getEntry(few[row], few[row]) - 2 * share * own + share * share * all;
  }
}
