package org.renxing.shrinkage;

import java.io.Serializable;
import org.renxing.numerics.Truth;

/**
 * What summaries take of a {@link UnitSpan}.
 *
 * @param change of population in %; NaN where boundaries break
 * @param sizeClass of the last year; empty for none
 */
public record SpanVerdict(
    String unitId,
    Span span,
    double change,
    Truth isShrinking,
    Truth isSevere,
    Truth isDoubleDecline,
    String sizeClass)
    implements Serializable {}
