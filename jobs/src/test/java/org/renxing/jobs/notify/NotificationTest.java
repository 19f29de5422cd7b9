package org.renxing.jobs.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.notify.RunReport.SourceRows;
import org.renxing.model.OnEnd;

/** The hook and the figures for Prometheus, with real programs and files. */
class NotificationTest {
  private static final Instant END = Instant.parse("2026-01-02T03:04:05.250Z");

  @TempDir private Path folder;

  @Test
  void hookIsGivenFactsAndSummary() throws IOException {
    Path program =
        program(
            """
            cat > "$1/summary.json"
            echo "$RENXING_RUN|$RENXING_ENV|$RENXING_OUTCOME|$RENXING_EXIT_CODE|$RENXING_RELEASE|$RENXING_WARNINGS" > "$1/facts"
            """);
    assertThat(tell(List.of(program.toString(), folder.toString()), 60)).isEmpty();
    assertThat(folder.resolve("summary.json")).hasContent("{\"城\": 1}");
    assertThat(folder.resolve("facts")).hasContent("run-1|real|failed|4|r00007-0a|3");
  }

  @Test
  void hookThatReadsNothingIsNoProblem() throws IOException {
    assertThat(tell(List.of(program("exit 0").toString()), 60)).isEmpty();
  }

  @Test
  void hookThatFailsOrIsNotThereIsNamed() throws IOException {
    String program = program("exit 7").toString();
    assertThat(tell(List.of(program), 60))
        .containsExactly("nightly.on-end.command " + program + ": ended with exit code 7");
    String missing = folder.resolve("none").toString();
    assertThat(tell(List.of(missing), 60))
        .singleElement()
        .asString()
        .startsWith("nightly.on-end.command " + missing + ": cannot be called: ");
  }

  @Test
  void hookThatHangsIsKilledWithItsChildren() throws IOException {
    Path program = program("sleep 600 & echo $! > \"$1/child\"; wait");
    long start = System.nanoTime();
    assertThat(tell(List.of(program.toString(), folder.toString()), 1))
        .singleElement()
        .asString()
        .endsWith("had not ended after 1 s and was killed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(5));
    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive).map(this::ended))
        .satisfies(ended -> assertThat(ended.orElse(true)).isTrue());
  }

  private boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
      return true;
    } catch (java.util.concurrent.TimeoutException
        | java.util.concurrent.ExecutionException
        | InterruptedException e) {
      return false;
    }
  }

  @Test
  void figuresAreInTheTextFormOfPrometheus() throws IOException {
    Path file = folder.resolve("renxing.prom");
    Files.writeString(file, "old");
    assertThat(
            new Notification(new OnEnd(List.of(), 60, Optional.of(file.toString()))).tell(report()))
        .isEmpty();
    assertThat(Files.readAllLines(file))
        .contains(
            "# TYPE renxing_run_exit_code gauge",
            "renxing_run_exit_code{env=\"real\"} 4.0",
            "renxing_run_duration_seconds{env=\"real\"} 12.5",
            "renxing_run_warnings{env=\"real\"} 3.0",
            "renxing_run_steps{env=\"real\",status=\"unchanged\"} 90.0",
            "renxing_release_info{env=\"real\",release=\"r00007-0a\"} 1",
            "renxing_source_rows{env=\"real\",source=\"a\\\"b\"} 10.0",
            "renxing_source_rows_quarantined{env=\"real\",source=\"a\\\"b\"} 2.0")
        .anySatisfy(
            line -> assertThat(line).startsWith("renxing_run_success_timestamp_seconds{env="))
        .doesNotContain("old");
  }

  @Test
  void fileThatCannotBeWrittenIsNamed() {
    String file = folder.resolve("none/renxing.prom").toString();
    assertThat(new Notification(new OnEnd(List.of(), 60, Optional.of(file))).tell(report()))
        .containsExactly(
            "nightly.on-end.metrics-file " + file + ": must be a file in a folder that exists");
  }

  @Test
  void nothingIsWantedForWantOfKeys() {
    assertThat(new Notification(OnEnd.NOTHING).isWanted()).isFalse();
  }

  private static List<String> tell(List<String> command, int seconds) {
    Notification notification = new Notification(new OnEnd(command, seconds, Optional.empty()));
    assertThat(notification.isWanted()).isTrue();
    return notification.tell(report());
  }

  private static RunReport report() {
    return new RunReport(
        "run-1",
        "real",
        "failed",
        4,
        12.5,
        "r00007-0a",
        3,
        Map.of("run", 7, "unchanged", 90),
        Map.of("a\"b", new SourceRows(10, 2)),
        END,
        Optional.of(END),
        "{\"城\": 1}");
  }

  private Path program(String body) throws IOException {
    Path file = folder.resolve("hook");
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
