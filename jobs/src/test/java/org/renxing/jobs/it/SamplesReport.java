package org.renxing.jobs.it;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.output.OutputFolder;
import org.renxing.jobs.report.OwnSettings;
import org.renxing.jobs.report.Report;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;

/** The report of the samples, written once for all tests that read it. */
final class SamplesReport {
  static final List<String> SCENARIOS = List.of("digital-coupling", "resource-resilience");

  private static Optional<SamplesReport> made = Optional.empty();

  private final Lake lake;
  private final Path folder;
  private final Report.Written written;

  private SamplesReport(Lake lake) {
    this.lake = lake;
    this.folder = Path.of("target/it/report").toAbsolutePath();
    MiniHome.delete(folder);
    try (DuckEngine engine = engine()) {
      this.written =
          new Report(engine, release(), Optional.empty(), SCENARIOS)
              .named(OwnSettings.load())
              .write(OutputFolder.of("report", folder), Optional.empty());
    }
  }

  /** The report. */
  static synchronized SamplesReport of(SparkSession spark) {
    if (made.isEmpty()) {
      made = Optional.of(new SamplesReport(SamplesRun.released(spark).lake()));
    }
    return made.get();
  }

  /** The release that it shows. */
  Releases.Release release() {
    return new Releases(lake).requireNewest();
  }

  private DuckEngine engine() {
    return new DuckEngine(lake, Optional.of(release()));
  }

  /** Where it is; nobody writes there. */
  Path folder() {
    return folder;
  }

  Report.Written written() {
    return written;
  }

  /** What the release answers; numbers as doubles. */
  List<List<Object>> ask(String sql) {
    try (DuckEngine engine = engine()) {
      return engine.answer(
          sql,
          answer -> {
            List<List<Object>> out = new ArrayList<>();
            answer
                .rows()
                .forEachRemaining(
                    row ->
                        out.add(
                            row.stream()
                                .map(v -> v instanceof Number n ? (Object) n.doubleValue() : v)
                                .toList()));
            return out;
          });
    }
  }

  /** What the release says, with the ten significant digits of a report. */
  List<List<Object>> askShort(String sql) {
    List<List<Object>> out = new ArrayList<>();
    for (List<Object> row : ask(sql)) {
      List<Object> cells = new ArrayList<>();
      row.forEach(
          cell ->
              cells.add(
                  cell instanceof Double x
                      ? (Object) BigDecimal.valueOf(x).round(new MathContext(10)).doubleValue()
                      : cell));
      out.add(cells);
    }
    return out;
  }
}
