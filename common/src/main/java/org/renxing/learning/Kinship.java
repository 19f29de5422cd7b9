package org.renxing.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Candidates whose ranks go together: what one says the others say too, so that they share an
 * importance, and shuffling one alone makes rows that do not occur.
 */
final class Kinship {
  /** From which absolute rank correlation on it is told (Dormann et al. 2013). */
  static final double TOLD = 0.7;

  private Kinship() {}

  /** For each candidate that is used the others, as {@code a (0.93)}, the closest first. */
  static List<String> of(LearningData data) {
    int columns = data.used().size();
    NaturalRanking ranking = new NaturalRanking();
    List<double[]> ranks =
        IntStream.range(0, columns).mapToObj(j -> ranking.rank(column(data.rows(), j))).toList();
    double[][] correlation = new double[columns][columns];
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    for (int j = 0; j < columns && data.rows().length > 1; j++) {
      for (int k = 0; k < j; k++) {
        correlation[j][k] = pearson.correlation(ranks.get(j), ranks.get(k));
        correlation[k][j] = correlation[j][k];
      }
    }
    List<String> out = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      double[] own = correlation[j];
      out.add(
          IntStream.range(0, columns)
              .filter(k -> Math.abs(own[k]) >= TOLD)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> -Math.abs(own[k])))
              .map(k -> String.format(Locale.ROOT, "%s (%.2f)", data.used().get(k), own[k]))
              .collect(Collectors.joining("; ")));
    }
    return out;
  }

  private static double[] column(double[][] rows, int j) {
    double[] out = new double[rows.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = rows[i][j];
    }
    return out;
  }
}
