package org.renxing.model;

/**
 * A base indicator, as sources deliver it; derived indicators are expressions over these.
 *
 * @param unitOfMeasure the unit in which silver keeps its values
 */
public record BaseIndicator(String code, String nameZh, String nameEn, String unitOfMeasure) {}
