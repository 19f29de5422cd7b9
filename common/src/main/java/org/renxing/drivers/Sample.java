package org.renxing.drivers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.renxing.model.DriverModel;
import org.renxing.model.RenxingException;
import org.renxing.model.StandardErrors;
import org.renxing.regression.Coefficient;
import org.renxing.regression.Covariance;
import org.renxing.regression.Covariances;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Effects;
import org.renxing.regression.Formula;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.PanelRows;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.TestStatistic;

/**
 * The rows of a regression, none of which misses a value.
 *
 * @param panel units and years of the rows of the design
 * @param units ids of the units, in the order of their numbers
 */
record Sample(DriverModel model, DesignMatrix design, PanelRows panel, List<String> units) {
  private static final double LEVEL = 0.975;

  /** Of the squares about the mean, those that are rounding. */
  private static final double ROUNDING = 1e-22;

  /** The rows of a model in which nothing is missing. */
  static Sample of(DriverModel model, Formula formula, DriverRows rows) {
    DesignMatrix design = formula.design(rows.frame());
    return new Sample(
        model,
        design,
        rows.frame().panel().orElseThrow().select(design.rows()),
        Arrays.stream(design.rows()).mapToObj(rows.units()::get).distinct().toList());
  }

  /** Refuses what no method can fit. */
  void require() {
    if (design.size() == 0) {
      throw new NotEstimated("NO_ROWS", "no row has the response and all terms");
    }
    if (Arrays.stream(design.y()).distinct().count() == 1) {
      throw new NotEstimated("RESPONSE_CONSTANT", "the response has one value in all rows");
    }
  }

  /** Least squares after effects. */
  RegressionFit leastSquares(DesignMatrix of, Effects effects) {
    RegressionFit fit;
    try {
      fit = LeastSquares.panel(of, panel, effects);
    } catch (RenxingException e) {
      throw new NotEstimated("TOO_FEW_ROWS", e.getMessage());
    }
    double mean = Arrays.stream(of.y()).average().orElse(0);
    double all = Arrays.stream(of.y()).map(v -> (v - mean) * (v - mean)).sum();
    if (!(fit.totalSquares() > ROUNDING * all)) {
      throw new NotEstimated(
          "RESPONSE_ABSORBED_BY_EFFECTS", "the response does not vary beside the effects");
    }
    return fit;
  }

  /** What is taken off, as regressions call it. */
  Effects effects() {
    return Effects.valueOf(model.effects().name());
  }

  /** The covariance of coefficients that the model asks for. */
  Covariance covariance(RegressionFit fit) {
    StandardErrors errors = model.errors();
    PanelRows of = fit.panel().orElse(panel);
    if (errors == StandardErrors.CLUSTER && of.units() < 2) {
      throw new NotEstimated("ONE_UNIT", "clustered errors need two units or more");
    }
    if (errors == StandardErrors.DK && of.times().length < 2) {
      throw new NotEstimated("ONE_YEAR", "errors of Driscoll and Kraay need two years or more");
    }
    return Covariances.of(fit, errors, Optional.empty(), -1);
  }

  /** Rows, units and years, and what was left out. */
  void count(ModelAnswer.Parts parts, RegressionFit fit) {
    PanelRows of = fit.panel().orElse(panel);
    parts
        .put(Figure.N, fit.size())
        .put(Figure.N_LEFT_OUT, design.leftOut())
        .put(Figure.N_SINGLE, design.size() - fit.size())
        .put(Figure.N_UNITS, of.units())
        .put(Figure.N_YEARS, of.times().length)
        .put(Figure.DF_RESIDUAL, fit.degreesOfFreedom())
        .put(Figure.R2, fit.r2())
        .put(Figure.R2_ADJUSTED, fit.adjustedR2())
        .put(Figure.F, fit.fStatistic())
        .put(Figure.F_P_VALUE, fit.fPValue())
        .put(Figure.SIGMA, Math.sqrt(fit.variance()));
  }

  /** Adds the estimates of a regression; where no term has one, says so. */
  static void add(ModelAnswer.Parts parts, RegressionFit fit, Covariance covariance) {
    Map<String, Double> inflation = inflation(fit);
    for (Coefficient c : fit.table(covariance)) {
      parts.estimates.add(
          estimate(
              Formula.bare(c.term()),
              c,
              covariance.degreesOfFreedom(),
              inflation.getOrDefault(c.term(), Double.NaN)));
    }
    parts.note(covariance.note());
    if (fit.terms().stream().allMatch(Formula.INTERCEPT::equals) && !fit.absent().isEmpty()) {
      parts.fail("NO_TERM_VARIES", "each term has its own reason");
    }
  }

  /** Variance inflation factors by term. */
  static Map<String, Double> inflation(RegressionFit fit) {
    Map<String, Double> out = new LinkedHashMap<>();
    for (int j = 0; j < fit.terms().size(); j++) {
      out.put(fit.terms().get(j), fit.inflation()[j]);
    }
    return out;
  }

  /** An estimate with its interval. */
  static ModelAnswer.Estimate estimate(
      String term, Coefficient c, double degreesOfFreedom, double inflation) {
    double reach = c.standardError() * quantile(degreesOfFreedom);
    return new ModelAnswer.Estimate(
        term,
        c.estimate(),
        c.standardError(),
        c.statistic(),
        c.pValue(),
        c.estimate() - reach,
        c.estimate() + reach,
        inflation,
        Formula.bare(c.reason()));
  }

  private static double quantile(double degreesOfFreedom) {
    return Double.isInfinite(degreesOfFreedom)
        ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(LEVEL)
        : new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(LEVEL);
  }

  /** A test of a regression. */
  static ModelAnswer.Test test(String name, TestStatistic test) {
    return new ModelAnswer.Test(
        name,
        test.value(),
        test.degreesOfFreedom(),
        test.denominator(),
        test.pValue(),
        test.reason());
  }
}
