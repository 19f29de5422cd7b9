package org.renxing.dea;

/** What is moved towards the frontier. */
public enum Orientation {
  /** Inputs shrink: the score is θ, at most 1 within the technology. */
  INPUT,
  /** Outputs grow: the score is φ, at least 1 within the technology. */
  OUTPUT
}
