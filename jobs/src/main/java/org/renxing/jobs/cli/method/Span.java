package org.renxing.jobs.cli.method;

import org.renxing.model.Normalisation;
import org.renxing.model.WeightScheme;

/** Over which rows bounds and weights are taken. */
enum Span {
  POOLED,
  YEARLY;

  Normalisation.Scope ofBounds() {
    return Normalisation.Scope.valueOf(name());
  }

  WeightScheme.Scope ofWeights() {
    return WeightScheme.Scope.valueOf(name());
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
