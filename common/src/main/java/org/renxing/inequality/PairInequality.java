package org.renxing.inequality;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Inequality between two groups, of which j has the larger mean (Dagum 1997). Groups are named in
 * the order of their names, so that a pair keeps its name over the years.
 *
 * @param first group
 * @param second group, after the first
 * @param higher which of them is j; empty where the means are alike
 * @param above d_jh = E[(y_j − y_h)⁺], in the unit of the values
 * @param below p_jh = E[(y_h − y_j)⁺]
 * @param affluence D_jh = (d_jh − p_jh) / (d_jh + p_jh), from 0 to 1: 1 where the groups do not
 *     overlap; 0 where d + p = 0
 * @param gini G_jh = E|y_j − y_h| / (μ_j + μ_h); empty where a value is below 0 or all are 0
 * @param between the pair's part of G_nb; empty where the sample has no Gini index
 * @param transvariation its part of G_t; likewise
 * @param reason why something is missing
 */
public record PairInequality(
    String first,
    String second,
    Optional<String> higher,
    double above,
    double below,
    double affluence,
    OptionalDouble gini,
    OptionalDouble between,
    OptionalDouble transvariation,
    Reason reason) {}
