package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.obstacle.Obstacles;
import org.renxing.index.vector.IndicatorOrder;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Obstacle degrees in the order of the input's rows. */
final class ObstacleTable {
  private static final double NOISE = 1e-9;
  private static final StructType NO_CLASSES =
      StructType.fromDDL("pair_id string, unit_id string, year int, class string");

  private final UnitTable table;
  private final IndicatorOrder order;
  private final double scale;

  ObstacleTable(UnitTable table, IndicatorOrder order, double scale) {
    this.table = table;
    this.order = order;
    this.scale = scale;
  }

  /** Forms of the answer. */
  enum Layout {
    LONG,
    WIDE,
    MEAN
  }

  /**
   * Refuses values that were given as normalised and are not.
   *
   * @throws RenxingException DATA_CHECK for one below 0 or above the scale
   */
  void requireNormalised(Dataset<Row> vectors) {
    Column isOutside =
        exists(col("y"), y -> y.lt(-NOISE).or(y.gt(scale + NOISE).and(y.isNaN().equalTo(false))));
    vectors
        .where(isOutside)
        .join(broadcast(table.keys()), new String[] {"unit_id", "year"}, "inner")
        .orderBy("row_no")
        .limit(1)
        .collectAsList()
        .forEach(this::refuse);
  }

  private void refuse(Row row) {
    List<Double> y = row.getList(row.fieldIndex("y"));
    for (int j = 0; j < y.size(); j++) {
      if (y.get(j) < -NOISE || y.get(j) > scale + NOISE) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            String.format(
                Locale.ROOT,
                "%s row %d (%s), %s: is %s after its direction; with --normalise none a number from"
                    + " 0 to %s is needed, where more is better (--scale says the upper end)",
                table.file().name(),
                row.<Long>getAs("row_no"),
                row.<String>getAs("unit_id"),
                order.codes().get(j),
                y.get(j),
                scale));
      }
    }
  }

  /** One row a row of the input and indicator, the largest obstacle first. */
  Answer tall(Dataset<Row> degrees) {
    List<String> shown = new ArrayList<>(List.of("indicator_code", "system"));
    if (order.nodes().size() == 1) {
      shown.remove("system");
    }
    shown.addAll(List.of("degree_pct", "cumulative_pct", "rank", "reason"));
    List<Column> out = keys();
    shown.forEach(c -> out.add(col(c)));
    out.addAll(List.of(col("row_no"), col("order_no")));
    List<Row> rows =
        keyed(degrees).select(out.toArray(Column[]::new)).collectAsList().stream()
            .sorted(
                Comparator.comparing((Row r) -> r.<Long>getAs("row_no"))
                    .thenComparing(
                        r -> r.<Integer>getAs("order_no"),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(r -> order.codes().indexOf(r.<String>getAs("indicator_code"))))
            .toList();
    List<String> names = new ArrayList<>(table.file().keys());
    names.addAll(shown);
    noteUndefined(rows);
    return new Answer(names, rows);
  }

  /** One row a row of the input, one column an indicator. */
  Answer wide(Dataset<Row> degrees) {
    List<Column> pivot = new ArrayList<>();
    for (int j = 0; j < order.size(); j++) {
      Column isHere = col("indicator_code").equalTo(order.codes().get(j));
      pivot.add(max(when(isHere, col("degree_pct"))).as("d" + j));
    }
    pivot.add(max(col("reason")).as("reason"));
    Dataset<Row> wide =
        degrees
            .groupBy("unit_id", "year")
            .agg(pivot.get(0), pivot.subList(1, pivot.size()).toArray(Column[]::new));
    List<Column> out = keys();
    for (int j = 0; j < order.size(); j++) {
      out.add(col("d" + j));
    }
    out.addAll(List.of(col("reason"), col("row_no")));
    List<Row> rows =
        keyed(wide).select(out.toArray(Column[]::new)).collectAsList().stream()
            .sorted(Comparator.comparing((Row r) -> r.<Long>getAs("row_no")))
            .toList();
    List<String> names = new ArrayList<>(table.file().keys());
    names.addAll(order.codes());
    names.add("reason");
    noteUndefined(rows);
    return new Answer(names, rows);
  }

  /** Means over the rows of each year, and over all, by level. */
  Answer means(Obstacles obstacles, Dataset<Row> vectors) {
    Dataset<Row> none = table.spark().createDataFrame(List.of(), NO_CLASSES);
    boolean hasYear = table.file().keys().size() == 2;
    List<String> names = new ArrayList<>(List.of("level", "code", "n", "mean_degree_pct", "rank"));
    if (hasYear) {
      names.add(0, "year");
    }
    if (order.nodes().size() == 1) {
      names.remove("level");
    }
    Dataset<Row> means = obstacles.means(vectors, none);
    Column isShown = hasYear ? col("year").geq(0) : col("year").equalTo(0);
    if (order.nodes().size() == 1) {
      isShown = isShown.and(col("level").equalTo("indicator"));
    }
    Column[] shown = names.stream().map(c -> col(c)).toArray(Column[]::new);
    List<Row> rows =
        means
            .where(isShown)
            .orderBy(col("year"), col("level"), col("rank"), col("code"))
            .select(shown)
            .collectAsList();
    return new Answer(names, rows);
  }

  private Dataset<Row> keyed(Dataset<Row> rows) {
    return rows.join(broadcast(table.keys()), new String[] {"unit_id", "year"}, "inner");
  }

  private List<Column> keys() {
    List<Column> out = new ArrayList<>(List.of(col("unit_id")));
    if (table.file().keys().size() == 2) {
      out.add(col("year"));
    }
    return out;
  }

  private static void noteUndefined(List<Row> rows) {
    long undefined = rows.stream().filter(r -> r.getAs("reason") != null).count();
    if (undefined > 0) {
      System.err.printf(
          "%,d of %,d rows have no degrees; column reason says why%n", undefined, rows.size());
    }
  }
}
