package org.renxing.quality;

import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;
import org.renxing.quality.JudgedFigure.Range;

/**
 * What an indicator cannot be: outside the range that configuration states; the ends belong to it.
 */
record Ranges(QualityPolicy policy) implements Detector {
  /** A range is a fact, not an estimate. */
  private static final double SURE = 0.99;

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    Bounds bounds = policy.ranges().get(seen.cells().code());
    if (bounds == null) {
      return;
    }
    for (int i = 0; i < seen.cells().size(); i++) {
      double value = seen.cells().value(i);
      if (value < bounds.lower() || value > bounds.upper()) {
        String evidence =
            Finding.number(value) + " is not from " + bounds.lower() + " to " + bounds.upper();
        out.add(
            Finding.of(
                seen.at(i),
                SuspectKind.RANGE,
                new Range(bounds.lower(), bounds.upper()),
                SURE,
                evidence));
      }
    }
  }
}
