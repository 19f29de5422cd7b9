package org.renxing.weights;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Weights in the whole of several schemes, in the order of the indicators; NaN where undefined. */
public final class GlobalWeights implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By scheme and scope year. */
  private final TreeMap<String, TreeMap<Integer, double[]>> weights = new TreeMap<>();

  private final int size;

  /**
   * The weight of an indicator in the whole.
   *
   * @param year 0 for all years
   * @param weight NaN where undefined
   */
  public record Entry(String scheme, int year, String indicatorCode, double weight)
      implements Serializable {}

  /**
   * Weights.
   *
   * @param codes indicators in their order; weights of others are left out
   * @param entries each once
   */
  public GlobalWeights(List<String> codes, List<Entry> entries) {
    size = codes.size();
    for (Entry entry : entries) {
      int place = codes.indexOf(entry.indicatorCode());
      if (place >= 0) {
        weights.computeIfAbsent(entry.scheme(), s -> new TreeMap<>())
                .computeIfAbsent(entry.year(), y -> none())[place] =
            entry.weight();
      }
    }
  }

  private double[] none() {
    double[] out = new double[size];
    Arrays.fill(out, Double.NaN);
    return out;
  }

  /** The schemes that have weights, by name. */
  public List<String> schemes() {
    return List.copyOf(weights.keySet());
  }

  /** The scope years of a scheme, upwards; 0 for all years. */
  public List<Integer> scopes(String scheme) {
    return List.copyOf(weights.get(scheme).keySet());
  }

  /** The weights of a scheme in a scope year. */
  public double[] in(String scheme, int scope) {
    return weights.get(scheme).get(scope).clone();
  }

  /** The weights of a scheme for a year: those of all years, or its own; empty without any. */
  public Optional<double[]> of(String scheme, int year) {
    TreeMap<Integer, double[]> own = weights.getOrDefault(scheme, new TreeMap<>());
    return Optional.ofNullable(own.getOrDefault(0, own.get(year))).map(double[]::clone);
  }

  /** The weights of some schemes for a year, those of the first one, then of the second, …. */
  public double[] sideBySide(List<String> some, int year) {
    List<double[]> parts = new ArrayList<>();
    some.forEach(scheme -> parts.add(of(scheme, year).orElseGet(this::none)));
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
