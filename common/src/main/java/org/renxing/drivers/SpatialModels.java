package org.renxing.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.renxing.measure.MeasurePanel;
import org.renxing.model.RenxingException;
import org.renxing.regression.Coefficient;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Effects;
import org.renxing.regression.Formula;
import org.renxing.regression.PanelRows;
import org.renxing.regression.RegressionFit;
import org.renxing.space.WeightMatrix;
import org.renxing.spatialregression.LogDeterminant;
import org.renxing.spatialregression.SpatialEffects;
import org.renxing.spatialregression.SpatialFit;
import org.renxing.spatialregression.SpatialImpacts;
import org.renxing.spatialregression.SpatialModel;
import org.renxing.spatialregression.SpatialPanel;
import org.renxing.spatialregression.SpatialRegression;
import org.renxing.spatialregression.SpatialTests;

/**
 * Regressions in which units depend on their neighbours. They need every unit in every year: a year
 * counts in which half of the units or more are complete, and a unit that is complete in all of
 * these years and has a neighbour among such units. The others are left out and counted.
 */
final class SpatialModels {
  private static final int DRAWS = 1000;

  private final Sample sample;
  private final DriverSetting setting;

  SpatialModels(Sample sample, DriverSetting setting) {
    this.sample = sample;
    this.setting = setting;
  }

  /**
   * A panel without gaps.
   *
   * @param rows places in the design, unit by unit and year by year
   * @param weights of the units, rows summing to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // immutable in fact
  private record Balanced(int units, int years, int[] rows, WeightMatrix weights) {}

  /** Adds the parts of the answer. */
  void add(ModelAnswer.Parts parts) {
    SpatialModel kind = SpatialModel.valueOf(sample.model().method().name());
    Balanced balanced = balanced();
    DesignMatrix design = selected(balanced.rows());
    Sample whole =
        new Sample(sample.model(), design, sample.panel().select(balanced.rows()), sample.units());
    whole.require();
    RegressionFit start = whole.leastSquares(design, sample.effects());
    List<String> terms =
        start.terms().stream().filter(term -> !term.equals(Formula.INTERCEPT)).toList();
    if (terms.isEmpty()) {
      start.absent().forEach((term, reason) -> absent(parts, term, reason));
      parts.fail("NO_TERM_VARIES", "each term has its own reason");
      return;
    }
    if (sample.effects() == Effects.NONE && !design.hasIntercept()) {
      throw new NotEstimated("NO_INTERCEPT", "without effects a spatial model needs an intercept");
    }
    SpatialPanel panel = panel(balanced, design, terms);
    LogDeterminant determinant = LogDeterminant.of(balanced.weights(), setting.seed());
    SpatialFit fit = fit(panel, kind, determinant);
    parts
        .put(Figure.N, balanced.rows().length)
        .put(Figure.N_LEFT_OUT, sample.design().leftOut() + sample.design().size() - design.size())
        .put(Figure.N_UNITS, balanced.units())
        .put(Figure.N_UNITS_LEFT_OUT, sample.units().size() - balanced.units())
        .put(Figure.N_YEARS, balanced.years())
        .put(Figure.LOG_LIKELIHOOD, fit.logLikelihood())
        .put(Figure.AIC, fit.aic())
        .put(Figure.SIGMA, Math.sqrt(fit.sigma2()))
        .put(kind.hasLag() ? Figure.RHO : Figure.LAMBDA, fit.spatial().estimate());
    Map<String, Double> inflation = new HashMap<>();
    Sample.inflation(start).forEach((term, value) -> inflation.put(Formula.bare(term), value));
    fit.terms().forEach(term -> parts.estimates.add(estimate(term, inflation)));
    start.absent().forEach((term, reason) -> absent(parts, term, reason));
    parts.estimates.add(estimate(fit.spatial(), Map.of()));
    parts.note(
        "neighbours "
            + setting.rule().text()
            + ", rows summing to 1; information matrix; normal distribution"
            + (fit.isExact() ? "" : "; log-determinant by random traces"));
    effects(parts, SpatialImpacts.of(fit, determinant, DRAWS, setting.seed()));
    tests(parts, panel, fit, determinant);
  }

  private static SpatialFit fit(SpatialPanel panel, SpatialModel kind, LogDeterminant of) {
    try {
      return SpatialRegression.fit(panel, kind, of);
    } catch (RenxingException e) {
      throw new NotEstimated("NO_MAXIMUM", e.getMessage());
    }
  }

  private SpatialPanel panel(Balanced balanced, DesignMatrix design, List<String> terms) {
    double[][][] x = new double[terms.size()][][];
    for (int j = 0; j < x.length; j++) {
      x[j] = byYear(balanced, design.x()[design.terms().indexOf(terms.get(j))]);
    }
    SpatialEffects effects =
        sample.effects() == Effects.TWOWAY
            ? SpatialEffects.TWO_WAY
            : SpatialEffects.valueOf(sample.effects().name());
    return new SpatialPanel(
        balanced.weights(),
        byYear(balanced, design.y()),
        terms.stream().map(Formula::bare).toList(),
        x,
        effects);
  }

  private static double[][] byYear(Balanced balanced, double[] column) {
    double[][] out = new double[balanced.years()][balanced.units()];
    for (int i = 0; i < column.length; i++) {
      out[i % balanced.years()][i / balanced.years()] = column[i];
    }
    return out;
  }

