package org.renxing.jobs.bench;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.dea.Observations;
import org.renxing.index.efficiency.DeaStage;
import org.renxing.jobs.console.Workspace;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaModel.Kind;
import org.renxing.model.DeaModel.Orientation;
import org.renxing.model.DeaModel.Reading;
import org.renxing.model.DeaModel.Returns;
import org.renxing.model.DeaReference;

/**
 * Times the Spark stage of DEA on the scores of {@link DeaBenchmark}: frontiers by partition, their
 * union, broadcast, and every unit scored with slacks and peers. Reading and writing tables is not
 * in it: the scores lie in memory, and what comes out is hashed.
 */
public final class DeaStageBenchmark {
  private static final StructType SCORES =
      StructType.fromDDL("scheme string, system string, unit_id string, year int, score double");
  private static final StructType UNITS = StructType.fromDDL("unit_id string");

  private final List<Row> scores = new ArrayList<>();
  private final List<String> systems = new ArrayList<>();

  /** Over the data of another. */
  public DeaStageBenchmark(DeaBenchmark benchmark) {
    List<Observations> sets = benchmark.sets();
    systems.addAll(sets.get(0).outputNames());
    systems.addAll(sets.get(0).inputNames());
    for (Observations set : sets) {
      if (set.outputNames().contains(systems.get(0))) {
        for (int row = 0; row < set.size(); row++) {
          addUnit(set, row);
        }
      }
    }
  }

  private void addUnit(Observations set, int row) {
    for (int s = 0; s < systems.size(); s++) {
      scores.add(
          RowFactory.create(
              "made-up",
              systems.get(s),
              set.key(row).id(),
              Integer.valueOf(set.key(row).period()),
              s == 0 ? set.output(row, 0) : set.input(row, s - 1)));
    }
  }

  /**
   * Figures of one run.
   *
   * @param scores scores of a pass
   * @param firstSeconds the first pass
   * @param fastestSeconds the fastest of all
   * @param scaledSeconds the fastest with scale efficiency too, which takes two more technologies
   * @param answers a hash over all rows, slacks and peers; the same wherever it is computed
   */
  public record Result(
      long scores,
      double firstSeconds,
      double fastestSeconds,
      double scaledSeconds,
      String answers) {}

  /** Runs the first pass and so many more, each with scale efficiency and without. */
  public Result run(int warmPasses) {
    SparkSession spark =
        Workspace.session(Map.of("spark.sql.shuffle.partitions", "2", "spark.ui.enabled", "false"));
    try {
      DeaStage plain = new DeaStage(List.of(model(false)));
      DeaStage scaled = new DeaStage(List.of(model(true)));
      Dataset<Row> panel =
          plain
              .panel(spark.createDataFrame(scores, SCORES), spark.createDataFrame(List.of(), UNITS))
              .repartition(spark.sparkContext().defaultParallelism(), col("unit_id"))
              .persist();
      panel.count();
      System.err.println("Spark stage begins");
      Pass first = pass(plain, panel);
      double fastest = first.seconds();
      double fastestScaled = Double.POSITIVE_INFINITY;
      for (int i = 0; i < warmPasses; i++) {
        fastest = Math.min(fastest, pass(plain, panel).seconds());
        fastestScaled = Math.min(fastestScaled, pass(scaled, panel).seconds());
      }
      return new Result(
          first.rows(),
          first.seconds(),
          fastest,
          warmPasses == 0 ? 0 : fastestScaled,
          first.answers());
    } finally {
      spark.stop();
    }
  }

  private record Pass(long rows, String answers, double seconds) {}

  private static Pass pass(DeaStage stage, Dataset<Row> panel) {
    long start = System.nanoTime();
    Dataset<Row> answers = stage.score(panel);
    Column[] columns = Arrays.stream(answers.columns()).map(c -> col(c)).toArray(Column[]::new);
    Row sums = answers.agg(count(lit(1)), bit_xor(xxhash64(columns))).first();
    return new Pass(
        sums.getLong(0), Long.toHexString(sums.getLong(1)), (System.nanoTime() - start) / 1e9);
  }

  private DeaModel model(boolean isScaled) {
    return new DeaModel(
        "ccr",
        "made-up",
        systems,
        Reading.TEXT,
        Kind.RADIAL,
        Returns.CRS,
        Orientation.INPUT,
        DeaReference.contemporaneous(),
        1e-6,
        isScaled);
  }
}
