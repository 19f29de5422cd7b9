package org.renxing.diagnosis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.ranking.Places;

/**
 * Diagnosis of an index: how its indicators hang together, and which of them make its scores.
 *
 * <p>Everything comes by year, over its units, and for year 0 over all unit-years: {@link #year}
 * leaves sums of a year, {@link #periods} puts them together, and all figures are made of those.
 *
 * @param targets the scores whose indicators are looked at
 * @param isGeometric whether scores are geometric means
 */
public record Diagnosis(IndicatorOrder order, List<InfluenceTarget> targets, boolean isGeometric)
    implements Serializable {
  private static final double REDUNDANT = 0.9;

  public Diagnosis {
    targets = List.copyOf(targets);
  }

  /**
   * Of an index.
   *
   * @param schemes the weight schemes in the order of the weights
   */
  public static Diagnosis of(
      IndexSystem indexSystem, List<WeightScheme> schemes, Aggregation aggregation) {
    IndicatorOrder order = IndicatorOrder.of(indexSystem);
    return new Diagnosis(
        order, InfluenceTarget.of(order, schemes), aggregation == Aggregation.GEOMETRIC);
  }

  /**
   * What there is to know of a year.
   *
   * @param units in any order: sums go by their ids
   * @param weights of all schemes in the whole, those of the first scheme, then of the second, …;
   *     NaN where there is none
   */
  public Period year(int year, List<IndicatorVector> units, double[] weights) {
    List<double[]> vectors =
        units.stream()
            .sorted(Comparator.comparing(IndicatorVector::unitId))
            .map(IndicatorVector::normalised)
            .toList();
    double[][] columns = new double[order.size()][];
    double[][] ranks = new double[order.size()][];
    for (int j = 0; j < columns.length; j++) {
      int place = j;
      columns[j] = vectors.stream().mapToDouble(y -> y[place]).toArray();
      ranks[j] = Places.of(columns[j]).percentiles();
    }
    List<Influence> influence = new ArrayList<>();
    for (InfluenceTarget target : targets) {
      YearScores scores = YearScores.of(vectors, weights, target, order, isGeometric);
      for (int m = 0; m < target.members().size(); m++) {
        double[] values = columns[target.members().get(m)];
        influence.add(Influence.of(scores, m, values, scores.rankChange(m)));
      }
    }
    return new Period(
        year, vectors.size(), CrossMoments.of(columns), CrossMoments.of(ranks), influence);
  }

  /**
   * All years together first, then each.
   *
   * @param years see {@link #year}, in any order
   */
  public List<Period> periods(List<Period> years) {
    List<Period> out = new ArrayList<>(years);
    out.sort(Comparator.comparing(Period::year));
    out.add(0, sum(List.copyOf(out)));
    return out;
  }

  private Period sum(List<Period> years) {
    int members = targets.stream().mapToInt(target -> target.members().size()).sum();
    return new Period(
        Period.ALL_YEARS,
        years.stream().mapToLong(Period::units).sum(),
        CrossMoments.sum(order.size(), years.stream().map(Period::values).toList()),
        CrossMoments.sum(order.size(), years.stream().map(Period::ranks).toList()),
        IntStream.range(0, members)
            .mapToObj(i -> Influence.sum(years.stream().map(p -> p.influence().get(i)).toList()))
            .toList());
  }

  /**
   * How two indicators go together.
   *
   * @param first the place of an indicator
   * @param second of another, behind it
   * @param n units, or unit-years, that have both
   * @param pearson of normalised values; NaN where one does not vary
   * @param spearman Pearson's of percentiles within the year among the units that have the
   *     indicator, ties counted half; so that of all years is free of the trend
   */
  public record Correlation(
      int first, int second, boolean isWithinSystem, long n, double pearson, double spearman) {
    /** Whether it is known how they go together. */
    public boolean isKnown() {
      return !Double.isNaN(pearson);
    }

    /** Whether |pearson| is 0.9 or more. */
    public boolean isRedundant() {
      return Math.abs(pearson) >= REDUNDANT;
    }

    /** Whether they are of one system, and pearson is below 0. */
    public boolean isContrary() {
      return isWithinSystem && pearson < 0;
    }
  }

  /** Each two indicators, in the order of the index system. */
  public List<Correlation> correlations(Period period) {
    List<Correlation> out = new ArrayList<>();
    for (int a = 0; a < order.size(); a++) {
      for (int b = a + 1; b < order.size(); b++) {
        CoMoments values = period.values().pair(a, b);
        out.add(
            new Correlation(
                a,
                b,
                order.systems().get(a).equals(order.systems().get(b)),
                values.n(),
                values.correlation(),
                period.ranks().pair(a, b).correlation()));
      }
    }
    return out;
  }
}
