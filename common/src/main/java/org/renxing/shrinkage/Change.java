package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Formulas of change between two years; all null where an end is missing or not above 0. */
public final class Change {
  /** Percentages that differ by less are the same: the noise of division stays below. */
  private static final int DECIMALS = 9;

  private Change() {}

  /** 100 (to − from)/from. */
  public static Column percent(Column from, Column to) {
    return when(from.gt(0).and(to.gt(0)), to.minus(from).divide(from).multiply(lit(100.0)));
  }

  /** Mean yearly growth in percent: 100 ((to/from)^(1/years) − 1). */
  public static Column yearly(Column from, Column to, Column years) {
    Column ratio = to.divide(from);
    return when(
        from.gt(0).and(to.gt(0)),
        pow(ratio, lit(1.0).divide(years)).minus(lit(1.0)).multiply(lit(100.0)));
  }

  /** Whether a change in percent is a fall; none is no fall. */
  public static Column isFall(Column percent) {
    return round(percent, DECIMALS).lt(0);
  }

  /** Whether a change in percent is a rise; none is no rise. */
  public static Column isRise(Column percent) {
    return round(percent, DECIMALS).gt(0);
  }

  /** Whether a change in percent is neither a fall nor a rise. */
  public static Column isNone(Column percent) {
    return round(percent, DECIMALS).equalTo(0);
  }

  /** Whether a change in percent is at or below a limit, the limit itself included. */
  public static Column isAtMost(Column percent, double limit) {
    return round(percent, DECIMALS).leq(limit);
  }
}
