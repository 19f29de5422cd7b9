package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Statistic;

/** Statistics at both ends of spans, in one pass over the units. */
final class SpanValues {
  /** Natural growth over a span; see {@link #natural}. */
  static final String NATURAL = "natural";

  private SpanValues() {}

  /**
   * One row a unit and span: unit_id, year_from, year_to, natural, and STATISTIC_from and
   * STATISTIC_to of each statistic; null where the frame lacks it.
   *
   * @param frame unit_id, year, and statistics by {@link Statistic#column}
   * @param spans one or more
   */
  static Dataset<Row> of(Dataset<Row> frame, Collection<Span> spans, List<Statistic> wanted) {
    List<Statistic> needed = new ArrayList<>(wanted);
    for (Statistic s : List.of(Statistic.POPULATION, Statistic.NATURAL_GROWTH)) {
      if (!needed.contains(s)) {
        needed.add(s);
      }
    }
    Column[] cells = needed.stream().map(s -> given(frame, s)).toArray(Column[]::new);
    Column[] pairs =
        spans.stream()
            .sorted()
            .map(s -> struct(lit(s.from()).as("a"), lit(s.to()).as("b")))
            .toArray(Column[]::new);
    Dataset<Row> byUnit =
        frame
            .groupBy("unit_id")
            .agg(map_from_entries(collect_list(struct(col("year"), struct(cells)))).as("at"))
            .select(col("unit_id"), col("at"), explode(array(pairs)).as("span"));
    List<Column> out =
        new ArrayList<>(
            List.of(col("unit_id"), col("span.a").as("year_from"), col("span.b").as("year_to")));
    Column from = element_at(col("at"), col("span.a"));
    Column to = element_at(col("at"), col("span.b"));
    for (Statistic s : wanted) {
      out.add(from.getField(s.column()).as(s.column() + "_from"));
      out.add(to.getField(s.column()).as(s.column() + "_to"));
    }
    out.add(natural(col("at"), col("span.a"), col("span.b")).as(NATURAL));
    return byUnit.select(out.toArray(Column[]::new));
  }

  /**
   * Natural change of a span in 10^4 persons: the sum over its years t of r(t)/1000 (P(t−1) +
   * P(t))/2, since the natural rate r (‰) is per mean population of the year. Null where any rate
   * or population of any calendar year is missing.
   */
  private static Column natural(Column at, Column from, Column to) {
    Column years = sequence(from.plus(1), to);
    return aggregate(
        years,
        lit(0.0),
        (sum, year) -> {
          Column now = element_at(at, year);
          Column before = element_at(at, year.minus(1));
          Column mean =
              before.getField("population").plus(now.getField("population")).divide(lit(2.0));
          return sum.plus(now.getField("natural_growth").divide(lit(1000.0)).multiply(mean));
        });
  }

  private static Column given(Dataset<Row> frame, Statistic statistic) {
    boolean isThere = Arrays.asList(frame.columns()).contains(statistic.column());
    Column value = isThere ? col(statistic.column()) : lit(null);
    return value.cast("double").as(statistic.column());
  }
}
