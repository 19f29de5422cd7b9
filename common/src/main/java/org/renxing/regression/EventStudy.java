package org.renxing.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * What a dated event did, by two-way fixed effects with errors clustered by unit: a dummy for each
 * time before (leads) and after (lags) the event of a unit, the time just before it being the base.
 * The outermost lead and lag hold all times further off. Units without event are all base. Where
 * effects differ between groups with different dates, two-way estimates mix comparisons
 * (Goodman-Bacon 2021); this study does not undo that.
 *
 * @param path the coefficients by time since the event, from the earliest lead to the latest lag;
 *     the base is 0 by definition
 * @param parallelTrends F test that all leads are 0
 * @param fit the regression
 * @param covariance of its coefficients
 */
public record EventStudy(
    List<Effect> path, TestStatistic parallelTrends, RegressionFit fit, Covariance covariance) {
  /** The name of the term of a difference in differences. */
  public static final String TREATED = "treated";

  /**
   * The coefficient of a time.
   *
   * @param time since the event
   */
  public record Effect(int time, Coefficient coefficient) {}

  /**
   * Fits.
   *
   * @param design response and controls
   * @param event for each unit the time of its event; NaN for none
   * @param leads 1 or more; 1 for none but the base
   * @param lags 0 or more
   * @throws RenxingException DATA_CHECK where no unit has an event, or the panel is too small
   */
  public static EventStudy of(
      DesignMatrix design, PanelRows panel, double[] event, int leads, int lags) {
    if (leads < 1 || lags < 0) {
      throw new RenxingException(
          ErrorCode.USAGE, "event study: 1 lead or more and 0 lags or more are needed");
    }
    require(panel, event);
    Map<Integer, String> names = new LinkedHashMap<>();
    for (int k = -leads; k <= lags; k++) {
      if (k != -1) {
        names.put(k, k < 0 ? "lead_" + -k : "lag_" + k);
      }
    }
    List<double[]> dummies = new ArrayList<>();
    for (int k : names.keySet()) {
      dummies.add(dummy(panel, event, k, leads, lags));
    }
    RegressionFit fit =
        LeastSquares.panel(
            with(design, List.copyOf(names.values()), dummies), panel, Effects.TWOWAY);
    Covariance covariance = Covariances.clusteredByUnit(fit, SmallSample.CONSTANT);
    Map<String, Coefficient> table = new LinkedHashMap<>();
    fit.table(covariance).forEach(c -> table.put(c.term(), c));
    List<Effect> path = new ArrayList<>();
    for (int k = -leads; k <= lags; k++) {
      path.add(
          new Effect(
              k,
              k == -1
                  ? new Coefficient("base", 0, Double.NaN, Double.NaN, Double.NaN, "BASE")
                  : table.get(names.get(k))));
    }
    List<String> tested =
        names.entrySet().stream().filter(e -> e.getKey() < -1).map(Map.Entry::getValue).toList();
    return new EventStudy(path, PanelTests.wald(fit, covariance, tested), fit, covariance);
  }

  /**
   * The difference in differences: one term {@link #TREATED}, 1 from the event of a unit on, with
   * effects of units and times.
   *
   * @param event for each unit the time of its event; NaN for none
   * @throws RenxingException DATA_CHECK where no unit has an event, or the panel is too small
   */
  public static RegressionFit difference(DesignMatrix design, PanelRows panel, double[] event) {
    require(panel, event);
    double[] treated = new double[panel.size()];
    for (int i = 0; i < treated.length; i++) {
      treated[i] = panel.time()[i] >= event[panel.unit()[i]] ? 1 : 0;
    }
    return LeastSquares.panel(
        with(design, List.of(TREATED), List.of(treated)), panel, Effects.TWOWAY);
  }

  private static void require(PanelRows panel, double[] event) {
    if (event.length != panel.units()) {
      throw new IllegalArgumentException("one time of event, or NaN, a unit expected");
    }
    if (Arrays.stream(event).allMatch(Double::isNaN)) {
      throw new RenxingException(ErrorCode.DATA_CHECK, "event study: no unit has an event");
    }
  }

  private static double[] dummy(PanelRows panel, double[] event, int k, int leads, int lags) {
    double[] out = new double[panel.size()];
    for (int i = 0; i < out.length; i++) {
      double since = panel.time()[i] - event[panel.unit()[i]];
      double held = Math.max(-leads, Math.min(lags, since));
      out[i] = held == k ? 1 : 0;
    }
    return out;
  }

  private static DesignMatrix with(
      DesignMatrix design, List<String> names, List<double[]> columns) {
    List<String> terms = new ArrayList<>(names);
    terms.addAll(design.terms());
    List<double[]> x = new ArrayList<>(columns);
    x.addAll(List.of(design.x()));
    return new DesignMatrix(
        design.response(),
        design.y(),
        terms,
        x.toArray(new double[0][]),
        design.hasIntercept(),
        design.rows(),
        design.leftOut(),
        design.undefined());
  }
}
