package org.renxing.jobs.bench;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupancySums;
import org.renxing.vacancy.VacancyFigure;
import org.renxing.vacancy.VacancyRates;

/**
 * Times the aggregation of simulated areas to sums, and all from areas to vacancy rates with their
 * calibration and intervals, against a plain aggregate of the same columns of the same Parquet
 * files, in turn.
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
   * @param seconds of the aggregation to sums by unit, year, zone, use and pattern of signals; one
   *     a pass
   * @param ratesSeconds of all: the calibration with its cross-validation, the aggregation, and
   *     rates with intervals
   * @param plainSeconds of the plain aggregate, by unit, year, zone and use
   * @param ratio of the medians of aggregation and plain aggregate
   * @param processorRatio of their least processor times of this process; on a busy machine it says
   *     more than the clock
   * @param ratesRatio of the medians of all and plain aggregate
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
      List<Double> ratesSeconds,
      List<Double> plainSeconds,
      double ratio,
      double processorRatio,
      double ratesRatio,
      double peakMegabytes,
      double plainPeakMegabytes,
      int audits,
      double heldShare,
      double meanError) {

    public Result {
      seconds = List.copyOf(seconds);
      ratesSeconds = List.copyOf(ratesSeconds);
      plainSeconds = List.copyOf(plainSeconds);
    }
  }

  /** What a pass took. */
  private record Pass(double seconds, double processor, double megabytes) {}

  /** Passes of the same work. */
  private static final class Passes {
    private final IntSupplier work;
    private final List<Pass> done = new ArrayList<>();

    private Passes(IntSupplier work) {
      this.work = work;
      pass(work); // does not count
    }

    private void again() {
      done.add(pass(work));
    }

    private List<Double> seconds() {
      return done.stream().map(Pass::seconds).toList();
    }

    private double processor() {
      return done.stream().mapToDouble(Pass::processor).min().orElseThrow();
    }

    private double megabytes() {
      return done.stream().mapToDouble(Pass::megabytes).max().orElseThrow();
    }

    private double over(Passes other) {
      return ColdRun.median(seconds()) / ColdRun.median(other.seconds());
    }
  }

  /** Passes in turn after one of each that does not count. */
  public Result run(int times) {
    Passes plain = new Passes(this::plain);
    Passes sums = new Passes(this::sums);
    Passes rates = new Passes(this::rates);
    for (int i = 0; i < times; i++) {
      plain.again();
      sums.again();
      rates.again();
    }
    Calibration calibration =
        Calibration.of(OccupancySums.audited(areas()), VacancyPolicy.standard());
    List<VacancyFigure> figures = VacancyRates.of(OccupancySums.of(areas()), calibration);
    Map<String, Double> truth = truth();
    List<VacancyFigure> known =
        figures.stream().filter(rate -> truth.containsKey(key(rate))).toList();
    return new Result(
        areas().count(),
        sums.seconds(),
        rates.seconds(),
        plain.seconds(),
        sums.over(plain),
        sums.processor() / plain.processor(),
        rates.over(plain),
        Math.max(sums.megabytes(), rates.megabytes()),
        plain.megabytes(),
        calibration.reports().get(0).audited(),
        mean(known, rate -> isBetween(truth.get(key(rate)), rate) ? 1 : 0),
        mean(known, rate -> Math.abs(truth.get(key(rate)) - rate.rate())));
  }

  private Dataset<Row> areas() {
    return spark.read().parquet(data.resolve("areas").toString());
  }

  private int sums() {
    return OccupancySums.rows(areas()).collectAsList().size();
  }

  private int rates() {
    Dataset<Row> areas = areas();
    Calibration calibration =
        Calibration.of(OccupancySums.audited(areas), VacancyPolicy.standard());
    return VacancyRates.of(OccupancySums.of(areas), calibration).size();
  }

  private int plain() {
    List<Column> sums = new ArrayList<>();
    sums.add(sum("units_total"));
    sums.add(sum("units_occupied"));
    OccupancySignal.columns().forEach(name -> sums.add(sum(name)));
    return areas()
        .groupBy("unit_id", "year", "zone", "use")
        .agg(count(lit(1)), sums.toArray(Column[]::new))
        .collectAsList()
        .size();
  }

  /** The true rates of housing of whole units. */
  private Map<String, Double> truth() {
    Map<String, Double> out = new HashMap<>();
    spark
        .read()
        .parquet(data.resolve("truth").toString())
        .where("use = 'housing' and zone = 'all'")
        .select("unit_id", "year", "vacancy_rate")
        .collectAsList()
        .forEach(row -> out.put("housing all " + row.get(0) + " " + row.get(1), row.getDouble(2)));
    return out;
  }

  private static String key(VacancyFigure rate) {
    return rate.use() + " " + rate.zone() + " " + rate.unit() + " " + rate.year();
  }

  private static boolean isBetween(double truth, VacancyFigure rate) {
    return truth >= rate.lower() && truth <= rate.upper();
  }

  private static double mean(List<VacancyFigure> rates, ToDoubleFunction<VacancyFigure> of) {
    return rates.stream().mapToDouble(of).average().orElse(Double.NaN);
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
