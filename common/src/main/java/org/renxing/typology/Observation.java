package org.renxing.typology;

import java.util.Arrays;
import java.util.Comparator;

/** A unit in a year, with the figures from which its type is made; NaN for what is missing. */
final class Observation {
  static final Comparator<Observation> ORDER =
      Comparator.comparing((Observation o) -> o.unitId).thenComparingInt(o -> o.year);

  private final String unitId;
  private final int year;
  private final double[] features;
  private double score = Double.NaN;

  Observation(String unitId, int year, int features) {
    this.unitId = unitId;
    this.year = year;
    this.features = new double[features];
    Arrays.fill(this.features, Double.NaN);
  }

  void set(int feature, double value) {
    features[feature] = value;
  }

  void setScore(double value) {
    score = value;
  }

  String unitId() {
    return unitId;
  }

  int year() {
    return year;
  }

  double feature(int feature) {
    return features[feature];
  }

  /** The overall score. */
  double score() {
    return score;
  }

  double[] features() {
    return features.clone();
  }

  boolean isComplete() {
    return Arrays.stream(features).noneMatch(Double::isNaN);
  }
}
