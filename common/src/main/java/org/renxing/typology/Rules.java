package org.renxing.typology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.model.Typology;

/** Types that thresholds tell apart. */
final class Rules {
  private Rules() {}

  /** The type of each row of a sample; 0 where there is none, as {@link #reason} says. */
  static int[] types(Typology typology, Sample sample) {
    return typology.method() == Typology.Method.LAG
        ? sample.rows().stream().mapToInt(row -> lag(typology.lagThresholds(), row)).toArray()
        : quadrants(typology, sample);
  }

  /** 1 for S/E below the first threshold, 3 for one above the second, else 2. */
  private static int lag(List<Double> thresholds, Observation row) {
    double ratio = row.feature(0) / row.feature(1);
    if (!reason(row).isEmpty()) {
      return 0;
    } else if (ratio < thresholds.get(0)) {
      return 1;
    }
    return ratio > thresholds.get(1) ? 3 : 2;
  }

  /** Why a row has no ratio. */
  private static String reason(Observation row) {
    if (row.feature(0) < 0 || row.feature(1) < 0) {
      return "NEGATIVE";
    }
    return row.feature(0) == 0 && row.feature(1) == 0 ? "BOTH_ZERO" : "";
  }

  /** Why a row of a sample has no type. */
  static String reason(Typology typology, Observation row) {
    return typology.method() == Typology.Method.LAG ? reason(row) : "";
  }

  private static int[] quadrants(Typology typology, Sample sample) {
    Map<Integer, double[]> means = new TreeMap<>();
    return sample.rows().stream()
        .mapToInt(
            row -> {
              double[] limits =
                  typology.thresholds().isEmpty()
                      ? means.computeIfAbsent(row.year(), year -> means(sample, year))
                      : typology.thresholds().stream().mapToDouble(Double::doubleValue).toArray();
              int first = row.feature(0) > limits[0] ? 2 : 0;
              return 1 + first + (row.feature(1) > limits[1] ? 1 : 0);
            })
        .toArray();
  }

  private static double[] means(Sample sample, int year) {
    double[] out = new double[2];
    for (int j = 0; j < out.length; j++) {
      int feature = j;
      double[] values =
          sample.rows().stream()
              .filter(row -> row.year() == year)
              .mapToDouble(row -> row.feature(feature))
              .toArray();
      out[j] = Arrays.stream(values).sum() / values.length;
    }
    return out;
  }
}
