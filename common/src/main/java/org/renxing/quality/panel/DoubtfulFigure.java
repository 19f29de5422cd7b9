package org.renxing.quality.panel;

import org.renxing.model.SuspectKind;

/**
 * A figure that looks wrong.
 *
 * @param unit place of the unit
 * @param year place of the year
 * @param lower least value to be expected; NaN where that is not known
 * @param upper largest value to be expected; NaN where that is not known
 * @param confidence from 0 to 1, as in docs/methods/quality.md
 */
public record DoubtfulFigure(
    String code,
    int unit,
    int year,
    SuspectKind kind,
    double lower,
    double upper,
    double confidence,
    String evidence) {}
