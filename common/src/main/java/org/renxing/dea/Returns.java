package org.renxing.dea;

/** Returns to scale of a technology, by what the sum of intensities λ may be. */
public enum Returns {
  /** Constant: any sum (Charnes, Cooper and Rhodes 1978). */
  CRS,
  /** Variable: exactly 1 (Banker, Charnes and Cooper 1984). */
  VRS,
  /** Non-increasing: at most 1. */
  NIRS,
  /** Non-decreasing: at least 1. */
  NDRS
}
