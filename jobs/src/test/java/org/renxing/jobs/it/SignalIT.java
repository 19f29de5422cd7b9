package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/**
 * SIGTERM and SIGINT end what is under way with a line and a code of their own, leave the release
 * as it was or whole, and no lock; the next run finishes.
 */
@ExtendWith(SparkExtension.class)
class SignalIT {
  private static final TableName RUN = new TableName("ops", "run");

  @Test
  void runsThatASignalEndsAreRecordedAndTheNextOneFinishes(@TempDir Path folder, SparkSession spark)
      throws JsonProcessingException {
    MiniHome home = MiniHome.partial().checked().copyTo(folder);
    LakeView view = LakeView.of(spark, home);
    SortedMap<String, String> published = view.contents();

    Launcher.Ended term = signalled(home, "silver.unit_alias", "TERM");
    assertEnded(term, 143, "SIGTERM");
    assertThat(view.contents()).isEqualTo(published);
    assertThat(view.lines(RUN, "outcome", "exit_code"))
        .containsExactly("done,0", "interrupted,143");
    JsonNode json = new ObjectMapper().readTree(term.out());
    assertThat(json.get("outcome").asText()).isEqualTo("interrupted");
    assertThat(json.get("exitCode").asInt()).isEqualTo(143);
    assertThat(view.lines(RUN, "run_id")).contains(json.get("runId").asText());

    // two signals, close to the release: a JVM hands them to threads, and either may be the first
    Launcher.Ended two = signalled(home, "gold.indicator_value_unit_year", "INT", "TERM");
    boolean interrupted = two.exitCode() == 130;
    assertEnded(two, interrupted ? 130 : 143, interrupted ? "SIGINT" : "SIGTERM");
    assertThat(view.lines(RUN, "outcome", "exit_code"))
        .containsExactlyInAnyOrder("done,0", "interrupted," + two.exitCode(), "interrupted,143");

    Launcher.Ended ended = home.launcher().run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    LakeView undisturbed = LakeView.of(spark, MiniHome.released().checked());
    assertThat(view.contents()).isEqualTo(undisturbed.contents()).isNotEqualTo(published);
    assertThat(view.lines(RUN, "outcome", "exit_code"))
        .as("none is written a second time")
        .containsExactlyInAnyOrder(
            "done,0", "done,0", "interrupted," + two.exitCode(), "interrupted,143");
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "spark"})
  void aQueryEndsAtOnce(String engine) {
    MiniHome home = MiniHome.released().checked();
    String sql = "SELECT count(*) FROM range(1000000000000000) AS t(id) WHERE id % 7 = 8";
    try (Launcher.Running running = home.launcher().start("sql", "--engine", engine, sql)) {
      Launcher.pause(4000);
      running.signal("TERM");
      Launcher.Ended ended = running.end();
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(143);
      assertThat(ended.err()).isEqualTo("renxing: exit 143 (INTERRUPTED): ended by SIGTERM");
      assertThat(ended.out()).isEmpty();
    }
  }

  /** Starts a run and sends it signals once it has come to a step. */
  private static Launcher.Ended signalled(MiniHome home, String step, String... signals) {
    try (Launcher.Running running = home.launcher().start("nightly", "--json")) {
      running.awaitError(line -> line.contains(step));
      for (String signal : signals) {
        running.signal(signal);
      }
      return running.end();
    }
  }

  private static void assertEnded(Launcher.Ended ended, int exitCode, String signal) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.lastLine())
        .startsWith("renxing: exit " + exitCode + " (INTERRUPTED): ended by " + signal + " when ");
    assertThat(ended.err().lines().filter(line -> !line.startsWith("[")).toList())
        .as("progress and the last line")
        .isEqualTo(List.of(ended.lastLine()));
    assertThat(ended.err()).doesNotContain("defect of the product", "Exception");
  }
}
