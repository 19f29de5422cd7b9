package org.renxing.jobs.gold.reproduction;

import static org.renxing.jobs.gold.reproduction.Aggregate.is;

import java.util.List;
import java.util.stream.Stream;
import org.renxing.jobs.gold.reproduction.Aggregate.Condition;
import org.renxing.jobs.gold.reproduction.Aggregate.Kind;
import org.renxing.model.TableName;

/**
 * How a printed figure is computed: aggregates of a gold table of the scenario that asks for it.
 *
 * @param key of the figure: source|place|figure
 * @param isFact whether it does not rest on figures of sources, so that samples bear it too
 * @param numbers in the order of the printed numbers, each a sum of aggregates; or, without such,
 *     one aggregate that is a text
 */
record ReproducedFigure(
    String key, TableName table, boolean isFact, List<List<Aggregate>> numbers) {
  /** All units together. */
  static final Condition ALL = is("group_type", "all");

  /** What tells of units, and of indicators. */
  static final TableName UNITS = TableName.gold("dim_unit");

  static final TableName INDICATORS = TableName.gold("dim_indicator");

  ReproducedFigure {
    numbers = numbers.stream().map(List::copyOf).toList();
  }

  /** All, source by source. */
  static List<ReproducedFigure> all() {
    return Stream.of(ResilienceFigures.all(), CouplingFigures.all(), CityFigures.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A figure of which each number is one aggregate. */
  static ReproducedFigure of(String key, TableName table, Aggregate... numbers) {
    return new ReproducedFigure(key, table, false, Stream.of(numbers).map(List::of).toList());
  }

  /** A figure of one number, the sum of aggregates. */
  static ReproducedFigure sum(String key, TableName table, Aggregate... terms) {
    return new ReproducedFigure(key, table, false, List.of(List.of(terms)));
  }

  /** A figure that rests on no figure of a source. */
  static ReproducedFigure fact(String key, TableName table, Aggregate... numbers) {
    return new ReproducedFigure(key, table, true, Stream.of(numbers).map(List::of).toList());
  }

  /** The units of which conditions hold. */
  static Aggregate names(Condition... conditions) {
    return Aggregate.of(Kind.NAMES, "unit_name", conditions);
  }

  /** How many different values a column has. */
  static Aggregate count(String column, Condition... conditions) {
    return Aggregate.of(Kind.COUNT, column, conditions);
  }

  /** The same, to be taken off. */
  static Aggregate less(Aggregate one) {
    return one.scaled(-1, 1);
  }
}
