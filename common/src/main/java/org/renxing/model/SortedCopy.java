package org.renxing.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies of maps in the order of their keys. Records print themselves into fingerprints, so the
 * order may not change from one JVM to the next, as that of {@code Map.copyOf} does.
 */
final class SortedCopy {
  private SortedCopy() {}

  static <K extends Comparable<K>, V> Map<K, V> of(Map<K, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
