package org.renxing.jobs.bench;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;
import org.renxing.run.Kept;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupancySums;
import org.renxing.vacancy.VacancyRates;

/**
 * Times vacancy rates of simulated areas, with their calibration, against a plain aggregate of the
 * same columns of the same Parquet files, in turn.
 */
public final class RemoteBenchmark {
  private static final double MEGABYTE = 1 << 20;

  private final SparkSession spark;
  private final Path data;

  /**
   * Over files that are there.
   *
   * @param data a folder of {@link org.renxing.jobs.simulate.RemoteWriter}
   */
  public RemoteBenchmark(SparkSession spark, Path data) {
    this.spark = spark;
    this.data = data;
  }

  /**
   * Figures of passes over the same files.
   *
   * @param seconds of vacancy rates, one a pass
   * @param plainSeconds of the plain aggregate
   * @param ratio of the medians
   * @param processorRatio of the least processor times of this process; on a busy machine it says
   *     more than the clock
   * @param peakMegabytes most heap that was taken in a pass of ours, garbage included
   * @param plainPeakMegabytes the same of the plain aggregate
   * @param audits audited areas of housing
   * @param heldShare share of units and years of which the interval at 0.95 holds the true rate of
   *     housing; they share one calibration, so that in one run they tend to hold or fail together
   * @param meanError mean absolute error of those rates
   */
  public record Result(
      long rows,
      List<Double> seconds,
      List<Double> plainSeconds,
      double ratio,
      double processorRatio,
      double peakMegabytes,
      double plainPeakMegabytes,
      int audits,
      double heldShare,
      double meanError) {

    public Result {
      seconds = List.copyOf(seconds);
      plainSeconds = List.copyOf(plainSeconds);
    }
  }

  /** What a pass took. */
  private record Pass(double seconds, double processor, double megabytes) {}

  /** Passes in turn after one of each that does not count. */
  public Result run(int times) {
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    double peak = 0;
    double plainPeak = 0;
    double processor = Double.MAX_VALUE;
    double plainProcessor = Double.MAX_VALUE;
    pass(this::plain);
    pass(this::rates);
    for (int i = 0; i < times; i++) {
      Pass first = pass(this::plain);
      Pass second = pass(this::rates);
      plain.add(first.seconds());
      ours.add(second.seconds());
      plainProcessor = Math.min(plainProcessor, first.processor());
      processor = Math.min(processor, second.processor());
      plainPeak = Math.max(plainPeak, first.megabytes());
      peak = Math.max(peak, second.megabytes());
    }
    double ratio = FloorBenchmark.median(ours) / FloorBenchmark.median(plain);
    Calibration calibration;
    Row check;
    try (Kept sums = Kept.of(OccupancySums.of(areas()))) {
      calibration = Calibration.of(sums.rows(), VacancyPolicy.standard());
      check = check(VacancyRates.of(sums.rows(), calibration));
    }
    return new Result(
        areas().count(),
        ours,
        plain,
        ratio,
        processor / plainProcessor,
        peak,
        plainPeak,
        calibration.reports().get(0).audited(),
        check.getDouble(0),
        check.getDouble(1));
  }

  private Dataset<Row> areas() {
    return spark.read().parquet(data.resolve("areas").toString());
  }

  private int rates() {
    try (Kept sums = Kept.of(OccupancySums.of(areas()))) {
      Calibration calibration = Calibration.of(sums.rows(), VacancyPolicy.standard());
      return VacancyRates.of(sums.rows(), calibration).collectAsList().size();
    }
  }

  private int plain() {
    List<Column> sums = new ArrayList<>();
    sums.add(sum("units_total"));
    sums.add(sum("units_occupied"));
    OccupancySignal.columns().forEach(name -> sums.add(sum(name)));
    sums.add(sum("audit_units"));
    sums.add(sum("audit_occupied"));
    sums.add(count("area_id"));
    return areas()
        .groupBy("unit_id", "year", "zone", "use")
        .agg(count(lit(1)), sums.toArray(Column[]::new))
        .collectAsList()
        .size();
  }

  private Row check(Dataset<Row> rates) {
    Dataset<Row> truth =
        spark
            .read()
            .parquet(data.resolve("truth").toString())
            .where("use = 'housing' and zone = 'all'")
            .select(col("unit_id").as("u"), col("year").as("y"), col("vacancy_rate").as("truth"));
    Column isHeld = col("truth").between(col("lower"), col("upper"));
    return rates
        .where("use = 'housing' and zone = 'all'")
        .join(truth, col("unit_id").equalTo(col("u")).and(col("year").equalTo(col("y"))))
        .agg(
            avg(when(isHeld, 1.0).otherwise(0.0)),
            avg(org.apache.spark.sql.functions.abs(col("truth").minus(col("vacancy_rate")))))
        .first();
  }

  private static Pass pass(IntSupplier work) {
    System.gc();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    double before = processorSeconds();
    long start = System.nanoTime();
    int rows = work.getAsInt();
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = processorSeconds() - before;
    if (rows == 0) {
      throw new IllegalStateException("bench remote: no rows");
    }
    double used = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Pass(seconds, processor, used / MEGABYTE);
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
        / 1e9;
  }
}
