package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableRows;
import org.renxing.model.OccupancySignal;
import org.renxing.model.TableName;
import org.renxing.model.VacancyPolicy;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;

/** Policies, areas and sums for tests. */
final class VacancyCases {
  static final double NONE = Double.NaN;

  private VacancyCases() {}

  /** Standard deviations in the order of the signals; the last one repeats. */
  static VacancyPolicy policy(double correlation, double confidence, double... sd) {
    Map<OccupancySignal, Double> map = new EnumMap<>(OccupancySignal.class);
    for (OccupancySignal signal : OccupancySignal.values()) {
      map.put(signal, sd[Math.min(signal.place(), sd.length - 1)]);
    }
    VacancyPolicy standard = VacancyPolicy.standard();
    return new VacancyPolicy(map, correlation, confidence, 20, 5, standard.classes());
  }

  /** Values of the first signals; the others are missing. */
  static PerSignal signals(double... first) {
    double[] out = new double[OccupancySignal.COUNT];
    Arrays.fill(out, NONE);
    System.arraycopy(first, 0, out, 0, first.length);
    return new PerSignal(out);
  }

  /** The sums of one area of which only signals are known. */
  static PatternSum area(long units, double... occupied) {
    PerSignal signals = signals(occupied);
    return new PatternSum(pattern(signals), 1, units, (double) units * units, NONE, signals);
  }

  /** The sums of one area with a count. */
  static PatternSum counted(long units, double occupied) {
    return new PatternSum(
        PatternSum.COUNTED, 1, units, (double) units * units, occupied, signals());
  }

  static int pattern(PerSignal signals) {
    int out = 0;
    for (int k = 0; k < OccupancySignal.COUNT; k++) {
      out |= signals.has(k) ? 1 << k : 0;
    }
    return out;
  }

  static RateEstimator configured(VacancyPolicy policy) {
    return new RateEstimator(ErrorModel.configured(policy), policy.confidence());
  }

  static RateEstimator calibrated(List<AuditedArea> areas, VacancyPolicy policy) {
    return new RateEstimator(ErrorModel.fitted(areas, policy), policy.confidence());
  }

  /** Areas that are held here, of rows of silver.occupancy_area. */
  static Records<OccupiedArea> held(Dataset<Row> areas) {
    return TableRecords.of(
            TableName.silver("occupancy_area"), OccupiedArea.COLUMNS, OccupiedArea::of)
        .of(new TableRows.Held(areas.schema(), areas.collectAsList()));
  }

  /** The figures of areas, by a key; those that Spark sums and those summed here are the same. */
  static Map<String, VacancyFigure> rates(
      Dataset<Row> areas, Calibration calibration, Function<VacancyFigure, String> key) {
    Map<String, VacancyFigure> out = new TreeMap<>();
    VacancyRates.of(OccupancySums.of(held(areas)), calibration)
        .forEach(f -> assertThat(out.put(key.apply(f), f)).isNull());
    Map<String, VacancyFigure> summedBySpark = new TreeMap<>();
    VacancyRates.of(OccupancySums.of(areas), calibration)
        .forEach(f -> summedBySpark.put(key.apply(f), f));
    assertThat(summedBySpark).hasSameSizeAs(out);
    out.forEach((k, f) -> assertSame(summedBySpark.get(k), f));
    return out;
  }

  private static void assertSame(VacancyFigure one, VacancyFigure other) {
    assertThat(one)
        .usingRecursiveComparison()
        .withComparatorForType(
            (Double a, Double b) ->
                Double.compare(a, b) == 0 || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a))
                    ? 0
                    : 1,
            Double.class)
        .isEqualTo(other);
  }
}
