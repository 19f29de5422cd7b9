package org.renxing.quality.panel;

import java.io.Serializable;

/**
 * One figure of a source.
 *
 * @param code of the base indicator
 * @param value finite
 */
public record Figure(String unit, int year, String code, double value, String source)
    implements Serializable {}
