package org.renxing.drivers;

import java.util.Arrays;
import java.util.List;
import org.renxing.model.DriverModel;
import org.renxing.model.PolicyEvent;
import org.renxing.model.RenxingException;
import org.renxing.regression.Coefficient;
import org.renxing.regression.Covariance;
import org.renxing.regression.Covariances;
import org.renxing.regression.Effects;
import org.renxing.regression.EventStudy;
import org.renxing.regression.Formula;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.Mediation;
import org.renxing.regression.PanelTests;
import org.renxing.regression.RandomEffects;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.SmallSample;
import org.renxing.regression.Tobit;

/** Regressions in which units do not depend on each other; each adds its parts. */
final class PanelModels {
  private PanelModels() {}

  /** Least squares of all rows, with the test for effects of units. */
  static void pooled(Sample sample, ModelAnswer.Parts parts) {
    RegressionFit fit = sample.leastSquares(sample.design(), Effects.NONE);
    sample.count(parts, fit);
    Sample.add(parts, fit, sample.covariance(fit));
    parts.tests.add(Sample.test("breusch_pagan", PanelTests.breuschPagan(fit)));
  }

  /** Least squares after effects, with the test whether these are needed. */
  static void fixed(Sample sample, ModelAnswer.Parts parts) {
    RegressionFit fit = sample.leastSquares(sample.design(), sample.effects());
    sample.count(parts, fit);
    Sample.add(parts, fit, sample.covariance(fit));
    if (sample.effects() != Effects.NONE
        && fit.size() == sample.design().size()
        && sample.design().hasIntercept()) {
      RegressionFit pooled = sample.leastSquares(sample.design(), Effects.NONE);
      parts.tests.add(Sample.test("f_effects", PanelTests.effects(pooled, fit)));
    }
  }

  /** Random effects of units, with Hausman's test against fixed ones. */
  static void random(Sample sample, ModelAnswer.Parts parts) {
    RegressionFit fixed = sample.leastSquares(sample.design(), Effects.UNIT);
    RandomEffects random = RandomEffects.of(sample.design(), sample.panel());
    sample.count(parts, random.fit());
    Covariance of = sample.covariance(random.fit());
    Sample.add(
        parts,
        random.fit(),
        new Covariance(of.matrix(), Double.POSITIVE_INFINITY, of.note() + "; normal distribution"));
    parts.put(Figure.UNIT_VARIANCE, random.effectVariance());
    parts.tests.add(Sample.test("hausman", PanelTests.hausman(fixed, random.fit())));
  }

  /** Censored regression. */
  static void tobit(Sample sample, ModelAnswer.Parts parts) {
    DriverModel model = sample.model();
    Tobit.Limits limits = new Tobit.Limits(model.lower(), model.upper());
    if (Arrays.stream(sample.design().y()).allMatch(v -> isCensored(v, limits))) {
      throw new NotEstimated("ALL_CENSORED", "no row lies between the limits");
    }
    RegressionFit start = sample.leastSquares(sample.design(), Effects.NONE);
    Tobit fit = tobit(sample, limits);
    parts
        .put(Figure.N, sample.design().size())
        .put(Figure.N_LEFT_OUT, sample.design().leftOut())
        .put(Figure.N_UNITS, sample.panel().units())
        .put(Figure.N_YEARS, sample.panel().times().length)
        .put(Figure.N_LOWER, fit.counts().get(0))
        .put(Figure.N_UPPER, fit.counts().get(2))
        .put(Figure.LOG_LIKELIHOOD, fit.logLikelihood())
        .put(Figure.AIC, 2 * (fit.terms().size() + 1) - 2 * fit.logLikelihood())
        .put(Figure.SIGMA, fit.sigma());
    var inflation = Sample.inflation(start);
    for (Coefficient c : fit.table()) {
      parts.estimates.add(
          Sample.estimate(
              Formula.bare(c.term()),
              c,
              Double.POSITIVE_INFINITY,
              inflation.getOrDefault(c.term(), Double.NaN)));
    }
    parts.note("observed information; normal distribution");
  }

  private static boolean isCensored(double value, Tobit.Limits limits) {
    return value <= limits.lower() || value >= limits.upper();
  }

  private static Tobit tobit(Sample sample, Tobit.Limits limits) {
    try {
      return Tobit.of(sample.design(), limits);
    } catch (RenxingException e) {
      throw new NotEstimated("NO_MAXIMUM", e.getMessage());
    }
  }

  /** Difference in differences, and the path of the event study with its test of leads. */
  static void event(Sample sample, PolicyEvent event, ModelAnswer.Parts parts) {
    DriverModel model = sample.model();
    double[] dates =
        sample.units().stream()
            .mapToDouble(unit -> event.unitIds().contains(unit) ? event.year() : Double.NaN)
            .toArray();
    long treated = Arrays.stream(dates).filter(date -> !Double.isNaN(date)).count();
    if (treated == 0) {
      throw new NotEstimated("NO_UNIT_TREATED", "no unit of event " + event.id() + " has rows");
    }
    RegressionFit difference;
    EventStudy study;
    try {
      difference = EventStudy.difference(sample.design(), sample.panel(), dates);
      study = EventStudy.of(sample.design(), sample.panel(), dates, model.leads(), model.lags());
    } catch (RenxingException e) {
      throw new NotEstimated("TOO_FEW_ROWS", e.getMessage());
    }
    sample.count(parts, difference);
    parts.put(Figure.N_UNITS_TREATED, (double) treated);
    Sample.add(parts, difference, Covariances.clusteredByUnit(difference, SmallSample.CONSTANT));
    for (EventStudy.Effect effect : study.path()) {
      Coefficient c = effect.coefficient();
      if (effect.time() != -1) {
        double degrees = study.covariance().degreesOfFreedom();
        parts.estimates.add(Sample.estimate(c.term(), c, degrees, Double.NaN));
      }
    }
    parts.tests.add(Sample.test("parallel_trends", study.parallelTrends()));
  }

  /** The three regressions of a mediation, and Sobel's test. */
  static void mediation(Sample sample, ModelAnswer.Parts parts) {
    DriverModel model = sample.model();
    RegressionFit whole = sample.leastSquares(sample.design(), sample.effects());
    Covariance of = sample.covariance(whole);
    Mediation found;
    try {
      found =
          Mediation.of(
              sample.design(),
              term(sample, model.cause()),
              term(sample, model.mediator()),
              new Mediation.Model(
                  design -> LeastSquares.panel(design, sample.panel(), sample.effects()),
                  sample::covariance));
    } catch (RenxingException e) {
      throw new NotEstimated("NO_ESTIMATE_OF_A_PATH", e.getMessage());
    }
    sample.count(parts, whole);
    parts.put(Figure.INDIRECT_SHARE, found.share());
    parts.note(of.note() + "; intervals by the normal distribution");
    path(parts, "total", found.total());
    path(parts, "cause_on_mediator", found.onMediator());
    path(parts, "mediator", found.ofMediator());
    path(parts, "direct", found.direct());
    path(parts, "indirect", found.indirect());
  }

  private static void path(ModelAnswer.Parts parts, String name, Coefficient c) {
    parts.estimates.add(Sample.estimate(name, c, Double.POSITIVE_INFINITY, Double.NaN));
  }

  /** The term as the formula writes it. */
  private static String term(Sample sample, String wanted) {
    String bare = Formula.bare(wanted);
    List<String> terms = sample.design().terms();
    return terms.stream().filter(t -> Formula.bare(t).equals(bare)).findFirst().orElse(bare);
  }
}
