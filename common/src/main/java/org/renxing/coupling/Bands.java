package org.renxing.coupling;

import java.util.List;
import java.util.Optional;

/**
 * Bands of C and D (C Table 2; facts/coupling_bands.csv). Intervals are open below and closed
 * above, and 0 belongs to the lowest. A bound holds to 1e-12, so that rounding noise does not lift
 * a value over it.
 */
public final class Bands {
  private static final double NOISE = 1e-12;

  /** Bands of the coupling degree C, upwards. */
  public static final List<Band> COUPLING =
      List.of(
          new Band(0.2, "无序耦合", "disordered"),
          new Band(0.4, "低度耦合", "low coupling"),
          new Band(0.6, "拮抗耦合", "antagonistic"),
          new Band(0.8, "磨合耦合", "running-in"),
          new Band(1.0, "高度耦合", "highly coupled"));

  /** Bands of the coordination degree D, upwards. */
  public static final List<Band> COORDINATION =
      List.of(
          new Band(0.2, "失调衰退", "disordered decline"),
          new Band(0.4, "中度失调", "moderately disordered"),
          new Band(0.6, "基本协调", "basically coordinated"),
          new Band(0.8, "中等协调", "moderately coordinated"),
          new Band(1.0, "高度协调", "highly coordinated"));

  /** Stages of the coordination degree D, upwards: two in each band. */
  public static final List<Band> STAGES =
      List.of(
          new Band(0.1, "极度失调", "extreme disorder"),
          new Band(0.2, "重度失调", "severe disorder"),
          new Band(0.3, "中度失调", "moderate disorder"),
          new Band(0.4, "轻度失调", "mild disorder"),
          new Band(0.5, "濒临失调", "near disorder"),
          new Band(0.6, "勉强协调", "barely coordinated"),
          new Band(0.7, "初级协调", "primary coordination"),
          new Band(0.8, "中等协调", "intermediate coordination"),
          new Band(0.9, "良好协调", "good coordination"),
          new Band(1.0, "优质协调", "superior coordination"));

  private Bands() {}

  /** The band of a value; empty below 0, above 1 and for NaN. */
  public static Optional<Band> of(double x, List<Band> bands) {
    return x >= 0
        ? bands.stream().filter(band -> x <= band.upper() + NOISE).findFirst()
        : Optional.empty();
  }

  /**
   * A band, from the upper bound of the one before (excluded) to its own (included).
   *
   * @param upper its upper bound
   */
  public record Band(double upper, String nameZh, String nameEn) {
    /** The column that counts it in summaries, such as {@code n_running_in}. */
    public String countColumn() {
      return "n_" + nameEn.replaceAll("[^a-z]+", "_");
    }
  }
}
