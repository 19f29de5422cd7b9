package org.renxing.normalisation;

import org.renxing.panel.PackedPanel;

/**
 * A normalised panel.
 *
 * @param values the values after treatment, in their own units of measure
 * @param normalised the same rows and columns, normalised; NaN where the value or its bounds are
 *     missing
 */
public record Normalised(PackedPanel values, PackedPanel normalised) {}
