package org.renxing.typology;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.cluster.Points;
import org.renxing.model.Typology;

/** Rows that types are made from together, by unit, then year. */
final class Sample {
  private final List<Observation> all;
  private final List<Observation> rows;
  private final double[][] scaled;
  private final boolean[] isConstant;

  Sample(Typology typology, List<Observation> all) {
    this.all = List.copyOf(all);
    this.rows = all.stream().filter(Observation::isComplete).toList();
    double[][] raw = rows.stream().map(Observation::features).toArray(double[][]::new);
    double[][] standardised = Points.standardised(raw);
    int features = typology.features().size();
    isConstant = new boolean[features];
    for (int j = 0; j < features; j++) {
      int column = j;
      isConstant[j] = Arrays.stream(standardised).allMatch(row -> row[column] == 0);
    }
    int[] varying = IntStream.range(0, features).filter(j -> !isConstant[j]).toArray();
    int[] kept = varying.length == 0 ? new int[1] : varying;
    double[][] chosen = typology.standardise() == Typology.Standardise.Z_SCORE ? standardised : raw;
    scaled =
        Arrays.stream(chosen)
            .map(row -> Arrays.stream(kept).mapToDouble(j -> row[j]).toArray())
            .toArray(double[][]::new);
  }

  /** The years of all rows, complete or not. */
  String years() {
    int first = all.stream().mapToInt(Observation::year).min().orElseThrow();
    int last = all.stream().mapToInt(Observation::year).max().orElseThrow();
    return first == last ? String.valueOf(first) : first + ".." + last;
  }

  /** All rows, complete or not. */
  List<Observation> all() {
    return all;
  }

  /** Rows with all features. */
  List<Observation> rows() {
    return rows;
  }

  int leftOut() {
    return all.size() - rows.size();
  }

  /** Those rows as they are parted: features that vary, on the scale that was asked for. */
  double[][] scaled() {
    return Arrays.stream(scaled).map(double[]::clone).toArray(double[][]::new);
  }

  boolean isConstant(int feature) {
    return isConstant[feature];
  }

  double[] values(int feature) {
    return rows.stream().mapToDouble(row -> row.feature(feature)).toArray();
  }

  /** Whether each row has an overall score. */
  boolean isScored() {
    return rows.stream().noneMatch(row -> Double.isNaN(row.score()));
  }

  double[] scores() {
    return rows.stream().mapToDouble(Observation::score).toArray();
  }
}
