package org.renxing.index.couple;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.coupling.Bands;
import org.renxing.coupling.Degrees;
import org.renxing.coupling.ScoreScale;
import org.renxing.index.Ranking;
import org.renxing.index.vector.RowKernel;
import org.renxing.model.Coupling;

/** {@link org.renxing.coupling.CouplingCoordination} of the scores of a scenario. */
public final class CouplingCoordination {
  private static final String[] BANDS = {
    "coupling_level", "coordination_level", "coordination_stage"
  };

  private final Coupling coupling;
  private final double scale;

  /**
   * One coupling of a scenario.
   *
   * @param scale the upper end of the scores (the normalisation's scale); they are divided by it
   */
  public CouplingCoordination(Coupling coupling, double scale) {
    this.coupling = coupling;
    this.scale = scale;
  }

  /** The columns of the systems' scores: s, e, then s3, s4, … */
  private static List<String> scoreColumns(int k) {
    return IntStream.range(0, k)
        .mapToObj(i -> i == 0 ? "s" : i == 1 ? "e" : "s" + (i + 1))
        .toList();
  }

  /**
   * One row a unit and year: pair_id, variant, unit_id, year, s, e (s3, …; as shares of the scale),
   * c, t, d, coupling_level, coordination_level, coordination_stage, the same with _zh, reason (why
   * c is null), and rank, order_no, percentile of d within the year.
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
      pivot.add(max(when(here, col("score"))).as(names.get(i)));
    }
    Dataset<Row> wide =
        scores
            .where(col("scheme").equalTo(coupling.scheme()))
            .where(col("system").isin(coupling.systems().toArray()))
            .groupBy("unit_id", "year")
            .agg(pivot.get(0), pivot.subList(1, pivot.size()).toArray(Column[]::new));
    Dataset<Row> degrees =
        wide.mapPartitions(new Rows(coupling, scale), Encoders.row(schema(names)));
    return Ranking.add(degrees, "d", List.of("year"));
  }

  /**
   * The scores of the coupling that lie outside their scale, by unit, year and system, some of
   * them.
   *
   * @param scores scheme, system, unit_id, year, score
   * @param most the largest number that is given
   * @return system, unit_id, year, score
   */
  public List<Row> outside(Dataset<Row> scores, int most) {
    ScoreScale ends = new ScoreScale(scale);
    return scores
        .where(col("scheme").equalTo(coupling.scheme()))
        .where(col("system").isin(coupling.systems().toArray()))
        .where(col("score").isNotNull())
        .select("system", "unit_id", "year", "score")
        .filter((FilterFunction<Row>) row -> ends.isOutside(number(row.getDouble(3))))
        .orderBy("unit_id", "year", "system")
        .limit(most)
        .collectAsList();
  }

  /** A score that is not a number is none that is missing: it lies outside. */
  private static double number(double score) {
    return Double.isNaN(score) ? Double.POSITIVE_INFINITY : score;
  }

  private static StructType schema(List<String> scores) {
    StructType out =
        new StructType()
            .add("pair_id", DataTypes.StringType, false)
            .add("variant", DataTypes.StringType, false)
            .add("unit_id", DataTypes.StringType)
            .add("year", DataTypes.IntegerType);
    for (String name : scores) {
      out = out.add(name, DataTypes.DoubleType);
    }
    for (String name : List.of("c", "t", "d")) {
      out = out.add(name, DataTypes.DoubleType);
    }
    for (String band : BANDS) {
      out = out.add(band, DataTypes.StringType).add(band + "_zh", DataTypes.StringType);
    }
    return out.add("reason", DataTypes.StringType);
  }

  /** From unit_id, year and scores. */
  private static final class Rows extends RowKernel {
    private static final long serialVersionUID = 1L;
    private final String id;
    private final String variant;
    private final double scale;
    private final org.renxing.coupling.CouplingCoordination formula;

    Rows(Coupling coupling, double scale) {
      this.id = coupling.id();
      this.variant = coupling.variant().name().toLowerCase(Locale.ROOT);
      this.scale = scale;
      this.formula = new org.renxing.coupling.CouplingCoordination(coupling, scale);
    }

    @Override
    protected List<Row> of(Row row) {
      double[] scores = new double[row.length() - 2];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = row.isNullAt(i + 2) ? Double.NaN : number(row.getDouble(i + 2));
      }
      Degrees degrees = formula.of(scores);
      List<Object> out = new ArrayList<>(List.of(id, variant, row.get(0), row.get(1)));
      for (double score : scores) {
        out.add(orNull(score / scale));
      }
      out.add(orNull(degrees.c()));
      out.add(orNull(degrees.t()));
      out.add(orNull(degrees.d()));
      addBand(out, degrees.c(), Bands.COUPLING);
      addBand(out, degrees.d(), Bands.COORDINATION);
      addBand(out, degrees.d(), Bands.STAGES);
      out.add(degrees.reason().isEmpty() ? null : degrees.reason());
      return List.of(RowFactory.create(out.toArray()));
    }

    private static Object orNull(double x) {
      return Double.isNaN(x) ? null : x;
    }

    private static void addBand(List<Object> out, double x, List<Bands.Band> bands) {
      out.add(Bands.of(x, bands).map(Bands.Band::nameEn).orElse(null));
      out.add(Bands.of(x, bands).map(Bands.Band::nameZh).orElse(null));
    }
  }
}
