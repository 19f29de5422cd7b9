package org.renxing.regression;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Random effects of units by generalised least squares, after Swamy and Arora (1972): the variance
 * of errors from the within regression, that of effects from the regression of unit means, less its
 * share of errors over the harmonic mean of the numbers of rows (as Stata's xtreg has it where the
 * panel is unbalanced), 0 where that is below 0.
 *
 * @param fit of the rows less theta times the means of their units; its standard errors are for the
 *     normal distribution
 * @param errorVariance σ² of errors
 * @param effectVariance σ² of effects
 * @param theta of each unit, 1 − √(σ² / (σ² + rows · σ² of effects))
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record RandomEffects(
    RegressionFit fit, double errorVariance, double effectVariance, double[] theta) {

  /**
   * Fits.
   *
   * @throws RenxingException DATA_CHECK for a formula without intercept, and too few units or rows
   */
  public static RandomEffects of(DesignMatrix design, PanelRows panel) {
    if (!design.hasIntercept()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "random effects need an intercept; leave out - 1");
    }
    double errors = LeastSquares.panel(design, panel, Effects.UNIT).variance();
    RegressionFit between = between(design, panel);
    int[] counts = counts(panel);
    double harmonic = counts.length / Arrays.stream(counts).mapToDouble(c -> 1.0 / c).sum();
    double effects = Math.max(0, between.variance() - errors / harmonic);
    double[] theta =
        Arrays.stream(counts)
            .mapToDouble(c -> 1 - Math.sqrt(errors / (errors + c * effects)))
            .toArray();
    return new RandomEffects(moved(design, panel, theta), errors, effects, theta);
  }

  /** The regression of the means of units. */
  public static RegressionFit between(DesignMatrix design, PanelRows panel) {
    int[] first = new int[panel.units()];
    for (int i = panel.size() - 1; i >= 0; i--) {
      first[panel.unit()[i]] = design.rows()[i];
    }
    double[][] x = new double[design.x().length][];
    for (int j = 0; j < x.length; j++) {
      x[j] = means(design.x()[j], panel);
    }
    Map<String, Integer> none = new LinkedHashMap<>();
    return LeastSquares.pooled(
        new DesignMatrix(
            design.response(),
            means(design.y(), panel),
            design.terms(),
            x,
            design.hasIntercept(),
            first,
            0,
            none));
  }

  private static RegressionFit moved(DesignMatrix design, PanelRows panel, double[] theta) {
    LeastSquares.Input input =
        new LeastSquares.Input(design.rows(), Optional.of(panel), Optional.empty());
    double[] one = less(Columns.filled(design.size(), 1), panel, theta);
    input.add(Formula.INTERCEPT, one, Columns.norm(one), 0);
    for (int j = 0; j < design.x().length; j++) {
      double[] column = design.x()[j];
      double spread = Columns.norm(less(Columns.centred(column), panel, theta));
      input.add(design.terms().get(j), less(column, panel, theta), spread, Columns.norm(column));
    }
    double[] y = less(design.y(), panel, theta);
    double[] deviations = Columns.centred(y);
    return input.fit(y, Columns.dot(deviations, deviations), true);
  }

  private static double[] less(double[] column, PanelRows panel, double[] theta) {
    double[] means = means(column, panel);
    double[] out = new double[column.length];
    for (int i = 0; i < out.length; i++) {
      int unit = panel.unit()[i];
      out[i] = column[i] - theta[unit] * means[unit];
    }
    return out;
  }

  private static double[] means(double[] column, PanelRows panel) {
    int[] counts = counts(panel);
    double[] out = new double[counts.length];
    for (int i = 0; i < column.length; i++) {
      out[panel.unit()[i]] += column[i];
    }
    for (int u = 0; u < out.length; u++) {
      out[u] /= counts[u];
    }
    return out;
  }

  private static int[] counts(PanelRows panel) {
    int[] out = new int[panel.units()];
    for (int unit : panel.unit()) {
      out[unit]++;
    }
    return out;
  }
}