  private Balanced balanced() {
    int[] years = years();
    boolean needsYears = sample.effects() == Effects.UNIT || sample.effects() == Effects.TWOWAY;
    if (needsYears && years.length < 2) {
      throw new NotEstimated("ONE_YEAR", "effects of units need two years or more");
    }
    Map<Integer, TreeMap<Integer, Integer>> rows = new TreeMap<>();
    for (int i = 0; i < sample.panel().size(); i++) {
      if (Arrays.binarySearch(years, sample.panel().time()[i]) >= 0) {
        rows.computeIfAbsent(sample.panel().unit()[i], unit -> new TreeMap<>())
            .put(sample.panel().time()[i], i);
      }
    }
    rows.values().removeIf(of -> of.size() < years.length);
    List<Integer> kept = new ArrayList<>(rows.keySet());
    int[][] neighbours = neighbours(kept);
    while (Arrays.stream(neighbours).anyMatch(of -> of.length == 0)) {
      int[][] now = neighbours;
      List<Integer> before = kept;
      kept =
          IntStream.range(0, before.size())
              .filter(i -> now[i].length > 0)
              .mapToObj(before::get)
              .toList();
      neighbours = neighbours(kept);
    }
    if (kept.size() < 4) {
      throw new NotEstimated(
          "TOO_FEW_UNITS",
          kept.size() + " units are complete in all years and have a neighbour; 4 are needed");
    }
    int[] places =
        kept.stream()
            .flatMap(unit -> rows.get(unit).values().stream())
            .mapToInt(Integer::intValue)
            .toArray();
    return new Balanced(
        kept.size(), years.length, places, WeightMatrix.binary(neighbours).rowStandardised());
  }

  /** The years in which half of the units or more are complete. */
  private int[] years() {
    PanelRows panel = sample.panel();
    int[] counts = new int[panel.times().length];
    for (int period : panel.periods()) {
      counts[period]++;
    }
    return IntStream.range(0, counts.length)
        .filter(t -> 2 * counts[t] >= panel.units())
        .map(t -> panel.times()[t])
        .toArray();
  }

  private int[][] neighbours(List<Integer> units) {
    List<MeasurePanel.Unit> places =
        units.stream()
            .map(unit -> sample.units().get(unit))
            .map(id -> MeasurePanel.unit(id, setting.units(), List.of()))
            .toList();
    return places.isEmpty() ? new int[0][] : setting.rule().neighbours(places);
  }

  private DesignMatrix selected(int[] rows) {
    DesignMatrix all = sample.design();
    return new DesignMatrix(
        all.response(),
        select(all.y(), rows),
        all.terms(),
        Arrays.stream(all.x()).map(column -> select(column, rows)).toArray(double[][]::new),
        all.hasIntercept(),
        Arrays.stream(rows).map(i -> all.rows()[i]).toArray(),
        all.leftOut(),
        all.undefined());
  }

  private static double[] select(double[] column, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
  }

  private static ModelAnswer.Estimate estimate(SpatialFit.Term term, Map<String, Double> vif) {
    return Sample.estimate(
        term.name(),
        new Coefficient(
            term.name(),
            term.estimate(),
            term.standardError(),
            term.statistic(),
            term.pValue(),
            ""),
        Double.POSITIVE_INFINITY,
        vif.getOrDefault(term.name(), Double.NaN));
  }

  private static void absent(ModelAnswer.Parts parts, String term, String reason) {
    double none = Double.NaN;
    parts.estimates.add(
        new ModelAnswer.Estimate(
            Formula.bare(term), none, none, none, none, none, none, none, Formula.bare(reason)));
  }

  private static void effects(ModelAnswer.Parts parts, List<SpatialImpacts.Impact> impacts) {
    for (SpatialImpacts.Impact impact : impacts) {
      effect(parts, impact.name(), "direct", impact.direct());
      effect(parts, impact.name(), "indirect", impact.indirect());
      effect(parts, impact.name(), "total", impact.total());
    }
  }

  private static void effect(
      ModelAnswer.Parts parts, String name, String kind, SpatialFit.Term term) {
    boolean isTested = term.standardError() > 0;
    parts.spatial.add(
        new ModelAnswer.Effect(
            name,
            kind,
            term.estimate(),
            isTested ? term.standardError() : Double.NaN,
            isTested ? term.statistic() : Double.NaN,
            isTested ? term.pValue() : Double.NaN));
  }

  private static void tests(
      ModelAnswer.Parts parts, SpatialPanel panel, SpatialFit fit, LogDeterminant determinant) {
    SpatialTests.lagrange(panel).forEach(test -> parts.tests.add(test(test)));
    parts.tests.add(test(SpatialTests.againstLeastSquares(fit)));
    if (fit.model() == SpatialModel.DURBIN) {
      parts.tests.add(simplified(panel, fit, SpatialModel.LAG, determinant));
      parts.tests.add(simplified(panel, fit, SpatialModel.ERROR, determinant));
    }
  }

  private static ModelAnswer.Test simplified(
      SpatialPanel panel, SpatialFit durbin, SpatialModel to, LogDeterminant determinant) {
    try {
      return test(SpatialTests.simplification(durbin, fit(panel, to, determinant)));
    } catch (NotEstimated e) {
      double none = Double.NaN;
      String name = "lr_" + to.name().toLowerCase(Locale.ROOT);
      return new ModelAnswer.Test(name, none, none, none, none, e.reason());
    }
  }

  private static ModelAnswer.Test test(SpatialTests.Test test) {
    String name = test.name().toLowerCase(Locale.ROOT).replace("against ", "").replace(' ', '_');
    boolean isKnown = Double.isFinite(test.statistic());
    return new ModelAnswer.Test(
        name,
        isKnown ? test.statistic() : Double.NaN,
        isKnown ? test.degrees() : Double.NaN,
        Double.NaN,
        isKnown ? test.pValue() : Double.NaN,
        isKnown ? "" : "NO_STATISTIC");
  }
}
