package org.renxing.jobs.silver.remote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.records.Accumulator;

/** How many rows have each key. */
final class KeyCounts implements Accumulator<Key, KeyCounts> {
  private static final long serialVersionUID = 1L;
  private final HashMap<List<String>, Long> counts = new HashMap<>();

  @Override
  public void add(Key key) {
    counts.merge(key.texts(), 1L, Long::sum);
  }

  @Override
  public void merge(KeyCounts other) {
    other.counts.forEach((key, n) -> counts.merge(key, n, Long::sum));
  }

  Map<List<String>, Long> counts() {
    return Map.copyOf(counts);
  }
}
