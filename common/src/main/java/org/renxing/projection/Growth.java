package org.renxing.projection;

/**
 * The range of a driver's yearly growth in a step of years.
 *
 * @param from the growth applies to the years after this one
 * @param to up to this one
 * @param low share a year, such as 0.03 for 3 %
 * @param mode the most likely; between both
 * @param high share a year
 */
public record Growth(Driver driver, int from, int to, double low, double mode, double high) {
  /** How rates are spread over their range. */
  public enum Shape {
    /** With its peak at the mode. */
    TRIANGULAR,
    /** The mode does not matter. */
    UNIFORM
  }

  /**
   * The rate below which a share of draws lies.
   *
   * @param share from 0 to 1
   */
  double quantile(double share, Shape shape) {
    double width = high - low;
    if (width == 0) {
      return low;
    }
    if (shape == Shape.UNIFORM) {
      return low + share * width;
    }
    return share * width < mode - low
        ? low + Math.sqrt(share * width * (mode - low))
        : high - Math.sqrt((1 - share) * width * (high - mode));
  }
}
