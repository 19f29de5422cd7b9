package org.renxing.dea;

import java.util.Optional;
import java.util.OptionalDouble;

/** No score, and why. */
public record Unscored(UnitKey unit, Measure measure, Status status, Reason reason)
    implements Score {
  public Unscored {
    if (status == Status.OK || reason == Reason.NONE) {
      throw new IllegalArgumentException(status + " with reason " + reason);
    }
  }

  @Override
  public OptionalDouble value() {
    return OptionalDouble.empty();
  }

  @Override
  public Optional<Scored> scored() {
    return Optional.empty();
  }
}
