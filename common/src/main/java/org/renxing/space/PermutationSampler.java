package org.renxing.space;

import java.io.Serializable;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Random arrangements that depend on the seed, the scenario and the number of units alone: all
 * measures and years with the same number of units are set against the same arrangements, whatever
 * the partitions.
 *
 * @param permutations how many arrangements
 */
record PermutationSampler(long seed, String scenario, int permutations) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Numbers for a purpose (Mersenne Twister, Matsumoto and Nishimura 1998), always the same. */
  RandomGenerator numbers(int purpose, int units) {
    int[] key = {(int) (seed >>> 32), (int) seed, scenario.hashCode(), purpose, units};
    return new MersenneTwister(key);
  }

  /**
   * The one-sided pseudo p-value: the smaller of both tails, with the observation itself counted in
   * (North, Curtis and Sham 2002), (count + 1)/(permutations + 1). GeoDa and esda report this
   * figure too; arrangements that equal the observation count in both tails here, and in the upper
   * alone there.
   *
   * @param atLeast arrangements with a statistic not below the observed
   * @param atMost arrangements with a statistic not above it
   */
  double pValue(int atLeast, int atMost) {
    return (Math.min(atLeast, atMost) + 1.0) / (permutations + 1);
  }

  /** The two-sided pseudo p-value: twice the one-sided, and at most 1. */
  static double twoSided(double pValue) {
    return Math.min(1, 2 * pValue);
  }
}
