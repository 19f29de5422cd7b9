package org.renxing.testing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.Adjustment;
import org.renxing.model.Analysis;
import org.renxing.model.CarbonRules;
import org.renxing.model.Direction;
import org.renxing.model.Imputation;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.ProjectionRules;
import org.renxing.model.Ranking;
import org.renxing.model.ResourceRules;
import org.renxing.model.Scenario;
import org.renxing.model.SpaceOptions;
import org.renxing.model.WeightScheme;
import org.renxing.model.YearRange;

/** Small index systems and scenarios. */
public final class Systems {
  /** The chain of the defaults: linear, nearest, no fallback, cap 0.3. */
  public static final Imputation DEFAULT_IMPUTATION =
      new Imputation(
          Imputation.Interior.LINEAR,
          Imputation.Ends.NEAREST,
          Imputation.Fallback.NONE,
          "all",
          0.3,
          Imputation.OverCap.DROP_UNIT,
          false,
          Imputation.Basis.DERIVED);

  private Systems() {}

  /** A positive leaf. */
  public static IndexNode leaf(String code, String expression) {
    return leaf(code, Direction.POSITIVE, expression);
  }

  /** A leaf. */
  public static IndexNode leaf(String code, Direction direction, String expression) {
    return new IndexNode(
        code,
        code,
        code,
        1,
        Optional.of(new Indicator(code, code, code, "", direction, expression)),
        List.of());
  }

  /** An inner node of weight 1. */
  public static IndexNode node(String code, IndexNode... children) {
    return node(code, 1, children);
  }

  /** An inner node. */
  public static IndexNode node(String code, double weight, IndexNode... children) {
    return new IndexNode(code, code, code, weight, Optional.empty(), Arrays.asList(children));
  }

  /** A system of these systems. */
  public static IndexSystem index(IndexNode... systems) {
    return new IndexSystem("test", "test", "test", node("overall", systems));
  }

  /** A scheme of a method, pooled, within systems. */
  public static WeightScheme scheme(String method) {
    return scheme(method, WeightScheme.Within.SYSTEM, WeightScheme.Scope.POOLED, Map.of());
  }

  /** A scheme named after its method. */
  public static WeightScheme scheme(
      String method,
      WeightScheme.Within within,
      WeightScheme.Scope scope,
      Map<String, Double> systemWeights) {
    return new WeightScheme(method, method, within, scope, Optional.of("r"), 0, systemWeights);
  }

  /** A scenario with defaults but for what the panel reads; values are not adjusted. */
  public static Scenario scenario(
      IndexSystem system, String years, Imputation imputation, String filter) {
    return scenario(system, years, imputation, filter, Adjustment.none());
  }

  /** A scenario with defaults but for what the panel reads. */
  public static Scenario scenario(
      IndexSystem system,
      String years,
      Imputation imputation,
      String filter,
      Adjustment adjustment) {
    return new Scenario(
        "test",
        "test",
        Optional.empty(),
        system,
        new Scenario.Population(List.of(), List.of(), filter),
        YearRange.parse(years),
        adjustment,
        imputation,
        Normalisation.pooledMinMax(),
        List.of(scheme("entropy")),
        Scenario.Aggregation.ARITHMETIC,
        List.of(),
        List.of(),
        List.of(),
        EnumSet.allOf(Analysis.class),
        EnumSet.allOf(Ranking.class),
        SpaceOptions.standard(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        new CarbonRules(
            List.of(),
            CarbonRules.Missing.UNKNOWN,
            CarbonRules.PEAK_YEARS,
            "entropy",
            "overall",
            ProjectionRules.none()),
        new ResourceRules(
            ResourceRules.Verdict.ANY,
            YearRange.parse(years).first(),
            ResourceRules.EVENT_SPAN,
            List.of()),
        Optional.empty());
  }
}
