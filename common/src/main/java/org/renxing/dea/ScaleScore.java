package org.renxing.dea;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What scale does to one unit.
 *
 * @param unit the unit
 * @param constant score under constant returns
 * @param variable score under variable returns
 * @param nonIncreasing score under non-increasing returns
 */
public record ScaleScore(UnitKey unit, Score constant, Score variable, Score nonIncreasing)
    implements Serializable {
  /** Scores whose ratio is this near to 1 are alike. */
  private static final double ALIKE = 1e-9;

  /**
   * θ under constant over θ under variable returns; of φ the other way round, so at most 1 within
   * the technology. Empty where either is missing or the divisor is 0.
   */
  public OptionalDouble efficiency() {
    if (constant.value().isEmpty() || variable.value().isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean isInput = constant.measure() == Measure.THETA;
    double over = isInput ? constant.value().getAsDouble() : variable.value().getAsDouble();
    double under = isInput ? variable.value().getAsDouble() : constant.value().getAsDouble();
    return under == 0 ? OptionalDouble.empty() : OptionalDouble.of(over / under);
  }

  /**
   * Constant where constant and variable returns give the same score, decreasing where
   * non-increasing and variable returns do, else increasing (Färe, Grosskopf and Lovell 1985).
   *
   * @return empty where a score is missing
   */
  public Optional<ScaleRegion> region() {
    if (efficiency().isEmpty() || nonIncreasing.value().isEmpty()) {
      return Optional.empty();
    }
    double vrs = variable.value().getAsDouble();
    if (alike(constant.value().getAsDouble(), vrs)) {
      return Optional.of(ScaleRegion.CONSTANT);
    }
    return Optional.of(
        alike(nonIncreasing.value().getAsDouble(), vrs)
            ? ScaleRegion.DECREASING
            : ScaleRegion.INCREASING);
  }

  private static boolean alike(double a, double b) {
    return Math.abs(a - b) <= ALIKE * Math.max(Math.abs(a), Math.abs(b));
  }
}
