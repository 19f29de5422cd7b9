package org.renxing.drivers;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a regression came to. Figures that have no answer are NaN, and not among {@code figures}.
 *
 * @param model its id
 * @param method such as {@code fixed}
 * @param effects that were taken off
 * @param figures of the whole regression
 * @param note how standard errors were estimated, or more of why there is no estimate
 * @param reason why there is no estimate; else empty
 */
public record ModelAnswer(
    String model,
    String method,
    String formula,
    String effects,
    List<Estimate> estimates,
    List<Test> tests,
    List<Effect> spatial,
    Map<Figure, Double> figures,
    String note,
    String reason)
    implements Serializable {
  public ModelAnswer {
    estimates = List.copyOf(estimates);
    tests = List.copyOf(tests);
    spatial = List.copyOf(spatial);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  /** A figure; NaN for none. */
  public double figure(Figure figure) {
    return figures.getOrDefault(figure, Double.NaN);
  }

  /**
   * An estimate.
   *
   * @param low the lower end of the interval that holds it with 95 %
   * @param inflation variance inflation factor among the other terms, after effects
   * @param reason why there is no estimate; else empty
   */
  public record Estimate(
      String term,
      double estimate,
      double standardError,
      double statistic,
      double pValue,
      double low,
      double high,
      double inflation,
      String reason)
      implements Serializable {}

  /**
   * A test.
   *
   * @param name such as {@code hausman}
   * @param denominator second degrees of freedom of an F statistic, else NaN
   * @param reason why there is none; else empty
   */
  public record Test(
      String name,
      double statistic,
      double degreesOfFreedom,
      double denominator,
      double pValue,
      String reason)
      implements Serializable {}

  /**
   * What a regressor does in a unit itself, in all others, and in both.
   *
   * @param kind direct, indirect or total
   */
  public record Effect(
      String term,
      String kind,
      double estimate,
      double standardError,
      double statistic,
      double pValue)
      implements Serializable {}

  /** Collects the parts of an answer. */
  static final class Parts {
    final List<Estimate> estimates = new ArrayList<>();
    final List<Test> tests = new ArrayList<>();
    final List<Effect> spatial = new ArrayList<>();
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    private String note = "";
    private String reason = "";

    /** Notes a figure, if there is one. */
    Parts put(Figure figure, double value) {
      if (!Double.isNaN(value)) {
        figures.put(figure, value);
      }
      return this;
    }

    /** Says how standard errors were estimated. */
    void note(String text) {
      note = text;
    }

    /** Says why there is no estimate. */
    void fail(String why, String more) {
      reason = why;
      note = more;
    }

    boolean isFailed() {
      return !reason.isEmpty();
    }

    ModelAnswer answer(String model, String method, String formula, String effects) {
      return new ModelAnswer(
          model, method, formula, effects, estimates, tests, spatial, figures, note, reason);
    }
  }
}
