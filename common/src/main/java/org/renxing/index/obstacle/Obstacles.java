package org.renxing.index.obstacle;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.model.Normalisation;
import org.renxing.normalisation.NormalisationMethods;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Obstacle degrees of unit-years, and their means (C eq. 21–23 and Figure 4; {@link
 * ObstacleDegrees} has the formula).
 */
public final class Obstacles {
  private final IndicatorOrder order;
  private final List<ObstacleScope> scopes;
  private final double scale;

  /**
   * Obstacles within some scopes.
   *
   * @param scale the upper end of normalised values: the ideal point
   */
  public Obstacles(IndicatorOrder order, List<ObstacleScope> scopes, double scale) {
    this.order = order;
    this.scopes = List.copyOf(scopes);
    this.scale = scale;
  }

  /** Whether normalised values have an ideal point at the upper end of their scale. */
  public static boolean hasIdeal(Normalisation normalisation) {
    return NormalisationMethods.of(normalisation.method()).hasIdeal();
  }

  /**
   * One row a scope, unit, year and indicator: pair_id (the scope's id), scheme, unit_id, year,
   * indicator_code, system, criterion; degree_pct, which sums to 100 over the indicators;
   * system_degree_pct, the same among those of the indicator's system (null where none of these is
   * an obstacle); rank, dense from the largest degree, equal to 12 significant digits is a tie;
   * order_no, without ties, these in the order of the index system; cumulative_pct, the sum of the
   * degrees up to this order_no; n_indicators; reason, why degrees and ranks are null: {@code
   * MISSING_INDICATOR}, {@code IDEAL_POINT}, {@code UNDEFINED_WEIGHT}.
   *
   * @param vectors see {@link org.renxing.index.vector.IndicatorVectors}
   */
  public Dataset<Row> of(Dataset<Row> vectors) {
    return vectors.mapPartitions(
        new ObstacleRows(order, scopes, scale), Encoders.row(ObstacleRows.SCHEMA));
  }

  /**
   * Means over unit-years that have degrees, one row a scope, class, year and indicator, criterion
   * or system: pair_id, scheme, level, code, class, year, n, mean_degree_pct, rank. The mean of a
   * criterion or system is that of its indicators' sums. Class {@code all} takes all units, year 0
   * all years together (unit-years as rows, not years). Rank is dense within scope, level, class
   * and year, as in {@link #of}.
   *
   * @param classes pair_id, unit_id, year, class, each key once; a unit-year without a class is in
   *     {@code all} alone
   */
  public Dataset<Row> means(Dataset<Row> vectors, Dataset<Row> classes) {
    List<String> key = List.of("pair_id", "unit_id", "year");
    return vectors
        .mapPartitions(new DegreeArrays(order, scopes, scale), Encoders.row(DegreeArrays.SCHEMA))
        .join(
            classes.select("pair_id", "unit_id", "year", "class"),
            CollectionConverters.asScala(key).toSeq(),
            "left")
        .select("pair_id", "scheme", "year", "class", "degrees")
        .groupBy("pair_id", "scheme", "year", "class")
        .agg(new MeanAccumulation().of(col("degrees")).as("sums"))
        .groupBy("pair_id", "scheme")
        .agg(collect_list(struct(col("year"), col("class"), col("sums"))).as("sums"))
        .mapPartitions(new DegreeMeans(order, scopes), Encoders.row(DegreeMeans.SCHEMA));
  }
}
