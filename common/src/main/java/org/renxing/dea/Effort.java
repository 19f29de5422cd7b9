package org.renxing.dea;

/**
 * What an evaluator has done so far.
 *
 * @param programs linear programs solved; looking a facet up is none
 * @param facets facets kept
 * @param fallbacks units that needed the plain program
 */
public record Effort(int programs, int facets, int fallbacks) {}
