package org.renxing.model;

/** A family of analyses of the figures of a scenario, which a scenario may do without. */
public enum Analysis {
  /** Dagum's Gini coefficient, Theil's and Atkinson's indices by group. */
  INEQUALITY,
  /** Obstacle degrees, strengths and weaknesses. */
  OBSTACLES,
  /** Convergence, transitions, densities, mobility. */
  DYNAMICS,
  /** Spatial autocorrelation. */
  SPACE,
  /** The index itself: correlations, reliability, influence of indicators. */
  DIAGNOSIS,
  /** Vacancy and land from fine-grained observations, where the run has such sources. */
  REMOTE
}
