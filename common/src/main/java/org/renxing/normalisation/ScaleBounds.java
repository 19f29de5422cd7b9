package org.renxing.normalisation;

import java.io.Serializable;

/** The bounds of one indicator as an earlier release published them; NaN where there is none. */
public record ScaleBounds(double lower, double upper) implements Serializable {}
