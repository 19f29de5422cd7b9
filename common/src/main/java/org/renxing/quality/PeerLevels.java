package org.renxing.quality;

import java.util.Arrays;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;
import org.renxing.quality.JudgedFigure.Range;
import org.renxing.quality.panel.Median;

/**
 * Cells far from all units of the year, by the modified z-score of Iglewicz and Hoaglin (1993) on
 * logarithms: (y − median) / (1.4826 · median |y − median|). Units differ in truth, so it says
 * little on its own; it tells of series that are wrong in all years.
 */
record PeerLevels(QualityPolicy policy) implements Detector {
  private static final int FEWEST = 20;
  private static final double MOST = 0.6;

  /** Units that are much alike differ by many small spreads; a factor of two is the least. */
  private static final double LEAST_DISTANCE = StrictMath.log(2);

  @Override
  public void acrossUnits(Expectation seen, IndicatorTraces out) {
    if (seen.isLog()) {
      seen.cells().crossSections().forEach(section -> judge(seen, section, out));
    }
  }

  private void judge(Expectation seen, int[] section, IndicatorTraces out) {
    double[] y = Arrays.stream(section).mapToDouble(seen::y).toArray();
    double middle = Median.of(y);
    double[] distances = Arrays.stream(y).map(x -> Math.abs(x - middle)).toArray();
    double spread = Median.of(distances) * Expectation.MAD;
    if (Expectation.known(y) < FEWEST || !(spread > 0)) {
      return;
    }
    double reach = spread * policy.peerLimit();
    for (int k = 0; k < section.length; k++) {
      double score = distances[k] / spread;
      if (distances[k] >= LEAST_DISTANCE && score >= policy.peerLimit()) {
        JudgedFigure cell = seen.at(section[k]);
        out.add(
            Finding.of(
                cell,
                SuspectKind.PEER_LEVEL,
                new Range(cell.original(middle - reach), cell.original(middle + reach)),
                Finding.beyond(policy.peerLimit(), score) * MOST,
                evidence(cell, middle, score)));
      }
    }
  }

  private String evidence(JudgedFigure cell, double middle, double score) {
    return Finding.number(cell.value())
        + "; median of the units of the year "
        + Finding.number(cell.original(middle))
        + Finding.text("; %.1f robust standard deviations, limit %.1f", score, policy.peerLimit());
  }
}
