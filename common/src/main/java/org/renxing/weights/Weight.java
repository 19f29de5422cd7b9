package org.renxing.weights;

/**
 * The weight of an indicator in one scheme and scope.
 *
 * @param year 0 for all years
 * @param weight sums to 1 in its system, or overall, as the scheme says; NaN where undefined
 * @param globalWeight its weight in the whole: sums to 1, or to what printed system weights sum to;
 *     NaN where undefined
 * @param reason why it is undefined or 0; empty where there is nothing to say
 */
public record Weight(
    String indicator,
    String system,
    int year,
    double weight,
    double globalWeight,
    String reason,
    Evidence evidence) {}
