package org.renxing.quality;

import java.util.List;
import org.renxing.model.QualityPolicy;

/** The families of checks, a new one is a line here. */
final class Detectors {
  private Detectors() {}

  static List<Detector> of(QualityPolicy policy) {
    return List.of(
        new PeerLevels(policy),
        new Jumps(policy),
        new PowersOfTen(policy),
        new Ranges(policy),
        new Repeats(policy),
        new RowShifts(policy),
        new RowPatterns(policy),
        new Identities(policy));
  }
}
