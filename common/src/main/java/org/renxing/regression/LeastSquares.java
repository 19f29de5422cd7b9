package org.renxing.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Ordinary least squares, pooled or with effects of units and times taken off (the within
 * estimator), by QR and not by normal equations.
 */
public final class LeastSquares {
  /** What is left of a column without variation, as a share of its length. */
  static final double ROUNDING = 1e-13;

  private LeastSquares() {}

  /**
   * The regression of a cross-section, or of a panel as if it were one.
   *
   * @throws RenxingException DATA_CHECK for fewer rows than coefficients and one
   */
  public static RegressionFit pooled(DesignMatrix design) {
    return fit(design, Optional.empty(), Effects.NONE);
  }

  /**
   * The regression of a panel. The intercept is absorbed by effects. Units and times with a single
   * row, which their effects explain entirely, do not count (Correia 2015).
   *
   * @param panel of the rows of the design
   * @throws RenxingException DATA_CHECK for fewer rows than coefficients, effects and one
   */
  public static RegressionFit panel(DesignMatrix design, PanelRows panel, Effects effects) {
    int[] rows = withoutSingletons(panel, effects);
    boolean isWhole = rows.length == panel.size();
    return fit(
        isWhole ? design : design.select(rows),
        Optional.of(isWhole ? panel : panel.select(rows)),
        effects);
  }

  /** The rows that are not alone in their unit or time, where these have effects. */
  static int[] withoutSingletons(PanelRows panel, Effects effects) {
    int[] periods = panel.periods();
    int[] rows = IntStream.range(0, panel.size()).toArray();
    int before;
    do {
      before = rows.length;
      rows = effects.hasUnit() ? shared(rows, panel.unit()) : rows;
      rows = effects.hasTime() ? shared(rows, periods) : rows;
    } while (rows.length < before);
    return rows;
  }

  private static int[] shared(int[] rows, int[] codes) {
    int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int row : rows) {
      counts[codes[row]]++;
    }
    return Arrays.stream(rows).filter(row -> counts[codes[row]] > 1).toArray();
  }

  private static RegressionFit fit(
      DesignMatrix design, Optional<PanelRows> panel, Effects effects) {
    boolean hasIntercept = design.hasIntercept() && effects == Effects.NONE;
    Optional<Within> within =
        panel.filter(p -> effects != Effects.NONE).map(p -> Within.of(p, effects));
    Input input = new Input(design.rows(), panel, within);
    int n = design.size();
    if (hasIntercept) {
      input.add(Formula.INTERCEPT, Columns.filled(n, 1), Math.sqrt(n), 0);
    }
    for (int j = 0; j < design.x().length; j++) {
      double[] column = design.x()[j];
      double length = Columns.norm(column);
      double[] moved = within.map(w -> w.residual(Columns.centred(column))).orElse(column);
      double spread = hasIntercept ? Columns.norm(Columns.centred(column)) : Columns.norm(moved);
      input.add(design.terms().get(j), moved, spread, length);
    }
    double[] y = within.map(w -> w.residual(Columns.centred(design.y()))).orElse(design.y());
    double[] deviations = hasIntercept ? Columns.centred(y) : y;
    return input.fit(y, Columns.dot(deviations, deviations), hasIntercept);
  }

  /** The columns of a regression with their scales. */
  static final class Input {
    private final int[] rows;
    private final Optional<PanelRows> panel;
    private final Optional<Within> within;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> spreads = new ArrayList<>();
    private final List<Double> least = new ArrayList<>();

    Input(int[] rows, Optional<PanelRows> panel, Optional<Within> within) {
      this.rows = rows;
      this.panel = panel;
      this.within = within;
    }

    /**
     * Adds a column.
     *
     * @param spread its length after the mean or the effects were taken off
     * @param length its length before; 0 where nothing was
     */
    void add(String name, double[] column, double spread, double length) {
      names.add(name);
      columns.add(column);
      spreads.add(spread > ROUNDING * 10 * length ? spread : 0);
      least.add(PivotedQr.TOLERANCE * spread + ROUNDING * length);
    }

    RegressionFit fit(double[] y, double totalSquares, boolean hasIntercept) {
      int effects = within.map(Within::rank).orElse(0);
      PivotedQr qr =
          PivotedQr.of(
              columns.toArray(new double[0][]),
              least.stream().mapToDouble(Double::doubleValue).toArray());
      int k = qr.kept().size();
      if (y.length - k - effects < 1) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            "regression: "
                + y.length
                + " rows for "
                + k
                + " coefficients and "
                + effects
                + " effects; more rows than that are needed");
      }
      double[] residuals = y.clone();
      double[] coordinates = new double[k];
      qr.orthogonalise(residuals, coordinates);
      double[][] inverse = qr.inverse();
      return new RegressionFit(
          names,
          qr.kept().stream().map(names::get).toList(),
          qr.solve(coordinates),
          influence(qr.q(), inverse, y.length),
          residuals,
          leverage(qr.q(), y.length),
          totalSquares,
          hasIntercept,
          effects,
          inflation(qr.kept(), inverse),
          rows,
          panel,
          within,
          absent(qr.dependent()));
    }

    private static double[][] influence(List<double[]> q, double[][] inverse, int n) {
      double[][] out = new double[inverse.length][n];
      for (int i = 0; i < out.length; i++) {
        for (int j = i; j < out.length; j++) {
          Columns.add(out[i], inverse[i][j], q.get(j));
        }
      }
      return out;
    }

    private static double[] leverage(List<double[]> q, int n) {
      double[] out = new double[n];
      for (double[] column : q) {
        for (int i = 0; i < n; i++) {
          out[i] += column[i] * column[i];
        }
      }
      return out;
    }

    private double[] inflation(List<Integer> kept, double[][] inverse) {
      double[] out = new double[inverse.length];
      for (int i = 0; i < out.length; i++) {
        boolean isIntercept = names.get(kept.get(i)).equals(Formula.INTERCEPT);
        double length = Columns.norm(inverse[i]) * spreads.get(kept.get(i));
        out[i] = isIntercept ? Double.NaN : length * length;
      }
      return out;
    }

    private Map<String, String> absent(Map<Integer, List<Integer>> dependent) {
      Map<String, String> out = new LinkedHashMap<>();
      dependent.forEach(
          (j, partners) -> {
            List<String> others =
                partners.stream()
                    .map(names::get)
                    .filter(name -> !name.equals(Formula.INTERCEPT))
                    .toList();
            boolean isFlat = spreads.get(j) == 0 || others.isEmpty();
            String flat = within.isPresent() ? "ABSORBED_BY_EFFECTS" : "CONSTANT";
            out.put(names.get(j), isFlat ? flat : "COLLINEAR_WITH:" + String.join(" + ", others));
          });
      return out;
    }
  }
}
