package org.renxing.learning;

/** What is trained. */
public enum LearningMethod {
  /** A random forest (Breiman 2001). */
  FOREST,
  /** Boosted trees (Friedman 2001, 2002). */
  BOOSTED,
  /** Linear regression with both penalties (Zou and Hastie 2005). */
  ELASTIC_NET
}
