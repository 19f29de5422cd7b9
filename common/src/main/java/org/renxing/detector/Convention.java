package org.renxing.detector;

/**
 * What the programs of the geographical detector do differently.
 *
 * @param keepsSingletons whether a stratum of one row counts, with a variance of 0; else its row is
 *     left out
 * @param isSampleVariance whether the noncentrality divides by the variance with n − 1, else n
 */
public record Convention(boolean keepsSingletons, boolean isSampleVariance) {
  /** As Wang et al. (2016) write it and the R packages GD and gdverse do it. */
  public static final Convention GDVERSE = new Convention(false, false);

  /** As the R package geodetector does it. */
  public static final Convention GEODETECTOR = new Convention(true, true);
}
