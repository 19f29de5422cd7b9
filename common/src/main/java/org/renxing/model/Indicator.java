package org.renxing.model;

/**
 * A derived indicator: a leaf of an index system.
 *
 * @param unitOfMeasure as printed in tables, such as {@code CNY} or {@code t/10^4 CNY}
 * @param expression arithmetic over base indicators (see {@code org.renxing.index.Expression})
 */
public record Indicator(
    String code,
    String nameZh,
    String nameEn,
    String unitOfMeasure,
    Direction direction,
    String expression) {}
