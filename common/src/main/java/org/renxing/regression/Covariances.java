package org.renxing.regression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.renxing.model.StandardErrors;

/**
 * Covariances of the coefficients of a regression. With n rows, K parameters as {@link SmallSample}
 * counts them, residuals e and leverage h:
 *
 * <ul>
 *   <li>classic: e'e / (n − k − effects) · (X'X)⁻¹;
 *   <li>HC1: e² in the sandwich, times n / (n − K) (MacKinnon and White 1985);
 *   <li>HC3: e² / (1 − h)², without factor;
 *   <li>clustered: sums of scores by cluster, times G/(G − 1) · (n − 1)/(n − K) for G clusters, and
 *       Student's t with G − 1 degrees of freedom;
 *   <li>Driscoll and Kraay (1998): sums of scores by time, Bartlett weights 1 − |s − t|/(m + 1),
 *       times T/(T − 1) · (n − 1)/(n − K) for T times, and Student's t with T − 1 degrees of
 *       freedom.
 * </ul>
 */
public final class Covariances {
  private Covariances() {}

  /**
   * Those of a kind.
   *
   * @param sample empty for what is usual: every effect counted for HC1 and HC3, one constant in
   *     place of the effects for clusters and Driscoll and Kraay
   * @param lags as {@link #driscollKraay} has them
   */
  public static Covariance of(
      RegressionFit fit, StandardErrors errors, Optional<SmallSample> sample, int lags) {
    return switch (errors) {
      case CLASSIC -> classic(fit);
      case HC1 -> hc1(fit, sample.orElse(SmallSample.DUMMIES));
      case HC3 -> hc3(fit, sample.orElse(SmallSample.DUMMIES));
      case CLUSTER -> clusteredByUnit(fit, sample.orElse(SmallSample.CONSTANT));
      case DK -> driscollKraay(fit, lags, sample.orElse(SmallSample.CONSTANT));
    };
  }

  /** For errors of one variance that are independent. */
  public static Covariance classic(RegressionFit fit) {
    double variance = fit.variance();
    double[][] out = products(fit.influence());
    scale(out, variance);
    return new Covariance(
        out,
        fit.degreesOfFreedom(),
        String.format(
            Locale.ROOT,
            "classic: e'e / (N - K), N - K = %d (all coefficients and effects counted)",
            fit.degreesOfFreedom()));
  }

  /**
   * HC0 (no factor) or HC1.
   *
   * @param sample {@link SmallSample#NONE} for HC0
   */
  public static Covariance hc1(RegressionFit fit, SmallSample sample) {
    double n = fit.size();
    double factor = sample == SmallSample.NONE ? 1 : n / (n - parameters(fit, sample));
    double[][] out = products(weighted(fit.influence(), fit.residuals()));
    scale(out, factor);
    return new Covariance(
        out,
        fit.degreesOfFreedom(),
        sample == SmallSample.NONE
            ? "hc0: no small-sample factor"
            : note("hc1: factor N/(N - K)", factor, sample));
  }

  /**
   * HC3.
   *
   * @param sample with {@link SmallSample#DUMMIES} the leverage is that of coefficients and
   *     effects, else of the coefficients alone
   */
  public static Covariance hc3(RegressionFit fit, SmallSample sample) {
    boolean hasDummies = sample == SmallSample.DUMMIES && fit.within().isPresent();
    double[] effects =
        hasDummies ? fit.within().get().leverage(fit.size()) : new double[fit.size()];
    double[] scaled = fit.residuals().clone();
    for (int i = 0; i < scaled.length; i++) {
      double free = 1 - fit.leverage()[i] - effects[i];
      // a row that alone decides a coefficient or effect has no residual
      scaled[i] = free > 1e-12 ? scaled[i] / free : 0;
    }
    return new Covariance(
        products(weighted(fit.influence(), scaled)),
        fit.degreesOfFreedom(),
        hasDummies
            ? "hc3: e/(1 - h), h the leverage of terms and effects; no further factor"
            : "hc3: e/(1 - h), h the leverage of the terms; no further factor");
  }

