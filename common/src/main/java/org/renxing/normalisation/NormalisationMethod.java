package org.renxing.normalisation;

import java.io.Serializable;
import java.util.Optional;
import org.renxing.model.Normalisation;

/**
 * One formula by which values become comparable. To add one, write a class and name it in {@link
 * NormalisationMethods}.
 *
 * @param <S> what it keeps of the values in scope
 */
public interface NormalisationMethod<S extends ColumnStatistic<S>> extends Serializable {
  /** The name that configuration uses. */
  String id();

  /** An empty statistic of one indicator in one scope. */
  S statistic();

  /** The scaler that rests on the values in scope. */
  Scaler fit(S statistic, Normalisation spec);

  /** The scaler between bounds that come from an earlier release; NaN for none. */
  Scaler within(double lower, double upper, Normalisation spec);

  /** The scaler that the specification states without looking at values; empty for most methods. */
  default Optional<Scaler> stated(String indicator, Normalisation spec) {
    return Optional.empty();
  }

  /** Whether the upper end of the scale is an ideal from which distances can be measured. */
  default boolean hasIdeal() {
    return true;
  }

  /** Whether results lie on both sides of 0, whatever the values are. */
  default boolean isCentred() {
    return false;
  }

  /**
   * Refuses a specification that the method cannot follow.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION
   */
  default void check(Normalisation spec) {}
}
