package org.renxing.quality;

import java.util.List;
import org.renxing.model.QualityPolicy;

/** The families of checks, in an order that keeps rows sorted; a new one is a line here. */
final class Detectors {
  private Detectors() {}

  static List<Detector> of(QualityPolicy policy) {
    return List.of(
        new Jumps(policy),
        new PowersOfTen(policy),
        new RowShifts(policy),
        new RowPatterns(policy),
        new Identities(policy),
        new Ranges(policy),
        new PeerLevels(policy),
        new Repeats(policy));
  }
}
