package org.renxing.jobs.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.dea.Observations;
import org.renxing.dea.Projection;
import org.renxing.dea.Score;
import org.renxing.efficiency.Answer;
import org.renxing.efficiency.AnswerBlock;
import org.renxing.efficiency.DeaStage;
import org.renxing.efficiency.Plan;
import org.renxing.efficiency.UnitYear;
import org.renxing.jobs.console.Workspace;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaModel.Kind;
import org.renxing.model.DeaModel.Orientation;
import org.renxing.model.DeaModel.Reading;
import org.renxing.model.DeaModel.Returns;
import org.renxing.model.DeaReference;
import org.renxing.records.Accumulator;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;

/**
 * Times DEA on Spark with the scores of {@link DeaBenchmark}: frontiers of parts, their union, and
 * every unit scored with slacks and peers. Reading and writing tables is not in it: the scores lie
 * in memory, and what comes out is hashed.
 */
public final class DeaStageBenchmark {
  private static final String SCHEME = "made-up";
  private static final StructType SCORES =
      StructType.fromDDL("unit_id string, year int, scores array<double>");

  private final List<Row> units = new ArrayList<>();
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
    double[] scores = new double[systems.size()];
    for (int s = 0; s < scores.length; s++) {
      scores[s] = s == 0 ? set.output(row, 0) : set.input(row, s - 1);
    }
    units.add(RowFactory.create(set.key(row).id(), Integer.valueOf(set.key(row).period()), scores));
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
      Plan plain = Plan.of(List.of(model(false)));
      Plan scaled = Plan.of(List.of(model(true)));
      int processors = spark.sparkContext().defaultParallelism();
      Records<UnitYear> panel =
          SparkRecords.of(
                  spark.createDataFrame(units, SCORES).repartition(processors),
                  DeaStageBenchmark::read)
              .kept();
      panel.list();
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

  private static Iterator<UnitYear> read(Iterator<Row> rows) {
    List<UnitYear> out = new ArrayList<>();
    rows.forEachRemaining(
        row ->
            out.add(
                new UnitYear(
                    SCHEME, row.getString(0), row.getInt(1), row.<Double>getList(2), List.of())));
    return out.iterator();
  }

  private record Pass(long rows, String answers, double seconds) {}

  private static Pass pass(Plan plan, Records<UnitYear> panel) {
    long start = System.nanoTime();
    Fingerprint found = DeaStage.blocks(plan, panel).reduce(Fingerprint::new);
    return new Pass(found.n, Long.toHexString(found.bits), (System.nanoTime() - start) / 1e9);
  }

  /** A hash over answers that depends neither on their order nor on their partitions. */
  private static final class Fingerprint implements Accumulator<AnswerBlock, Fingerprint> {
    private static final long serialVersionUID = 1L;
    private static final long PRIME = 1_099_511_628_211L;
    private long n;
    private long bits;

    @Override
    public void add(AnswerBlock block) {
      block.answers().forEach(this::add);
    }

    private void add(Answer answer) {
      n++;
      long hash = 1;
      String text = text(answer);
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * PRIME;
      }
      bits ^= hash;
    }

    @Override
    public void merge(Fingerprint other) {
      n += other.n;
      bits ^= other.bits;
    }

    /** Score, slacks, targets and peers. */
    private static String text(Answer answer) {
      StringBuilder out = new StringBuilder();
      out.append(answer.programme()).append(' ');
      out.append(answer.unit().unitId()).append(answer.unit().year());
      out.append(answer.scaleEfficiency()).append(answer.region());
      answer
          .score()
          .flatMap(Score::scored)
          .ifPresent(
              scored -> {
                Projection projection = scored.projection();
                out.append(scored.number()).append(projection.slackSum());
                for (int i = 0; i < answer.unit().scores().size() - 1; i++) {
                  out.append(projection.inputSlack(i)).append(projection.inputTarget(i));
                }
                out.append(projection.outputSlack(0)).append(projection.outputTarget(0));
                out.append(projection.peers());
              });
      return out.toString();
    }
  }

  private DeaModel model(boolean isScaled) {
    return new DeaModel(
        "ccr",
        SCHEME,
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
