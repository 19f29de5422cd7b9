package org.renxing.model;

import java.util.Optional;

/**
 * A derived indicator: a leaf of an index system.
 *
 * @param unitOfMeasure as printed in tables, such as {@code CNY} or {@code t/10^4 CNY}
 * @param expression arithmetic over base indicators (see {@code org.renxing.index.Expression})
 * @param price the prices that it wants of the money in it; empty for any
 */
public record Indicator(
    String code,
    String nameZh,
    String nameEn,
    String unitOfMeasure,
    Direction direction,
    String expression,
    Optional<Price> price) {

  /** An indicator that takes any prices. */
  public Indicator(
      String code,
      String nameZh,
      String nameEn,
      String unitOfMeasure,
      Direction direction,
      String expression) {
    this(code, nameZh, nameEn, unitOfMeasure, direction, expression, Optional.empty());
  }

  /** The prices that an indicator may want. */
  public enum Price {
    CURRENT,
    CONSTANT
  }
}
