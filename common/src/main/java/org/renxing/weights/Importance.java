package org.renxing.weights;

/**
 * How much an indicator matters, on any scale.
 *
 * @param value 0 or more; NaN where it cannot be said
 * @param reason why the value is 0 or NaN, one of {@link WeightReasons}; empty where there is none
 */
public record Importance(double value, String reason, Evidence evidence) {
  /** An importance that the index system states. */
  static Importance stated(double value) {
    return new Importance(value, "", Evidence.NONE);
  }

  /** The value where there is no reason against it, 0 for a reason of nothing that varies. */
  static Importance of(double value, String reason, Evidence evidence) {
    boolean isNone =
        reason.equals(WeightReasons.CONSTANT) || reason.equals(WeightReasons.NO_CONFLICT);
    return new Importance(reason.isEmpty() ? value : isNone ? 0 : Double.NaN, reason, evidence);
  }
}
