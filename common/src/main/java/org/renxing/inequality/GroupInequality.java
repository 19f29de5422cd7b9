package org.renxing.inequality;

import java.util.OptionalDouble;

/**
 * Inequality within one group.
 *
 * @param name group
 * @param size n_j
 * @param mean μ_j
 * @param populationShare P_j = n_j / n
 * @param valueShare S_j = n_j μ_j / (n μ); empty where the sample has a value below 0 or only 0
 * @param gini G_jj; empty where the group has a value below 0 or only 0
 * @param theilT T_j; empty likewise
 * @param theilL L_j; empty likewise, and where a value is 0
 * @param reason why the first of them is missing
 */
public record GroupInequality(
    String name,
    long size,
    double mean,
    double populationShare,
    OptionalDouble valueShare,
    OptionalDouble gini,
    OptionalDouble theilT,
    OptionalDouble theilL,
    Reason reason) {}
