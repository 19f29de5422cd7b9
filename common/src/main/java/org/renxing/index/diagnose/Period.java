package org.renxing.index.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.index.vector.IndicatorVectors;

/** A year, or all years together, with what {@link YearFacts} found. */
final class Period {
  /** The year that stands for all. */
  static final int ALL_YEARS = 0;

  private final int year;
  private final long units;
  private final CrossMoments values;
  private final CrossMoments ranks;
  private final List<double[]> influence;

  private Period(int year, List<Row> facts, int indicators) {
    this.year = year;
    this.units = facts.stream().mapToLong(f -> f.getLong(1)).sum();
    this.values = CrossMoments.sum(indicators, arrays(facts, 2));
    this.ranks = CrossMoments.sum(indicators, arrays(facts, 3));
    this.influence = arrays(facts, 4);
  }

  /**
   * All years together first, then each.
   *
   * @param facts rows of {@link YearFacts}, in any order
   */
  static List<Period> of(List<Row> facts, int indicators) {
    List<Row> years = new ArrayList<>(facts);
    years.sort(Comparator.comparing(f -> f.getInt(0)));
    List<Period> out = new ArrayList<>();
    out.add(new Period(ALL_YEARS, years, indicators));
    years.forEach(f -> out.add(new Period(f.getInt(0), List.of(f), indicators)));
    return out;
  }

  int year() {
    return year;
  }

  /** Unit-years. */
  long units() {
    return units;
  }

  /** Moments of normalised values. */
  CrossMoments values() {
    return values;
  }

  /** Moments of their percentiles within the year. */
  CrossMoments ranks() {
    return ranks;
  }

  /** The influence of the member at a place of all targets' members. */
  Influence influence(int place) {
    return Influence.sum(influence, place * Influence.WIDTH);
  }

  private static List<double[]> arrays(List<Row> facts, int place) {
    return facts.stream().map(f -> IndicatorVectors.doubles(f, place)).toList();
  }
}
