package org.renxing.index.weigh;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.weights.PanelMoments;

/**
 * Moments that begin with the first row, which brings the means. Public, as Spark's encoders ask.
 */
public final class BegunMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  /** None or one. */
  private final List<PanelMoments> moments = new ArrayList<>();

  boolean isEmpty() {
    return moments.isEmpty();
  }

  void begin(PanelMoments begun) {
    moments.add(begun);
  }

  PanelMoments moments() {
    return moments.get(0);
  }
}
