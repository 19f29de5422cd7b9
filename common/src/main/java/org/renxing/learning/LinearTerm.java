package org.renxing.learning;

/**
 * A term of an elastic net.
 *
 * @param estimate of the model of all rows, in units of response and candidate
 * @param standardised the same for both in standard deviations, divisor n
 * @param folds in how many folds' models it is not 0
 */
public record LinearTerm(String candidate, double estimate, double standardised, int folds) {}
