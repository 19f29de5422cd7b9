package org.renxing.quality;

import java.io.Serializable;
import org.renxing.model.QualityPolicy.Level;
import org.renxing.model.SuspectKind;

/**
 * A figure that looks wrong, and in what way.
 *
 * @param expectedLower least value to be expected; NaN where that is not known
 * @param expectedUpper largest value to be expected; NaN where that is not known
 * @param confidence from 0 to 1, as in docs/methods/quality.md
 * @param evidence the figures that were compared
 * @param level what follows
 */
public record Suspect(
    String sourceId,
    String unitId,
    int year,
    String indicatorCode,
    double value,
    SuspectKind kind,
    double expectedLower,
    double expectedUpper,
    double confidence,
    String evidence,
    Level level)
    implements Serializable {}
