package org.renxing.spatialregression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.space.WeightMatrix;

/**
 * The columns of a spatial regression, with fixed effects taken out: y, Wy, X and WX, periods one
 * after the other. Effects are taken out by the transformation of Lee and Yu (2010): deviations
 * from the means of units lose one period, deviations from the means of periods one unit, so that
 * the likelihood counts (N − 1)(T − 1) observations where both are taken out and its estimates need
 * no further correction. Lags are formed first, then deviations.
 */
public final class SpatialPanel {
  private final WeightMatrix weights;
  private final int periods;
  private final SpatialEffects effects;
  private final List<String> names;
  private final double[] y;
  private final double[] wy;
  private final double[][] x;
  private final double[][] wx;

  /**
   * A panel.
   *
   * @param weights with a neighbour for each unit
   * @param y period × unit, none missing
   * @param names of the regressors
   * @param x regressor × period × unit, none missing
   * @throws RenxingException DATA_CHECK for a unit without a neighbour, and for effects that the
   *     weights or periods do not allow
   */
  public SpatialPanel(
      WeightMatrix weights,
      double[][] y,
      List<String> names,
      double[][][] x,
      SpatialEffects effects) {
    this.weights = weights;
    this.periods = y.length;
    this.effects = effects;
    this.names = List.copyOf(names);
    require(weights.islands().length == 0, "a unit without a neighbour has no spatial lag");
    require(!effects.hasUnits() || periods > 1, "effects of units need two periods or more");
    require(
        !effects.hasPeriods() || weights.isRowStandardised(),
        "effects of periods need weights whose rows sum to 1");
    this.y = within(flat(y));
    this.wy = within(flat(lag(y)));
    this.x = Arrays.stream(x).map(c -> within(flat(c))).toArray(double[][]::new);
    this.wx = Arrays.stream(x).map(c -> within(flat(lag(c)))).toArray(double[][]::new);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.DATA_CHECK, message);
    }
  }

  private static double[] flat(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
  }

  private double[][] lag(double[][] values) {
    return Arrays.stream(values).map(weights::lag).toArray(double[][]::new);
  }

  /** The deviations that the effects leave. */
  double[] within(double[] column) {
    int n = weights.size();
    double[] out = column.clone();
    for (int t = 0; t < periods && effects.hasPeriods(); t++) {
      double mean = DoubleStream.of(Arrays.copyOfRange(out, t * n, t * n + n)).sum() / n;
      for (int i = 0; i < n; i++) {
        out[t * n + i] -= mean;
      }
    }
    for (int i = 0; i < n && effects.hasUnits(); i++) {
      double sum = 0;
      for (int t = 0; t < periods; t++) {
        sum += out[t * n + i];
      }
      for (int t = 0; t < periods; t++) {
        out[t * n + i] -= sum / periods;
      }
    }
    return out;
  }

  /** W of each period of a column, as deviations. */
  double[] lagged(double[] column) {
    int n = weights.size();
    double[] out =
        IntStream.range(0, periods)
            .mapToObj(t -> weights.lag(Arrays.copyOfRange(column, t * n, t * n + n)))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return within(out);
  }

  /** G of each period of a column, as deviations. */
  double[] multiplied(double[] column, double rho, LogDeterminant determinant) {
    int n = weights.size();
    double[] solved =
        IntStream.range(0, periods)
            .mapToObj(t -> Arrays.copyOfRange(column, t * n, t * n + n))
            .map(b -> determinant.solve(rho, b))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return lagged(solved);
  }

  /** Observations of the likelihood. */
  int observations() {
    return (weights.size() - (effects.hasPeriods() ? 1 : 0)) * copies();
  }

  /** How often ln|I − ρW| counts. */
  int copies() {
    return periods - (effects.hasUnits() ? 1 : 0);
  }

  /** Whether the eigenvalue 1 of W is taken out with the means of periods. */
  boolean isReduced() {
    return effects.hasPeriods();
  }

  WeightMatrix weights() {
    return weights;
  }

  SpatialEffects effects() {
    return effects;
  }

  double[] y() {
    return y;
  }

  double[] wy() {
    return wy;
  }

  /** How many regressors can be lagged. */
  int regressors() {
    return x.length;
  }

  /** The names of the terms of β: an intercept where there are no effects, X, and WX if lagged. */
  List<String> terms(boolean isLagged) {
    List<String> out = new ArrayList<>();
    if (effects == SpatialEffects.NONE) {
      out.add("(Intercept)");
    }
    out.addAll(names);
    if (isLagged) {
      names.forEach(name -> out.add("W " + name));
    }
    return List.copyOf(out);
  }

  /** The columns of those terms. */
  double[][] columns(boolean isLagged) {
    List<double[]> out = new ArrayList<>();
    if (effects == SpatialEffects.NONE) {
      double[] ones = new double[y.length];
      Arrays.fill(ones, 1);
      out.add(ones);
    }
    out.addAll(Arrays.asList(x));
    if (isLagged) {
      out.addAll(Arrays.asList(wx));
    }
    return out.toArray(double[][]::new);
  }

  /** W of the columns of those terms. */
  double[][] laggedColumns(boolean isLagged) {
    return Arrays.stream(columns(isLagged)).map(this::lagged).toArray(double[][]::new);
  }
}
