package org.renxing.jobs.notify;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.renxing.jobs.notify.RunReport.SourceRows;
import org.renxing.jobs.output.OutputFile;

/**
 * Figures of the last run in the text form of Prometheus, for the textfile collector of its node
 * exporter. Each has the label {@code env}, so that the files of several environments may lie in
 * one folder.
 */
final class Metrics {
  private Metrics() {}

  /** Replaces the file in one step, as the collector asks for. */
  static void write(RunReport report, Path file) {
    OutputFile.of("nightly.on-end.metrics-file " + file, file)
        .write(
            out -> {
              PrometheusTextFormatWriter.create().write(out, of(report));
              return file;
            });
  }

  private static MetricSnapshots of(RunReport report) {
    Labels env = Labels.of("env", report.env());
    MetricSnapshots.Builder out =
        MetricSnapshots.builder()
            .metricSnapshot(
                gauge(
                    "renxing_run_end_timestamp_seconds",
                    "When the last run ended.",
                    env,
                    seconds(report.endedAt())))
            .metricSnapshot(
                gauge(
                    "renxing_run_exit_code",
                    "Exit code of the last run; 0 where it ended well.",
                    env,
                    report.exitCode()))
            .metricSnapshot(
                gauge(
                    "renxing_run_duration_seconds",
                    "How long the last run took.",
                    env,
                    report.seconds()))
            .metricSnapshot(
                gauge("renxing_run_warnings", "Warnings of the last run.", env, report.warnings()))
            .metricSnapshot(
                gauges(
                    "renxing_run_steps",
                    "Steps of the last run: run, or unchanged and skipped.",
                    "status",
                    env,
                    report.steps(),
                    Integer::doubleValue));
    if (!report.release().isEmpty()) {
      out.metricSnapshot(
          InfoSnapshot.builder()
              .name("renxing_release")
              .help("The release that readers see.")
              .dataPoint(
                  InfoDataPointSnapshot.builder()
                      .labels(env.add("release", report.release()))
                      .build())
              .build());
    }
    addSources(report, env, out);
    report
        .lastDone()
        .ifPresent(
            done ->
                out.metricSnapshot(
                    gauge(
                        "renxing_run_success_timestamp_seconds",
                        "When a run last ended well.",
                        env,
                        seconds(done))));
    return out.build();
  }

  private static void addSources(RunReport report, Labels env, MetricSnapshots.Builder out) {
    if (!report.sources().isEmpty()) {
      out.metricSnapshot(
              gauges(
                  "renxing_source_rows",
                  "Rows of a source that came in.",
                  "source",
                  env,
                  report.sources(),
                  SourceRows::in))
          .metricSnapshot(
              gauges(
                  "renxing_source_rows_quarantined",
                  "Rows of a source that were set aside.",
                  "source",
                  env,
                  report.sources(),
                  SourceRows::quarantined));
    }
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }

  private static GaugeSnapshot gauge(String name, String help, Labels labels, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build())
        .build();
  }

  private static <T> GaugeSnapshot gauges(
      String name,
      String help,
      String label,
      Labels labels,
      Map<String, T> values,
      ToDoubleFunction<T> value) {
    GaugeSnapshot.Builder out = GaugeSnapshot.builder().name(name).help(help);
    new TreeMap<>(values)
        .forEach(
            (key, each) ->
                out.dataPoint(
                    GaugeDataPointSnapshot.builder()
                        .labels(labels.add(label, key))
                        .value(value.applyAsDouble(each))
                        .build()));
    return out.build();
  }
}
