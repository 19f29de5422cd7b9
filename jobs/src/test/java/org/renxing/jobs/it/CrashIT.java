package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/**
 * Kill -9 in the middle of three different steps, each time in the run that was to repair the last
 * crash: readers see the last release throughout, and the run that is left alone publishes what an
 * undisturbed run in a fresh lake does.
 */
@ExtendWith(SparkExtension.class)
class CrashIT {
  private static final TableName RUN = new TableName("ops", "run");
  private static final Pattern PROGRESS = Pattern.compile("\\[ *(\\d+)/(\\d+)\\]");
  private final List<String> dead = new ArrayList<>();

  @Test
  void killedRunsLeaveTheReleaseAndTheNextRunFinishes(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.partial().checked().copyTo(folder);
    LakeView view = LakeView.of(spark, home);
    SortedMap<String, String> published = view.contents();
    killed(home, view, line -> line.contains("silver.unit_alias"), 200);
    assertThat(view.contents()).isEqualTo(published);
    killed(home, view, line -> line.contains("gold.indicator_value_unit_year"), 200);
    assertThat(view.contents()).isEqualTo(published);
    killed(home, view, CrashIT::isLastButOne, 40);
    assertThat(view.contents()).isEqualTo(published);
    Launcher.Ended sql =
        home.launcher()
            .run("sql", "--format", "csv", "SELECT count(d) AS n FROM gold.coupling_unit_year");
    assertThat(sql.exitCode()).as(sql.err()).isZero();
    assertThat(sql.out()).isEqualTo("n\n32");

    Launcher.Ended ended = home.launcher().run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Published release r00002-");
    LakeView undisturbed = LakeView.of(spark, MiniHome.released().checked());
    assertThat(view.contents()).isEqualTo(undisturbed.contents()).isNotEqualTo(published);
    for (TableName table : undisturbed.release().tables()) {
      assertThat(view.byKey(table).keySet())
          .as(table.toString())
          .isEqualTo(undisturbed.byKey(table).keySet());
      assertThat(view.releasedRows(table)).hasSameSizeAs(undisturbed.releasedRows(table));
    }
    assertThat(view.lines(RUN, "outcome", "exit_code"))
        .containsExactly(
            "done,0", "done,0", "interrupted,137", "interrupted,137", "interrupted,137");
    assertThat(view.lines(RUN, "run_id")).containsAll(dead);
  }

  /** After this line only the release is left to do. */
  private static boolean isLastButOne(String line) {
    Matcher progress = PROGRESS.matcher(line);
    return progress.lookingAt()
        && Integer.parseInt(progress.group(1)) == Integer.parseInt(progress.group(2)) - 1;
  }

  /** Starts a run and kills it a little after a line of its progress. */
  private void killed(MiniHome home, LakeView view, Predicate<String> line, long milliseconds) {
    try (Launcher.Running running = home.launcher().start("nightly")) {
      running.awaitError(line);
      Launcher.pause(milliseconds);
      running.kill();
      Launcher.Ended ended = running.end();
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(137);
      assertThat(ended.out()).doesNotContain("Published", "release");
      assertThat(ended.err()).doesNotContain("renxing: exit");
    }
    String holder = view.lake().files().read(home.lake() + "/_lock").orElseThrow();
    assertThat(holder).startsWith("run ");
    dead.add(holder.replaceFirst("run ([^,]+),.*", "$1"));
  }
}
