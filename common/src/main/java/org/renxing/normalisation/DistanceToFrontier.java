package org.renxing.normalisation;

/**
 * Distance to the best (OECD and JRC, Handbook on Constructing Composite Indicators, 2008,
 * "distance to a reference"): x/max, or min/x for negative indicators. Meant for values of 0 and
 * above: a value or frontier below 0 is undefined, and so is 0 over a frontier of 0.
 */
final class DistanceToFrontier extends MinMax {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "distance-to-frontier";
  }

  @Override
  double share(double x, double lower, double upper, boolean isNegative) {
    double divisor = isNegative ? x : upper;
    boolean isDefined = x >= 0 && (lower >= 0 || !isNegative) && divisor != 0;
    return isDefined ? (isNegative ? lower : x) / divisor : Double.NaN;
  }
}
