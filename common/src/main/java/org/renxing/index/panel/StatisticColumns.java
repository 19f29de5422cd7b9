package org.renxing.index.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Statistic;

/** Columns of a frame of statistics, also of those that the scenario does not name. */
public final class StatisticColumns {
  private final List<String> known;

  public StatisticColumns(Dataset<Row> statistics) {
    this.known = List.of(statistics.columns());
  }

  /** Whether the frame has it. */
  public boolean has(Statistic statistic) {
    return known.contains(statistic.column());
  }

  /** The statistic; null throughout where the scenario does not name it. */
  public Column of(Statistic statistic) {
    return has(statistic) ? col(statistic.column()) : lit(null).cast("double");
  }

  /** The statistic where it is above 0, else null: for denominators. */
  public Column positive(Statistic statistic) {
    Column value = of(statistic);
    return when(value.gt(0), value);
  }

  /** GDP for growth: at constant prices where the scenario names that, else as it is. */
  public Column output() {
    return of(outputStatistic());
  }

  /** The statistic that {@link #output} is. */
  public Statistic outputStatistic() {
    return has(Statistic.GDP_REAL) ? Statistic.GDP_REAL : Statistic.GDP;
  }
}
