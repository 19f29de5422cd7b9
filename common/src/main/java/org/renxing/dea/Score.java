package org.renxing.dea;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one model says of one unit: {@link Scored}, or {@link Unscored} with the reason. */
public sealed interface Score extends Serializable permits Scored, Unscored {
  /** The unit. */
  UnitKey unit();

  /** What is measured. */
  Measure measure();

  /** Whether there is a score. */
  Status status();

  /** Why it is what it is, or is not there. */
  Reason reason();

  /** θ, φ or ρ, by measure; empty unless the status is OK. */
  OptionalDouble value();

  /** The score with all that belongs to it; empty unless the status is OK. */
  Optional<Scored> scored();
}
