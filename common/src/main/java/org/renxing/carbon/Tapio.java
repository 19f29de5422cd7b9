package org.renxing.carbon;

import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * States of decoupling (Tapio 2005, Transport Policy 12): by the signs of both changes and the
 * elasticity. The edges: 0.8 and 1.2 belong to coupling; emissions that do not change are weak
 * decoupling where the driver grows and weak negative decoupling where it shrinks.
 */
public final class Tapio {
  /** From here to {@link #UPPER}, both included, emissions are coupled to the driver. */
  public static final double LOWER = 0.8;

  /** Upper end of coupling. */
  public static final double UPPER = 1.2;

  private Tapio() {}

  /**
   * The state; null where any is null, or the driver does not change.
   *
   * @param emission relative change of emissions
   * @param driver relative change of the driver
   * @param elasticity emission over driver
   */
  public static Column state(Column emission, Column driver, Column elasticity) {
    Column grows = driver.gt(0);
    Column shrinks = driver.lt(0);
    return when(elasticity.isNull(), null)
        .when(grows.and(emission.lt(0)), "strong decoupling")
        .when(grows.and(elasticity.lt(LOWER)), "weak decoupling")
        .when(grows.and(elasticity.leq(UPPER)), "expansive coupling")
        .when(grows, "expansive negative decoupling")
        .when(shrinks.and(emission.gt(0)), "strong negative decoupling")
        .when(shrinks.and(elasticity.lt(LOWER)), "weak negative decoupling")
        .when(shrinks.and(elasticity.leq(UPPER)), "recessive coupling")
        .when(shrinks, "recessive decoupling");
  }
}
