package org.renxing.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How predictions go with one candidate, at the edges of intervals that hold about as many rows
 * each. All predictions are out of fold.
 *
 * @param column the place of the candidate
 * @param at the edges, upwards; observed values, the first and last the smallest and largest
 * @param partialDependence the mean prediction where the candidate has this value in all sampled
 *     rows (Friedman 2001), in the unit of the response
 * @param localEffect the accumulated local effect (Apley and Zhu 2020), of mean 0 over the rows
 * @param rows how many rows lie in the interval that ends at the edge; the first edge has those
 *     that equal it, which count to the first interval
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record ResponseCurve(
    int column, double[] at, double[] partialDependence, double[] localEffect, int[] rows) {

  /**
   * Of all columns.
   *
   * @param columns how many there are; none constant
   * @param intervals how many at most, one or more
   * @param sampled rows over which partial dependence is the mean, drawn by the seed
   */
  public static List<ResponseCurve> of(
      CrossFit fit, int columns, int intervals, int sampled, long seed) {
    CrossFit some = fit.size() <= sampled ? fit : fit.sample(drawn(fit.size(), sampled, seed));
    List<ResponseCurve> out = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      double[] values = fit.column(j);
      double[] edges = edges(values, intervals);
      int[] interval = Arrays.stream(values).mapToInt(v -> interval(edges, v)).toArray();
      int[] rows = new int[edges.length];
      Arrays.stream(values).forEach(v -> rows[Math.max(0, at(edges, v))]++);
      out.add(
          new ResponseCurve(
              j,
              edges,
              partialDependence(some, j, edges),
              localEffect(fit, j, edges, interval),
              rows));
    }
    return out;
  }

  /** Distinct quantiles, as observed values (type 1); of few values all. */
  static double[] edges(double[] values, int intervals) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= intervals + 1) {
      return distinct;
    }
    return IntStream.rangeClosed(0, intervals)
        .mapToDouble(
            k -> {
              int place = (int) Math.ceil((double) k * sorted.length / intervals) - 1;
              return sorted[Math.max(0, place)];
            })
        .distinct()
        .toArray();
  }

  /** The first edge that is not below the value. */
  private static int at(double[] edges, double value) {
    int place = Arrays.binarySearch(edges, value);
    return place >= 0 ? place : -place - 1;
  }

  /** The interval, by its upper edge; the smallest values belong to the first. */
  private static int interval(double[] edges, double value) {
    return Math.max(1, at(edges, value));
  }

  private static int[] drawn(int size, int sampled, long seed) {
    int[] all = IntStream.range(0, size).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < sampled; i++) {
      int other = i + random.nextInt(size - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return Arrays.stream(all, 0, sampled).sorted().toArray();
  }

  private static double[] partialDependence(CrossFit fit, int column, double[] edges) {
    List<Swap> swaps =
        Arrays.stream(edges).mapToObj(e -> Swap.constant(column, e, fit.size())).toList();
    return Arrays.stream(fit.swapped(swaps))
        .mapToDouble(p -> Arrays.stream(p).sum() / p.length)
        .toArray();
  }

  private static double[] localEffect(CrossFit fit, int column, double[] edges, int[] interval) {
    double[] low = Arrays.stream(interval).mapToDouble(k -> edges[k - 1]).toArray();
    double[] high = Arrays.stream(interval).mapToDouble(k -> edges[k]).toArray();
    double[][] predicted = fit.swapped(List.of(new Swap(column, low), new Swap(column, high)));
    double[] sums = new double[edges.length];
    int[] counts = new int[edges.length];
    for (int i = 0; i < interval.length; i++) {
      sums[interval[i]] += predicted[1][i] - predicted[0][i];
      counts[interval[i]]++;
    }
    double[] out = new double[edges.length];
    double mean = 0;
    for (int k = 1; k < edges.length; k++) {
      out[k] = out[k - 1] + sums[k] / counts[k];
      mean += counts[k] * (out[k - 1] + out[k]) / 2 / interval.length;
    }
    for (int k = 0; k < out.length; k++) {
      out[k] -= mean;
    }
    return out;
  }
}
