package org.renxing.land;

import java.util.ArrayList;
import java.util.List;
import org.renxing.records.Records;

/** Disorder of streets in five dimensions, from scored street views (source Q; methods: land). */
public final class DisorderScores {
  /** The dimensions, and columns of points. */
  public static final List<String> DIMENSIONS =
      List.of("building", "shop_front", "greening", "road", "infrastructure");

  /** The dimension of figures about all five. */
  public static final String ALL = "all";

  private static final int POINTS = 0;
  private static final int SCORED = 1;

  private DisorderScores() {}

  /**
   * Disorder in a dimension, which is its kind, zone, unit and year.
   *
   * @param score NaN of none
   * @param scored points that have the score
   */
  public record Figure(ZoneYear about, double score, long scored, double coverage) {}

  /**
   * A figure for each dimension (and {@code all}), zone (and {@code all}), unit and year that has a
   * point.
   *
   * <p>Of a dimension: the mean of its scores, how many, and their share of the points. Of {@code
   * all}: the mean of the means of the dimensions that have a score, so that each counts the same
   * however many points show it; the points with any score; the share of the five scores of each
   * point that are there, so that a missing dimension lowers coverage and not the score. A score
   * outside [0, 1] counts as missing; without any, there is no score, and coverage is 0.
   */
  public static List<Figure> of(Records<StreetPoint> points) {
    List<Figure> out = new ArrayList<>();
    points
        .map(DisorderScores::term)
        .reduce(Tallies::new)
        .withWholes()
        .forEach((about, tally) -> add(out, about, tally));
    return out;
  }

  private static Term term(StreetPoint point) {
    List<Double> scores =
        point.scores().stream().map(x -> x >= 0 && x <= 1 ? x : Double.NaN).toList();
    boolean isScored = scores.stream().anyMatch(x -> !Double.isNaN(x));
    return new Term(
        new ZoneYear("", point.zone(), point.unit(), point.year()),
        scores,
        List.of(true, isScored),
        List.of());
  }

  private static void add(List<Figure> out, ZoneYear about, Tally tally) {
    double points = tally.count(POINTS);
    double means = 0;
    int present = 0;
    long scores = 0;
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      long n = tally.terms(i);
      double mean = tally.sum(i) / n;
      out.add(new Figure(of(DIMENSIONS.get(i), about), mean, n, n / points));
      if (n > 0) {
        means += mean;
        present++;
        scores += n;
      }
    }
    out.add(
        new Figure(
            of(ALL, about),
            Tally.quotient(means, present),
            tally.count(SCORED),
            scores / (points * DIMENSIONS.size())));
  }

  private static ZoneYear of(String dimension, ZoneYear about) {
    return new ZoneYear(dimension, about.zone(), about.unit(), about.year());
  }
}
