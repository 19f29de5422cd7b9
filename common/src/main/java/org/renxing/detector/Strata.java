package org.renxing.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A factor: the stratum of each row.
 *
 * @param codes from 0; −1 where missing
 * @param labels of the strata
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record Strata(String name, int[] codes, List<String> labels) {
  /** Takes copies. */
  public Strata {
    labels = List.copyOf(labels);
  }

  /**
   * Strata by label, in the order of numbers where all labels are numbers, else of text.
   *
   * @param texts empty where missing
   */
  public static Strata of(String name, List<String> texts) {
    List<String> labels =
        new ArrayList<>(texts.stream().filter(t -> !t.isEmpty()).distinct().toList());
    labels.sort(Labels::compare);
    Map<String, Integer> codes = new HashMap<>();
    labels.forEach(label -> codes.put(label, codes.size()));
    return new Strata(
        name, texts.stream().mapToInt(t -> codes.getOrDefault(t, -1)).toArray(), labels);
  }

  /**
   * Strata of a number by breaks: (lo, hi], the lowest with its lower end. Values outside the
   * breaks belong to the nearest stratum.
   *
   * @param breaks upwards, both ends among them
   */
  public static Strata of(String name, double[] values, double[] breaks) {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i < breaks.length; i++) {
      labels.add((i == 1 ? "[" : "(") + breaks[i - 1] + ", " + breaks[i] + "]");
    }
    int last = Math.max(0, labels.size() - 1);
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      int at = Arrays.binarySearch(breaks, values[i]);
      int above = at >= 0 ? at : -at - 1;
      codes[i] = Double.isNaN(values[i]) ? -1 : Math.max(0, Math.min(last, above - 1));
    }
    return new Strata(name, codes, labels.isEmpty() ? List.of(name) : labels);
  }

  /** How many rows. */
  public int size() {
    return codes.length;
  }

  /**
   * The pair of strata of each row, numbered from 0 in the order of both; −1 where one is missing.
   */
  int[] pairs(Strata other) {
    long width = other.labels.size();
    long[] keys = new long[codes.length];
    for (int i = 0; i < keys.length; i++) {
      boolean isKnown = codes[i] >= 0 && other.codes[i] >= 0;
      keys[i] = isKnown ? codes[i] * width + other.codes[i] : -1;
    }
    if (labels.size() * width <= Math.max(1000, codes.length)) {
      return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
    long[] known = Arrays.stream(keys).filter(key -> key >= 0).sorted().distinct().toArray();
    return Arrays.stream(keys)
        .mapToInt(key -> key < 0 ? -1 : Arrays.binarySearch(known, key))
        .toArray();
  }

  /** Some of the rows. */
  Strata select(int[] rows) {
    return new Strata(name, Arrays.stream(rows).map(r -> codes[r]).toArray(), labels);
  }
}
