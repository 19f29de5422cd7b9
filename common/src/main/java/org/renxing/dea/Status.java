package org.renxing.dea;

/** Whether there is a score. */
public enum Status {
  /** There is one, and its certificate holds. */
  OK,
  /** The model has no solution for this unit; the reason says why. */
  INFEASIBLE,
  /** The score grows without bound; the reason says why. */
  UNBOUNDED,
  /** No solver reached a score whose certificate holds; none is given. */
  UNCERTIFIED
}
