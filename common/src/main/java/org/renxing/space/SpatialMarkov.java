package org.renxing.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.renxing.dynamics.Classes;
import org.renxing.dynamics.Homogeneity;
import org.renxing.dynamics.MarkovChain;

/**
 * A Markov chain of classes for each class of the neighbours (Rey 2001): moves from a year to the
 * next are counted by the class that the weighted mean of the neighbours' values has in the first
 * of both years. A unit that lacks a value in one of the two years, or in the first has no
 * neighbour with one, makes no move.
 */
public final class SpatialMarkov {
  private final List<Classes> classes;
  private final List<Classes> lagClasses;
  private final List<MarkovChain> chains;
  private final MarkovChain pooled;
  private final long withoutLag;

  private SpatialMarkov(
      List<Classes> classes, List<Classes> lagClasses, long[][][] counts, long withoutLag) {
    this.classes = List.copyOf(classes);
    this.lagClasses = List.copyOf(lagClasses);
    this.chains = Arrays.stream(counts).map(MarkovChain::new).toList();
    int k = counts.length;
    long[][] sum = new long[k][k];
    for (long[][] of : counts) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          sum[i][j] += of[i][j];
        }
      }
    }
    this.pooled = new MarkovChain(sum);
    this.withoutLag = withoutLag;
  }

  /** Over which values class limits are taken. */
  public enum Breaks {
    /** All units and years together. */
    POOLED,
    /** The units of each year. */
    YEARLY
  }

  /**
   * How classes are made.
   *
   * @param classes how many quantile classes, of values and of lags; 2 or more
   * @param isRelative whether values are divided by the mean of their year first
   */
  public record Options(int classes, Breaks breaks, boolean isRelative) {
    public Options {
      if (classes < 2) {
        throw new IllegalArgumentException("classes: " + classes);
      }
    }
  }

  /**
   * The chains of a panel.
   *
   * @param values year × unit, NaN where missing; each year has one value or more
   * @param isNext whether the year after each is the next step, for all but the last year
   */
  public static SpatialMarkov of(
      double[][] values, boolean[] isNext, WeightMatrix weights, Options options) {
    double[][] own = options.isRelative ? relative(values) : values;
    double[][] lags = Arrays.stream(own).map(year -> lags(year, weights)).toArray(double[][]::new);
    List<Classes> classes = classes(own, options);
    List<Classes> lagClasses = classes(lags, options);
    int k = options.classes;
    long[][][] counts = new long[k][k][k];
    long withoutLag = 0;
    for (int t = 0; t + 1 < own.length; t++) {
      for (int u = 0; u < own[t].length && isNext[t]; u++) {
        double from = own[t][u];
        double to = own[t + 1][u];
        if (Double.isNaN(from) || Double.isNaN(to)) {
          continue;
        }
        if (Double.isNaN(lags[t][u])) {
          withoutLag++;
        } else {
          counts[lagClasses.get(t).of(lags[t][u])][classes.get(t).of(from)][
              classes.get(t + 1).of(to)]++;
        }
      }
    }
    return new SpatialMarkov(classes, lagClasses, counts, withoutLag);
  }

  private static double[][] relative(double[][] values) {
    return Arrays.stream(values)
        .map(
            year -> {
              double mean = known(year).average().orElse(Double.NaN);
              return Arrays.stream(year).map(v -> v / mean).toArray();
            })
        .toArray(double[][]::new);
  }

  private static DoubleStream known(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v));
  }

  /** The weighted mean of the neighbours that have a value. */
  private static double[] lags(double[] year, WeightMatrix weights) {
    return IntStream.range(0, year.length)
        .mapToDouble(
            u -> {
              double sum = 0;
              double weight = 0;
              for (int e = 0; e < weights.degree(u); e++) {
                double value = year[weights.neighbour(u, e)];
                if (!Double.isNaN(value)) {
                  sum += weights.weight(u, e) * value;
                  weight += weights.weight(u, e);
                }
              }
              return sum / weight;
            })
        .toArray();
  }

  /** The classes of each year. */
  private static List<Classes> classes(double[][] values, Options options) {
    List<Classes> out = new ArrayList<>();
    double[] all = known(Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray()).toArray();
    for (double[] year : values) {
      double[] of = options.breaks == Breaks.POOLED ? all : known(year).toArray();
      out.add(
          of.length == 0
              ? Classes.quantiles(new double[1], options.classes)
              : Classes.quantiles(of, options.classes));
    }
    return out;
  }

  /** The classes of values in each year; the same in all where breaks are pooled. */
  public List<Classes> classes() {
    return classes;
  }

  /** The classes of neighbours in each year. */
  public List<Classes> lagClasses() {
    return lagClasses;
  }

  /** The chain of each class of neighbours, upwards. */
  public List<MarkovChain> chains() {
    return chains;
  }

  /** The chain of all moves that the others count. */
  public MarkovChain pooled() {
    return pooled;
  }

  /** Moves that do not count since the unit has no neighbour with a value. */
  public long withoutLag() {
    return withoutLag;
  }

  /** Whether the chains differ by the class of neighbours. */
  public Homogeneity homogeneity() {
    return Homogeneity.of(chains, pooled);
  }
}
