package org.renxing.jobs.simulate;

import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;

/**
 * Random numbers in columns that depend on seed, purpose and key alone: the same on any number of
 * partitions.
 */
final class ColumnDraw {
  private static final double UNIT = 0x1.0p-53;

  private final long seed;

  ColumnDraw(long seed) {
    this.seed = seed;
  }

  /** A number in (0, 1) for the key. */
  Column uniform(String purpose, Column key) {
    Column bits = shiftrightunsigned(xxhash64(lit(seed), lit(purpose), key), 11);
    return bits.cast("double").plus(0.5).multiply(UNIT);
  }

  /** A standard normal number for the key, by Box and Muller. */
  Column normal(String purpose, Column key) {
    return sqrt(log(uniform(purpose + "/r", key)).multiply(-2.0))
        .multiply(cos(uniform(purpose + "/a", key).multiply(2 * Math.PI)));
  }
}
