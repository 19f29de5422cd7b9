package org.renxing.column;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** The change from one figure to another over the first. */
public final class RelativeChange {
  /** Figures that differ by less, relative to the larger, are the same: it is noise of rounding. */
  private static final double NOISE = 1e-12;

  private RelativeChange() {}

  /**
   * (to − from)/from, exactly 0 where |to − from| ≤ 1e-12 · max(|from|, |to|), so that the noise of
   * a formula is neither growth nor fall. Null where either is missing, the first is not above 0,
   * or the result is not finite.
   */
  public static Column of(Column from, Column to) {
    Column difference = to.minus(from);
    Column isNoise = abs(difference).leq(greatest(abs(from), abs(to)).multiply(NOISE));
    return when(
        from.gt(0), when(isNoise, lit(0.0)).otherwise(Finite.orNull(try_divide(difference, from))));
  }
}
