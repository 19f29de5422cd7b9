package org.renxing.run;

/**
 * Names an intermediate result that several steps of a run need.
 *
 * @param name what it is, such as {@code panel}
 * @param part the scenario that it is of
 * @param <T> the result; immutable
 */
@SuppressWarnings("UnusedTypeParameter") // it types what Inputs.shared gives
public record SharedKey<T>(String name, String part) {}
