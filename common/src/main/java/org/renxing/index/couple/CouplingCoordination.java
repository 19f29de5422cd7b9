package org.renxing.index.couple;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Ranking;
import org.renxing.model.Coupling;

/**
 * Coupling degree C, comprehensive degree T and coordination degree D of two or more systems (C eq.
 * 8–10; Wang Shujia et al. 2021 for the revised C).
 *
 * <ul>
 *   <li>standard: C = (Π S_i)^(1/k) / (Σ S_i / k); for two systems √(S·E / ((S + E)/2)²)
 *   <li>revised: C = √((1 − mean over pairs |S_i − S_j|) · (Π S_i / max S)^(1/(k − 1))); for two
 *       √((1 − (max − min)) · min/max)
 *   <li>T = Σ α_i S_i, D = √(C·T)
 * </ul>
 *
 * Scores enter as shares of their largest, so that nothing overflows, C is 1 exactly where all are
 * equal, and the result is symmetric to rounding.
 */
public final class CouplingCoordination {
  /** Reason: a system has no score. */
  public static final String MISSING_SCORE = "MISSING_SCORE";

  /**
   * Reason: a score lies outside its scale ({@link ScoreScale}). Callers refuse such rows, naming
   * the cells.
   */
  public static final String OUT_OF_RANGE = "OUT_OF_RANGE";

  /** Reason: all scores are 0, and C is 0/0. */
  public static final String ALL_ZERO = "ALL_ZERO";

  private final Coupling coupling;
  private final ScoreScale scale;

  /**
   * One coupling of a scenario.
   *
   * @param scale the upper end of the scores (the normalisation's scale); they are divided by it
   */
  public CouplingCoordination(Coupling coupling, double scale) {
    this.coupling = coupling;
    this.scale = new ScoreScale(scale);
  }

  /** The columns of the systems' scores: s, e, then s3, s4, … */
  public static List<String> scoreColumns(int k) {
    return IntStream.range(0, k)
        .mapToObj(i -> i == 0 ? "s" : i == 1 ? "e" : "s" + (i + 1))
        .toList();
  }

  /**
   * One row a unit and year: pair_id, variant, unit_id, year, s, e (s3, …), c, t, d,
   * coupling_level, coordination_level, coordination_stage, the same with _zh, reason (why c is
   * null), and rank, order_no, percentile of d within the year.
   *
   * <p>c and d are null with a reason where a score is missing or outside its scale, or all are 0;
   * t is null where a score is missing or outside.
   *
   * @param scores scheme, system, unit_id, year, score; other schemes and systems are ignored
   */
  public Dataset<Row> of(Dataset<Row> scores) {
    List<String> names = scoreColumns(coupling.systems().size());
    List<Column> pivot = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column here = col("system").equalTo(coupling.systems().get(i));
      pivot.add(max(when(here, scale.share(col("score")))).as(names.get(i)));
    }
    Dataset<Row> wide =
        scores
            .where(col("scheme").equalTo(coupling.scheme()))
            .where(col("system").isin(coupling.systems().toArray()))
            .groupBy("unit_id", "year")
            .agg(pivot.get(0), pivot.subList(1, pivot.size()).toArray(Column[]::new));
    return Ranking.add(degrees(wide), "d", List.of("year"));
  }

  /**
   * Adds pair_id, variant, c, t, d, the bands and the reason to a frame that has the systems'
   * scores as {@link #scoreColumns}, each a share of its largest possible value; other columns pass
   * through.
   */
  public Dataset<Row> degrees(Dataset<Row> wide) {
    List<Column> given = scoreColumns(coupling.systems().size()).stream().map(c -> col(c)).toList();
    List<Column> s = given.stream().map(ScoreScale::onEnds).toList();
    Column isOutside = given.stream().map(ScoreScale::isOutside).reduce(Column::or).orElseThrow();
    Dataset<Row> measured =
        wide.withColumn("top", greatest(s.toArray(Column[]::new)))
            .withColumn("reason", reason(given, isOutside))
            .withColumn("c", when(col("reason").isNull(), c(s)))
            .withColumn("t", when(not(isOutside), t(s)))
            .withColumn("d", sqrt(col("c").multiply(col("t"))));
    List<Column> out = new ArrayList<>();
    out.add(lit(coupling.id()).as("pair_id"));
    out.add(lit(coupling.variant().name().toLowerCase(Locale.ROOT)).as("variant"));
    for (String column : wide.columns()) {
      out.add(col(column));
    }
    out.addAll(List.of(col("c"), col("t"), col("d")));
    addBands(out, "coupling_level", col("c"), CouplingBands.COUPLING);
    addBands(out, "coordination_level", col("d"), CouplingBands.COORDINATION);
    addBands(out, "coordination_stage", col("d"), CouplingBands.STAGES);
    out.add(col("reason"));
    return measured.select(out.toArray(Column[]::new));
  }

  private static void addBands(
      List<Column> out, String name, Column x, List<CouplingBands.Band> bands) {
    out.add(CouplingBands.nameEn(x, bands).as(name));
    out.add(CouplingBands.nameZh(x, bands).as(name + "_zh"));
  }

  private static Column reason(List<Column> given, Column isOutside) {
    Column isMissing = given.stream().map(Column::isNull).reduce(Column::or).orElseThrow();
    return when(isOutside, OUT_OF_RANGE)
        .when(isMissing, MISSING_SCORE)
        .when(col("top").equalTo(0.0), ALL_ZERO);
  }

  private Column c(List<Column> s) {
    Column product =
        s.stream().map(x -> x.divide(col("top"))).reduce(Column::multiply).orElseThrow();
    return coupling.variant() == Coupling.Variant.STANDARD
        ? standard(s, product)
        : revised(s, product);
  }

  /** Geometric over arithmetic mean of the shares. */
  private static Column standard(List<Column> s, Column product) {
    int k = s.size();
    Column sum = s.stream().map(x -> x.divide(col("top"))).reduce(Column::plus).orElseThrow();
    Column mean = sum.divide((double) k);
    return least(root(product, k).divide(mean), lit(1.0));
  }

  private static Column revised(List<Column> s, Column product) {
    int k = s.size();
    Column distance = lit(0.0);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        distance = distance.plus(abs(s.get(i).minus(s.get(j))));
      }
    }
    Column nearness = greatest(lit(1.0).minus(distance.divide(k * (k - 1) / 2.0)), lit(0.0));
    return sqrt(nearness.multiply(root(product, k - 1)));
  }

  private static Column root(Column x, int k) {
    return switch (k) {
      case 1 -> x;
      case 2 -> sqrt(x);
      default -> pow(x, lit(1.0 / k));
    };
  }

  private Column t(List<Column> s) {
    Column sum = lit(0.0);
    for (int i = 0; i < s.size(); i++) {
      sum = sum.plus(s.get(i).multiply(coupling.weights().get(i)));
    }
    return sum;
  }
}
