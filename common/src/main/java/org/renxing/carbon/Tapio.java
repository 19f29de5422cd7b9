package org.renxing.carbon;

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
   * The state; empty where any is missing (NaN), or the driver does not change.
   *
   * @param emission relative change of emissions
   * @param driver relative change of the driver
   * @param elasticity emission over driver
   */
  public static String state(double emission, double driver, double elasticity) {
    if (Double.isNaN(elasticity) || driver == 0) {
      return "";
    }
    boolean grows = driver > 0;
    if (grows ? emission < 0 : emission > 0) {
      return grows ? "strong decoupling" : "strong negative decoupling";
    }
    if (elasticity < LOWER) {
      return grows ? "weak decoupling" : "weak negative decoupling";
    }
    if (elasticity <= UPPER) {
      return grows ? "expansive coupling" : "recessive coupling";
    }
    return grows ? "expansive negative decoupling" : "recessive decoupling";
  }
}
