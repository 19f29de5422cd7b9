package org.renxing.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.Duration;
import java.util.SplittableRandom;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.index.inequality.InequalityStage;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.Sample;

/**
 * Times indices of inequality on made-up, skewed values of one measure and year in groups that
 * overlap: the kernel alone, and the Spark stage with its shuffle.
 */
public final class InequalityBenchmark {
  private static final long SEED = 20240601;

  private final int rows;
  private final int groups;

  /** So many values in so many groups. */
  public InequalityBenchmark(int rows, int groups) {
    this.rows = rows;
    this.groups = groups;
  }

  /**
   * Figures of passes over the same values.
   *
   * @param rows values
   * @param groups groups
   * @param firstSeconds the first pass
   * @param fastestSeconds the fastest of all
   * @param processorSeconds processor time of all threads of this process, the least of all passes;
   *     on a busy machine it says more than the clock
   * @param gini what came out
   * @param partsError |within + between + transvariation − gini| / gini
   */
  public record Result(
      long rows,
      int groups,
      double firstSeconds,
      double fastestSeconds,
      double processorSeconds,
      double gini,
      double partsError) {}

  /** What a pass came to. */
  private record Pass(double seconds, double gini, double parts) {}

  /** One pass over something. */
  private interface Course {
    Pass run();
  }

  /** Gathering, sorting and comparing in this thread, from arrays. */
  public Result kernel(int morePasses) {
    double[][] values = values();
    return passes(morePasses, () -> kernelPass(values));
  }

  /** The stage, from rows that are made as they are read, on all cores of the session. */
  public Result stage(SparkSession spark, int morePasses) {
    Column group = pmod(xxhash64(col("id")), lit(groups));
    Column value = exp(pmod(xxhash64(col("id"), lit(1)), lit(1L << 20)).divide(1 << 18));
    Dataset<Row> frame =
        spark
            .range(0, rows, 1, spark.sparkContext().defaultParallelism())
            .select(
                lit("made-up").as("measure"),
                lit("group").as("grouping"),
                lit(2000).as("year"),
                concat(lit("g"), group).as("group_value"),
                value.plus(group.divide(groups)).as("value"));
    return passes(morePasses, () -> stagePass(frame));
  }

  private Result passes(int more, Course course) {
    double before = processorSeconds();
    Pass first = course.run();
    double processor = processorSeconds() - before;
    double fastest = first.seconds();
    for (int i = 0; i < more; i++) {
      before = processorSeconds();
      fastest = Math.min(fastest, course.run().seconds());
      processor = Math.min(processor, processorSeconds() - before);
    }
    double error = Math.abs(first.parts() - first.gini()) / first.gini();
    return new Result(rows, groups, first.seconds(), fastest, processor, first.gini(), error);
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
        / 1e9;
  }

  private static Pass kernelPass(double[][] values) {
    long start = System.nanoTime();
    Sample.Builder sample = new Sample.Builder();
    for (int j = 0; j < values.length; j++) {
      sample.addAll("g" + j, values[j]);
    }
    var gini = Inequality.of(sample.build(), Inequality.EPSILONS).gini().orElseThrow();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Pass(seconds, gini.gini(), gini.within() + gini.between() + gini.transvariation());
  }

  private static Pass stagePass(Dataset<Row> frame) {
    long start = System.nanoTime();
    Row cell = InequalityStage.compare(frame).drop("groups", "pairs").first();
    double seconds = (System.nanoTime() - start) / 1e9;
    double parts =
        cell.<Double>getAs("within")
            + cell.<Double>getAs("between")
            + cell.<Double>getAs("transvariation");
    return new Pass(seconds, cell.<Double>getAs("gini"), parts);
  }

  private double[][] values() {
    double[][] out = new double[groups][];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int j = 0; j < groups; j++) {
      int shift = j;
      int size = rows / groups + (j < rows % groups ? 1 : 0);
      out[j] =
          random.doubles(size).map(u -> StrictMath.exp(4 * u) + (double) shift / groups).toArray();
    }
    return out;
  }
}