  /** Clustered by the units of the panel. */
  public static Covariance clusteredByUnit(RegressionFit fit, SmallSample sample) {
    return clustered(fit, fit.panel().orElseThrow().unit(), sample);
  }

  /**
   * Clustered.
   *
   * @param cluster the cluster of each row that counts, from 0
   * @throws IllegalArgumentException for more or fewer clusters than rows that count
   */
  public static Covariance clustered(RegressionFit fit, int[] cluster, SmallSample sample) {
    if (cluster.length != fit.size()) {
      throw new IllegalArgumentException("one cluster a row that counts expected");
    }
    int groups = (int) Arrays.stream(cluster).distinct().count();
    double factor = factor(fit, groups, sample);
    double[][] out = products(summed(weighted(fit.influence(), fit.residuals()), cluster));
    scale(out, factor);
    return new Covariance(
        out,
        groups - 1.0,
        note(
            "cluster: factor G/(G - 1) * (N - 1)/(N - K), G = " + groups + " clusters",
            factor,
            sample));
  }

  /**
   * Driscoll and Kraay's, against correlation between units and over some times.
   *
   * @param lags m; below 0 for the whole part of 4 (T/100)^(2/9)
   */
  public static Covariance driscollKraay(RegressionFit fit, int lags, SmallSample sample) {
    PanelRows panel = fit.panel().orElseThrow();
    int times = panel.times().length;
    int m = lags < 0 ? (int) Math.floor(4 * Math.pow(times / 100.0, 2.0 / 9)) : lags;
    double[][] scores = summed(weighted(fit.influence(), fit.residuals()), panel.periods());
    double[][] out = products(scores);
    for (int lag = 1; lag <= Math.min(m, times - 1); lag++) {
      addLag(out, scores, lag, 1 - lag / (m + 1.0));
    }
    double factor = factor(fit, times, sample);
    scale(out, factor);
    return new Covariance(
        out,
        times - 1.0,
        note(
            "driscoll-kraay: " + m + " lags, factor T/(T - 1) * (N - 1)/(N - K), T = " + times,
            factor,
            sample));
  }

  private static String note(String what, double factor, SmallSample sample) {
    return sample == SmallSample.NONE
        ? what.substring(0, what.indexOf(':')) + ": no small-sample factor"
        : String.format(Locale.ROOT, "%s = %.6f; %s", what, factor, sample.text());
  }

  private static double factor(RegressionFit fit, int groups, SmallSample sample) {
    double n = fit.size();
    return sample == SmallSample.NONE
        ? 1
        : groups / (groups - 1.0) * (n - 1) / (n - parameters(fit, sample));
  }

  private static int parameters(RegressionFit fit, SmallSample sample) {
    return sample.parameters(fit.terms().size(), fit.effects());
  }

  private static void addLag(double[][] out, double[][] scores, int lag, double weight) {
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < out.length; j++) {
        double sum = 0;
        for (int t = lag; t < scores[i].length; t++) {
          sum += scores[i][t] * scores[j][t - lag] + scores[i][t - lag] * scores[j][t];
        }
        out[i][j] += weight * sum;
      }
    }
  }

  private static double[][] weighted(double[][] columns, double[] weights) {
    double[][] out = new double[columns.length][weights.length];
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < weights.length; i++) {
        out[j][i] = columns[j][i] * weights[i];
      }
    }
    return out;
  }

  private static double[][] summed(double[][] columns, int[] groups) {
    int size = Arrays.stream(groups).max().orElse(-1) + 1;
    double[][] out = new double[columns.length][size];
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < groups.length; i++) {
        out[j][groups[i]] += columns[j][i];
      }
    }
    return out;
  }

  private static double[][] products(double[][] columns) {
    double[][] out = new double[columns.length][columns.length];
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j <= i; j++) {
        out[i][j] = Columns.dot(columns[i], columns[j]);
        out[j][i] = out[i][j];
      }
    }
    return out;
  }

  private static void scale(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
  }
}
