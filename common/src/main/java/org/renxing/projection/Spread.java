package org.renxing.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renxing.normalisation.SortedValues;

/**
 * The spread of paths over draws.
 *
 * @param path each year from the base year on
 * @param peakYear quantiles of the last year of the largest emissions
 * @param height quantiles of the largest emissions
 * @param shareBefore share of draws that peak before the year that is asked for; their peak may be
 *     the base year
 * @param shareAtEnd share of draws whose largest emissions are those of the last year: they have no
 *     peak yet
 */
public record Spread(
    List<Point> path, Years peakYear, Band height, double shareBefore, double shareAtEnd) {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  public Spread {
    path = List.copyOf(path);
  }

  /** Quantiles by linear interpolation (Hyndman and Fan 1996, definition 7). */
  public record Band(double median, double p05, double p95) {
    private static Band of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new Band(
          SortedValues.quantile(sorted, 0.5),
          SortedValues.quantile(sorted, LOW),
          SortedValues.quantile(sorted, HIGH));
    }

    private Band times(double by) {
      return new Band(median * by, p05 * by, p95 * by);
    }
  }

  /** Quantiles that are years: the first that a share of draws does not exceed (definition 1). */
  public record Years(int median, int p05, int p95) {
    private static Years of(int[] years) {
      int[] sorted = years.clone();
      Arrays.sort(sorted);
      return new Years(at(sorted, 0.5), at(sorted, LOW), at(sorted, HIGH));
    }

    private static int at(int[] sorted, double share) {
      return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
  }

  /** Emissions of a year. */
  public record Point(int year, Band emissions) {
    Point times(double by) {
      return new Point(year, emissions.times(by));
    }
  }

  /**
   * The spread of emissions.
   *
   * @param emissions years × draws
   * @param first the first of the years
   * @param before the year before which peaks are counted
   */
  static Spread of(double[][] emissions, int first, int before) {
    return of(path(emissions, first), emissions, first, before);
  }

  /** The spread in each year. */
  static List<Point> path(double[][] emissions, int first) {
    List<Point> path = new ArrayList<>();
    for (int t = 0; t < emissions.length; t++) {
      path.add(new Point(first + t, Band.of(emissions[t])));
    }
    return path;
  }

  /** The same with the spread in each year known. */
  static Spread of(List<Point> path, double[][] emissions, int first, int before) {
    int draws = emissions[0].length;
    int[] years = new int[draws];
    double[] heights = new double[draws];
    for (int d = 0; d < draws; d++) {
      heights[d] = Double.NEGATIVE_INFINITY;
      for (int t = 0; t < emissions.length; t++) {
        if (emissions[t][d] >= heights[d]) {
          heights[d] = emissions[t][d];
          years[d] = first + t;
        }
      }
    }
    int last = first + emissions.length - 1;
    return new Spread(
        path,
        Years.of(years),
        Band.of(heights),
        (double) Arrays.stream(years).filter(y -> y < before && y < last).count() / draws,
        (double) Arrays.stream(years).filter(y -> y == last).count() / draws);
  }

  /** The same of paths that are so many times as high. */
  Spread times(double by) {
    return new Spread(
        path.stream().map(p -> p.times(by)).toList(),
        peakYear,
        height.times(by),
        shareBefore,
        shareAtEnd);
  }
}
