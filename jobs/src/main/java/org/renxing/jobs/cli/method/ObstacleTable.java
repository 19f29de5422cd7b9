package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.numerics.CodePointOrder;
import org.renxing.obstacles.MeanObstacles;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleRanking;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;

/** Obstacle degrees in the order of the input's rows. */
final class ObstacleTable {
  /** The year that stands for all. */
  private static final int ALL_YEARS = 0;

  private final UnitTable table;
  private final IndicatorOrder order;
  private final ObstacleScope scope;
  private final List<ObstacleDegrees> degrees;
  private final Gaps gaps;

  /**
   * A table.
   *
   * @param scope the whole index
   * @param degrees one a row
   */
  ObstacleTable(
      UnitTable table,
      IndicatorOrder order,
      ObstacleScope scope,
      List<ObstacleDegrees> degrees,
      Gaps gaps) {
    this.table = table;
    this.order = order;
    this.scope = scope;
    this.degrees = degrees;
    this.gaps = gaps;
  }

  /** Forms of the answer. */
  enum Layout {
    LONG,
    WIDE,
    MEAN
  }

  /** The answer in one of its forms. */
  Answer of(Layout layout) {
    return switch (layout) {
      case LONG -> tall();
      case WIDE -> wide();
      case MEAN -> means();
    };
  }

  private boolean hasSystems() {
    return order.nodes().size() > 1;
  }

  /** One row a row of the input and indicator, the largest obstacle first. */
  private Answer tall() {
    List<String> names = table.head();
    names.add("indicator_code");
    if (hasSystems()) {
      names.add("system");
    }
    names.addAll(List.of("degree_pct", "cumulative_pct", "rank", "reason"));
    List<Row> rows = new ArrayList<>();
    List<Map<String, Object>> remarks = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      ObstacleDegrees found = degrees.get(row);
      if (found.isKnown()) {
        for (ObstacleRanking o : ObstacleRanking.of(found.percent(), scope, order)) {
          rows.add(row(row, o.member(), o.degreePct(), o.cumulativePct(), o.rank(), null));
        }
      } else {
        for (int j = 0; j < order.size(); j++) {
          rows.add(row(row, j, null, null, null, found.reason()));
        }
      }
      remarks.addAll(Collections.nCopies(rows.size() - remarks.size(), gaps.ofRow(row)));
    }
    noteUndefined(rows, names.size() - 1);
    return new Answer(names, rows, remarks);
  }

  private Row row(int row, int indicator, Object... cells) {
    List<Object> out = table.head(row);
    out.add(order.codes().get(indicator));
    if (hasSystems()) {
      out.add(order.systems().get(indicator));
    }
    for (Object cell : cells) {
      out.add(cell);
    }
    return RowFactory.create(out.toArray());
  }

  /** One row a row of the input, one column an indicator. */
  private Answer wide() {
    List<String> names = table.head();
    names.addAll(order.codes());
    names.add("reason");
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      ObstacleDegrees found = degrees.get(row);
      List<Object> cells = table.head(row);
      for (int j = 0; j < order.size(); j++) {
        cells.add(found.isKnown() ? found.percent()[j] : null);
      }
      cells.add(Answer.text(found.reason()));
      rows.add(RowFactory.create(cells.toArray()));
    }
    noteUndefined(rows, names.size() - 1);
    return new Answer(names, rows, IntStream.range(0, table.size()).mapToObj(gaps::ofRow).toList());
  }

  /** Means over the rows of each year, and over all, by level. */
  private Answer means() {
    boolean hasYear = table.hasYear();
    Map<Integer, MeanObstacles> years = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      if (degrees.get(row).isKnown()) {
        double[] percent = degrees.get(row).percent();
        mean(years, ALL_YEARS).add(percent);
        if (hasYear) {
          mean(years, table.year(row)).add(percent);
        }
      }
    }
    List<String> names = new ArrayList<>(List.of("level", "code", "n", "mean_degree_pct", "rank"));
    if (!hasSystems()) {
      names.remove("level");
    }
    if (hasYear) {
      names.add(0, "year");
    }
    List<Row> rows = new ArrayList<>();
    years.forEach(
        (year, mean) ->
            mean.means(scope, order).stream()
                .filter(m -> hasSystems() || m.level().equals("indicator"))
                .sorted(
                    Comparator.comparing(MeanObstacles.Mean::level)
                        .thenComparing(MeanObstacles.Mean::rank)
                        .thenComparing(MeanObstacles.Mean::code, CodePointOrder.ASCENDING))
                .forEach(m -> rows.add(row(names, year, mean.n(), m))));
    return new Answer(names, rows);
  }

  private static MeanObstacles mean(Map<Integer, MeanObstacles> years, int year) {
    return years.computeIfAbsent(year, y -> new MeanObstacles());
  }

  private static Row row(List<String> names, int year, long n, MeanObstacles.Mean mean) {
    return RowFactory.create(
        names.stream()
            .map(
                name ->
                    switch (name) {
                      case "year" -> year;
                      case "level" -> mean.level();
                      case "code" -> mean.code();
                      case "n" -> n;
                      case "rank" -> mean.rank();
                      default -> mean.meanDegreePct();
                    })
            .toArray());
  }

  private static void noteUndefined(List<Row> rows, int reason) {
    long undefined = rows.stream().filter(r -> !r.isNullAt(reason)).count();
    if (undefined > 0) {
      System.err.printf(
          "%,d of %,d rows have no degrees; column reason says why%n", undefined, rows.size());
    }
  }
}
