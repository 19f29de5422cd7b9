package org.renxing.dea;

import java.io.Serializable;

/**
 * A reference unit in the projection of another.
 *
 * @param unit which; of exact duplicates the first by key
 * @param lambda its intensity, above 0
 */
public record Peer(UnitKey unit, double lambda) implements Serializable {}
