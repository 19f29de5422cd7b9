package org.renxing.quality;

import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Cells that a shift of the decimal point by one to four places, or a confusion of 万 and units,
 * would bring to what their history lets expect.
 */
record PowersOfTen(QualityPolicy policy) implements Detector {
  private static final double LN_10 = StrictMath.log(10);
  private static final int MOST_PLACES = 4;
  private static final double LEAST_TOLERANCE = 0.15;
  private static final double MOST_TOLERANCE = 0.7;
  private static final double SPREADS = 3;

  /** The pattern itself is evidence, so a little less distance will do. */
  private static final double OF_LIMIT = 0.8;

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    double limit = OF_LIMIT * policy.limit();
    for (int i = 0; seen.isLog() && i < seen.cells().size(); i++) {
      JudgedFigure cell = seen.at(i);
      if (cell.score() >= limit) {
        judge(seen, i, cell, out);
      }
    }
  }

  private void judge(Expectation seen, int i, JudgedFigure cell, IndicatorTraces out) {
    double places = Math.rint(cell.residual() / LN_10);
    double rest = Math.abs(cell.residual() - places * LN_10);
    double tolerance = Math.min(MOST_TOLERANCE, Math.max(LEAST_TOLERANCE, cell.spread() * SPREADS));
    if (places == 0 || Math.abs(places) > MOST_PLACES || rest > tolerance) {
      return;
    }
    double sure = Finding.beyond(OF_LIMIT * policy.limit(), cell.score());
    String evidence =
        Finding.number(cell.value())
            + " is 10^"
            + (int) places
            + " times "
            + Finding.number(cell.value() / StrictMath.pow(10, places))
            + ", which fits the other years: expected "
            + Finding.number(cell.original(cell.expected()))
            + "; "
            + seen.cells().neighbours(i);
    out.add(
        Finding.of(
            cell,
            SuspectKind.POWER_OF_TEN,
            cell.range(policy.limit()),
            sure * (1 - rest / tolerance * 0.5),
            evidence));
  }
}
