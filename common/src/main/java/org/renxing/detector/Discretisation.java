package org.renxing.detector;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Ways to cut a number into strata (lo, hi], the lowest with its lower end. */
public enum Discretisation {
  /** As many values in each: quantiles of type 7 (Hyndman and Fan 1996). */
  QUANTILE,
  /** Of equal width. */
  EQUAL,
  /** Natural breaks: the least sum of squares within strata (Fisher 1958; Jenks 1977), exactly. */
  NATURAL,
  /** Of equal ratio; for values above 0. */
  GEOMETRIC,
  /** One standard deviation wide, symmetric about the mean; the outer ones hold the rest. */
  SD;

  /** As options and tables write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The breaks, both ends among them. Equal breaks are one, so there may be fewer strata; where the
   * first two are equal, the least value has a stratum of its own.
   *
   * @param values NaN where missing
   * @param strata 1 or more
   * @return none without values
   * @throws RenxingException DATA_CHECK for geometric strata of a value of 0 or less
   */
  public double[] breaks(double[] values, int strata) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return sorted;
    }
    double least = sorted[0];
    double largest = sorted[sorted.length - 1];
    DoubleStream inner =
        Arrays.stream(inner(sorted, strata)).filter(b -> b >= least && b < largest).distinct();
    return DoubleStream.concat(
            DoubleStream.concat(DoubleStream.of(least), inner), DoubleStream.of(largest))
        .toArray();
  }

  private double[] inner(double[] sorted, int strata) {
    return switch (this) {
      case QUANTILE -> each(strata, i -> quantile(sorted, (double) i / strata));
      case EQUAL -> each(strata, i -> equal(sorted, i, strata));
      case NATURAL -> NaturalBreaks.of(sorted, strata);
      case GEOMETRIC -> geometric(sorted, strata);
      case SD -> deviations(sorted, strata);
    };
  }

  private static double[] each(int strata, IntToDoubleFunction at) {
    return IntStream.range(1, strata).mapToDouble(at).toArray();
  }

  private static double quantile(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) Math.floor(place + 4 * Math.ulp(place));
    double part = Math.max(0, place - below);
    return part == 0 || below + 1 >= sorted.length
        ? sorted[below]
        : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }

  private static double equal(double[] sorted, int i, int strata) {
    double least = sorted[0];
    double largest = sorted[sorted.length - 1];
    return least + (largest - least) * i / strata;
  }

  private static double[] geometric(double[] sorted, int strata) {
    double least = sorted[0];
    if (least <= 0) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "geometric strata need values above 0, and the least is " + least);
    }
    double ratio = sorted[sorted.length - 1] / least;
    return each(strata, i -> least * Math.pow(ratio, (double) i / strata));
  }

  private static double[] deviations(double[] sorted, int strata) {
    double mean = Arrays.stream(sorted).sum() / sorted.length;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double sd = sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1));
    return each(strata, i -> mean + (i - strata / 2.0) * sd);
  }
}
