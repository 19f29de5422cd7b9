package org.renxing.scores;

import java.io.Serializable;

/**
 * The score of one node, unit and year.
 *
 * @param score NaN where it is missing or undefined
 * @param contribution what it adds to the score of the whole; NaN where there is no score
 * @param systemWeight the weight of the node in the whole; NaN where it is undefined
 * @param nMissing indicators with a weight above 0 that are missing
 */
public record Score(double score, double contribution, double systemWeight, int nMissing)
    implements Serializable {}
