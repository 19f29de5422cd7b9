package org.renxing.normalisation;

import java.util.Optional;
import org.renxing.model.Normalisation;

/**
 * Min-max between fixed bounds that the scenario states (as the Human Development Index does). The
 * scope plays no part. An indicator without goalposts normalises to nothing.
 */
final class Goalposts extends MinMax {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "goalposts";
  }

  @Override
  public Optional<Scaler> stated(String indicator, Normalisation spec) {
    Normalisation.Bounds bounds = spec.goalposts().get(indicator);
    return Optional.of(
        bounds == null
            ? within(Double.NaN, Double.NaN, spec)
            : within(bounds.lower(), bounds.upper(), spec));
  }
}
