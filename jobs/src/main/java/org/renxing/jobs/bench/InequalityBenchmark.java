package org.renxing.jobs.bench;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.inequality.GiniParts;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.Sample;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;

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

  /** What was computed. */
  private record Found(double gini, double parts) implements Serializable {}

  /** Values of a group. */
  private static final class Group implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final double[] values;

    Group(String name, double[] values) {
      this.name = name;
      this.values = values;
    }
  }

  /** One pass over something. */
  private interface Course {
    Pass run();
  }

  /** Gathering, sorting and comparing in this thread, from arrays. */
  public Result kernel(int morePasses) {
    List<Group> made =
        IntStream.range(0, groups)
            .mapToObj(j -> new Group("g" + j, values(j, rows, groups)))
            .toList();
    return passes(morePasses, () -> kernelPass(made));
  }

  /** The stage, from values that are made as they are read, on all cores of the session. */
  public Result stage(SparkSession spark, int morePasses) {
    Dataset<Row> all =
        spark.range(0, groups, 1, spark.sparkContext().defaultParallelism()).toDF("id");
    int size = rows;
    int count = groups;
    Records<Group> made =
        SparkRecords.<Long>of(
                all,
                part -> {
                  List<Long> out = new ArrayList<>();
                  part.forEachRemaining(row -> out.add(row.getLong(0)));
                  return out.iterator();
                })
            .map(j -> new Group("g" + j, values(j.intValue(), size, count)));
    return passes(morePasses, () -> stagePass(made));
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

  private static Pass kernelPass(List<Group> groups) {
    long start = System.nanoTime();
    Found found = found(groups);
    return new Pass((System.nanoTime() - start) / 1e9, found.gini(), found.parts());
  }

  private static Pass stagePass(Records<Group> groups) {
    long start = System.nanoTime();
    Found found =
        groups
            .groupedBy(group -> "made-up", (key, all) -> List.of(found(all)).iterator())
            .list()
            .get(0);
    return new Pass((System.nanoTime() - start) / 1e9, found.gini(), found.parts());
  }

  private static Found found(List<Group> groups) {
    Sample.Builder sample = new Sample.Builder();
    groups.forEach(group -> sample.addAll(group.name, group.values));
    GiniParts gini = Inequality.of(sample.build(), Inequality.EPSILONS).gini().orElseThrow();
    return new Found(gini.gini(), gini.within() + gini.between() + gini.transvariation());
  }

  private static double[] values(int group, int rows, int groups) {
    int size = rows / groups + (group < rows % groups ? 1 : 0);
    return new SplittableRandom(SEED + group)
        .doubles(size)
        .map(u -> StrictMath.exp(4 * u) + (double) group / groups)
        .toArray();
  }
}
