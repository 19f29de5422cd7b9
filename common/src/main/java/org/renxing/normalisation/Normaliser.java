package org.renxing.normalisation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
public final class Normaliser implements Serializable {
  private static final long serialVersionUID = 1L;

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

  /** Whether each year is a scope of its own. */
  boolean isYearly() {
    return spec.scope() == Normalisation.Scope.YEARLY;
  }

  /**
   * Treats and normalises.
   *
   * @param frozen bounds by indicator of the release that scope frozen names
   * @throws RenxingException CONFIGURATION for scope frozen without bounds
   */
  public Normalised of(PackedPanel panel, Optional<Map<String, ScaleBounds>> frozen) {
    check(frozen.isPresent());
    int width = panel.indicators().size();
    double[] treated = new double[panel.rows() * width];
    double[] out = new double[treated.length];
    for (int scope : isYearly() ? panel.years() : new int[] {0}) {
      int[] rows = panel.rowsOf(scope);
      int[] years = Arrays.stream(rows).map(panel::year).toArray();
      for (int j = 0; j < width; j++) {
        int column = j;
        double[] values = Arrays.stream(rows).mapToDouble(r -> panel.value(r, column)).toArray();
        String code = panel.indicators().get(j);
        ColumnScale scale = scale(code, years, values, frozen.orElse(Map.of()));
        for (int row : rows) {
          treated[row * width + j] = scale.treated(panel.value(row, j));
          out[row * width + j] = scale.normalised(panel.value(row, j));
        }
      }
    }
    return new Normalised(panel.with(treated), panel.with(out));
  }

  /**
   * How the values of one indicator in one scope are treated and normalised.
   *
   * @param years the year of each value
   * @param values in any order; NaN where missing
   * @param frozen bounds by indicator of the release that scope frozen names
   */
  ColumnScale scale(String code, int[] years, double[] values, Map<String, ScaleBounds> frozen) {
    double[] source =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]) && isSource(years[i]))
            .mapToDouble(i -> values[i])
            .toArray();
    double lower = Double.NaN;
    double upper = Double.NaN;
    if (spec.winsorise().isPresent()) {
      double[] sorted = source.clone();
      Arrays.sort(sorted);
      lower = SortedValues.quantile(sorted, spec.winsorise().get().lower());
      upper = SortedValues.quantile(sorted, spec.winsorise().get().upper());
      for (int i = 0; i < source.length; i++) {
        source[i] = ColumnScale.drawnIn(source[i], lower, upper);
      }
    }
    return new ColumnScale(
        scaler(method, code, source, frozen), negative.contains(code), lower, upper);
  }

  /** Whether statistics are taken from the values of a year of their scope. */
  private boolean isSource(int year) {
    return spec.scope() != Normalisation.Scope.BASE_YEAR || year == spec.baseYear().orElseThrow();
  }

  private <S extends ColumnStatistic<S>> Scaler scaler(
      NormalisationMethod<S> of, String code, double[] source, Map<String, ScaleBounds> frozen) {
    Optional<Scaler> stated = of.stated(code, spec);
    if (stated.isPresent()) {
      return stated.get();
    }
    if (spec.scope() == Normalisation.Scope.FROZEN) {
      ScaleBounds none = new ScaleBounds(Double.NaN, Double.NaN);
      ScaleBounds bounds = frozen.getOrDefault(code, none);
      return of.within(bounds.lower(), bounds.upper(), spec);
    }
    S statistic = of.statistic();
    Arrays.stream(source).forEach(statistic::add);
    return of.fit(statistic, spec);
  }

  private RenxingException unknownRelease() {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        "normalisation: scope frozen has no bounds of release "
            + spec.frozenRelease().orElse("(none)")
            + "; name a release that published them");
  }
}
