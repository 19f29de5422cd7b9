package org.renxing.normalisation;

import java.util.List;
import java.util.Map;
import org.renxing.panel.PackedPanel;

/**
 * A normalised panel.
 *
 * @param values the values after treatment, in their own units of measure
 * @param normalised the same rows and columns, normalised; NaN where the value or its bounds are
 *     missing
 * @param scalers the scalers of the indicators by scope year, 0 for all years
 */
public record Normalised(
    PackedPanel values, PackedPanel normalised, Map<Integer, List<Scaler>> scalers) {
  public Normalised {
    scalers = Map.copyOf(scalers);
  }
}
