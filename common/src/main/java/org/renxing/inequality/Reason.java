package org.renxing.inequality;

/** Why an index of a sample is missing. */
public enum Reason {
  /** Nothing is missing. */
  NONE,
  /** There are no values: every index is missing. */
  NO_VALUES,
  /** A value is below 0, where none of the indices has its meaning: all are missing. */
  NEGATIVE_VALUE,
  /** All values are 0, and so is the mean by which the indices divide: all are missing. */
  MEAN_ZERO,
  /** A value is 0: Theil's L and Atkinson's index from epsilon 1 on take its logarithm. */
  ZERO_VALUE,
  /** All values are alike: Gini is 0, and has no parts of which to take shares. */
  ALL_EQUAL
}
