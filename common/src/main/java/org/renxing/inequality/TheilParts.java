package org.renxing.inequality;

/**
 * A Theil index and its parts (Theil 1967; Shorrocks 1980): T weighs groups by their share of
 * value, L by their share of population.
 *
 * @param total over all values at once, in natural logarithms
 * @param within Σ_j weight_j · index_j
 * @param between the index if every value were its group's mean
 */
public record TheilParts(double total, double within, double between) {}
