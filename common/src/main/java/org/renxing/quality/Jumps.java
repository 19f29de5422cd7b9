package org.renxing.quality;

import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Cells far from their own history, by the outlier rule of Hampel (1974): |residual| beyond {@code
 * limit} robust standard deviations. A spike departs from the years on both sides in one direction,
 * by at least half the residual; anything else is a level break, of which the years on the shorter
 * side are suspect.
 */
record Jumps(QualityPolicy policy) implements Detector {
  /** A lasting change may be true (boundaries, a census), so a break is less sure than a spike. */
  private static final double OF_BREAK = 0.8;

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    for (int i = 0; i < seen.cells().size(); i++) {
      JudgedFigure cell = seen.at(i);
      if (cell.departs(policy.limit(), policy.leastFactor())) {
        boolean isSpike = isSpike(seen, i);
        out.add(
            Finding.of(
                cell,
                isSpike ? SuspectKind.SPIKE : SuspectKind.LEVEL_BREAK,
                cell.range(policy.limit()),
                Finding.beyond(policy.limit(), cell.score()) * (isSpike ? 1 : OF_BREAK),
                evidence(seen, i, cell)));
      }
    }
  }

  private static boolean isSpike(Expectation seen, int i) {
    double before = seen.step(i, seen.cells().before(i));
    double after = seen.step(i, seen.cells().after(i));
    double least = Math.abs(seen.at(i).residual()) * 0.5;
    return before * after > 0 && Math.min(Math.abs(before), Math.abs(after)) >= least;
  }

  private String evidence(Expectation seen, int i, JudgedFigure cell) {
    return Finding.number(cell.value())
        + " where the other years let expect "
        + Finding.number(cell.original(cell.expected()))
        + "; "
        + seen.cells().neighbours(i)
        + Finding.text(
            "; %.1f robust standard deviations, limit %.1f", cell.score(), policy.limit());
  }
}
