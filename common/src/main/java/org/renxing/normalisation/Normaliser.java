package org.renxing.normalisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.renxing.model.Direction;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.panel.PackedPanel;

/**
 * Normalises a panel (methods: normalisation). Negative indicators are turned: more is better in
 * the result. A constant indicator gives 0 for every unit. Base-year, frozen and goalpost bounds
 * can give values outside [0, scale] unless clamp is set.
 */
public final class Normaliser {
  private final Normalisation spec;
  private final NormalisationMethod<?> method;
  private final Set<String> negative;

  /**
   * A normaliser of the indicators of an index system.
   *
   * @throws RenxingException CONFIGURATION for a scope that the method does not take
   */
  public Normaliser(Normalisation spec, IndexSystem indexSystem) {
    this(
        spec,
        indexSystem.indicators().stream()
            .filter(i -> i.direction() == Direction.NEGATIVE)
            .map(Indicator::code)
            .collect(Collectors.toSet()));
  }

  /**
   * A normaliser.
   *
   * @param negative indicators of which less is better
   * @throws RenxingException CONFIGURATION for a scope that the method does not take
   */
  public Normaliser(Normalisation spec, Set<String> negative) {
    this.spec = spec;
    this.method = NormalisationMethods.of(spec.method());
    this.negative = Set.copyOf(negative);
    method.check(spec);
  }

  /**
   * Refuses scope frozen without bounds.
   *
   * @throws RenxingException CONFIGURATION
   */
  public void check(boolean hasFrozen) {
    if (spec.scope() == Normalisation.Scope.FROZEN && !hasFrozen) {
      throw unknownRelease();
    }
  }

  /**
   * Treats and normalises.
   *
   * @param frozen bounds by indicator of the release that scope frozen names
   * @throws RenxingException CONFIGURATION for scope frozen without bounds
   */
  public Normalised of(PackedPanel panel, Optional<Map<String, ScaleBounds>> frozen) {
    check(frozen.isPresent());
    PackedPanel treated = treated(panel);
    Map<Integer, List<Scaler>> scalers = new HashMap<>();
    for (int scope : scopes(treated)) {
      List<Scaler> all = new ArrayList<>();
      for (int j = 0; j < treated.indicators().size(); j++) {
        all.add(scaler(method, treated, j, scope, frozen.orElse(Map.of())));
      }
      scalers.put(scope, all);
    }
    int width = treated.indicators().size();
    double[] out = new double[treated.rows() * width];
    for (int j = 0; j < width; j++) {
      boolean isNegative = negative.contains(treated.indicators().get(j));
      for (int row = 0; row < treated.rows(); row++) {
        Scaler scaler = scalers.get(scopeOf(treated, row)).get(j);
        out[row * width + j] = scaler.normalised(treated.value(row, j), isNegative);
      }
    }
    return new Normalised(treated, treated.with(out), scalers);
  }

  /** The scope to which a row belongs: its year, or 0 for all years. */
  private int scopeOf(PackedPanel panel, int row) {
    return spec.scope() == Normalisation.Scope.YEARLY ? panel.year(row) : 0;
  }

  private int[] scopes(PackedPanel panel) {
    return spec.scope() == Normalisation.Scope.YEARLY ? panel.years() : new int[] {0};
  }

  /** The rows from which a scope takes its statistics. */
  private int[] rows(PackedPanel panel, int scope) {
    return panel.rowsOf(
        spec.scope() == Normalisation.Scope.BASE_YEAR ? spec.baseYear().orElseThrow() : scope);
  }

  private <S extends ColumnStatistic<S>> Scaler scaler(
      NormalisationMethod<S> of,
      PackedPanel panel,
      int column,
      int scope,
      Map<String, ScaleBounds> frozen) {
    String code = panel.indicators().get(column);
    Optional<Scaler> stated = of.stated(code, spec);
    if (stated.isPresent()) {
      return stated.get();
    }
    if (spec.scope() == Normalisation.Scope.FROZEN) {
      ScaleBounds none = new ScaleBounds(Double.NaN, Double.NaN);
      ScaleBounds bounds = frozen.getOrDefault(code, none);
      return of.within(bounds.lower(), bounds.upper(), spec);
    }
    return of.fit(collect(of.statistic(), panel, column, rows(panel, scope)), spec);
  }

  private static <S extends ColumnStatistic<S>> S collect(
      S statistic, PackedPanel panel, int column, int[] rows) {
    for (int row : rows) {
      if (!Double.isNaN(panel.value(row, column))) {
        statistic.add(panel.value(row, column));
      }
    }
    return statistic;
  }

  /** Draws values in to the quantiles over their scope. */
  private PackedPanel treated(PackedPanel panel) {
    if (spec.winsorise().isEmpty()) {
      return panel;
    }
    Normalisation.Quantiles quantiles = spec.winsorise().get();
    int width = panel.indicators().size();
    double[] out = new double[panel.rows() * width];
    for (int scope : scopes(panel)) {
      int[] source = rows(panel, scope);
      int[] target = panel.rowsOf(scope);
      for (int j = 0; j < width; j++) {
        double[] sorted = collect(new SortedValues(), panel, j, source).sorted();
        double lower = SortedValues.quantile(sorted, quantiles.lower());
        double upper = SortedValues.quantile(sorted, quantiles.upper());
        for (int row : target) {
          out[row * width + j] = drawnIn(panel.value(row, j), lower, upper);
        }
      }
    }
    return panel.with(out);
  }

  /** NaN stays; without bounds all stays as it is. */
  private static double drawnIn(double x, double lower, double upper) {
    return x < lower ? lower : x > upper ? upper : x;
  }

  private RenxingException unknownRelease() {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        "normalisation: scope frozen has no bounds of release "
            + spec.frozenRelease().orElse("(none)")
            + "; name a release that published them");
  }
}
