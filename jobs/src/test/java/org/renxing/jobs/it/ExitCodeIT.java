package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.lake.LakeLock;
import org.renxing.lake.ReleaseSql;
import org.renxing.testing.SparkExtension;

/** Every exit code, through the launcher, with the words that go with it. */
@ExtendWith(SparkExtension.class)
class ExitCodeIT {
  private static final int DEFECTS = 8;
  private static final String COUNT = "SELECT count(*) AS n FROM gold.index_score_unit_year";

  @Test
  void launcherRunsTheJarOfThisBuildWithoutBuilding() {
    Launcher.Ended ended = MiniHome.released().checked().launcher().run("--version");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).startsWith("renxing ");
    assertThat(ended.err()).as("the jar is newer than its sources").isEmpty();
  }

  @Test
  void zeroForRunThatPublishes() {
    Launcher.Ended ended = MiniHome.released().run();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Published release r00001-");
    assertThat(ended.lastLine()).matches("renxing: exit 0 \\(done\\): release r00001-.*");
    assertThat(ended.err()).doesNotContain("Building", "WARN", "Exception");
  }

  @Test
  void oneForTooManyDefectsAndTheLastReleaseStands(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    LakeView view = LakeView.of(spark, home);
    var before = view.contents();
    for (int i = 0; i < DEFECTS; i++) {
      home.setCell(MiniHome.ECONOMY, 3 + i, 2, "much");
    }
    assertEnd(home.launcher().run("nightly"), 1, "DATA_CHECK")
        .satisfies(
            ended ->
                assertThat(ended.err())
                    .contains("economy.csv line 3, column gdp: 'much' is not a number"));
    assertThat(view.contents()).isEqualTo(before);
    assertThat(new ReleaseSql(view.lake()).query(COUNT).first().getLong(0))
        .as("readers are answered; CrashIT asks by the command")
        .isPositive();
  }

  @Test
  void oneForSourceThatLacksColumn(@TempDir Path folder) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    home.edit(MiniHome.SOCIETY, csv -> csv.replaceFirst("beds", "bed"));
    assertEnd(home.launcher().run("nightly"), 1, "SOURCE_CONTRACT")
        .satisfies(
            ended -> assertThat(ended.lastLine()).contains("society.csv", "lacks the column beds"));
  }

  @Test
  void oneThroughSparkSubmit(@TempDir Path folder) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    home.edit(MiniHome.SOCIETY, csv -> csv.replaceFirst("beds", "bed"));
    Launcher.Ended ended =
        home.launcher()
            .with("RENXING_MASTER", "local[2]")
            .with("RENXING_SUBMIT_OPTIONS", "--driver-memory 1g")
            .run("nightly");
    assertEnd(ended, 1, "SOURCE_CONTRACT");
  }

  @Test
  void twoForUnknownKey(@TempDir Path folder) {
    MiniHome home = MiniHome.write(folder);
    home.edit("conf/sources/society.conf", text -> text.replace("unit-column", "unit-colum"));
    assertEnd(home.launcher().run("nightly"), 2, "CONFIGURATION")
        .satisfies(
            ended ->
                assertThat(ended.err())
                    .contains("conf/sources/society.conf:3: ", "did you mean 'unit-column'?"));
  }

  @Test
  void twoForBadCommandLines() {
    Launcher launcher = MiniHome.released().checked().launcher();
    assertEnd(launcher.run("nightly", "--colour"), 2, "USAGE")
        .satisfies(ended -> assertThat(ended.err()).contains("--colour"));
    assertEnd(launcher.run(), 2, "USAGE");
    assertEnd(launcher.run("nightly", "--years", "2021..2018"), 2, "CONFIGURATION")
        .satisfies(ended -> assertThat(ended.lastLine()).contains("2021..2018"));
    assertEnd(launcher.run("nightly", "--years", "lately"), 2, "CONFIGURATION")
        .satisfies(ended -> assertThat(ended.lastLine()).contains("lately"));
  }

  @Test
  void threeWhileAnotherRunHoldsTheLake(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    Launcher.Ended ended;
    try (LakeLock lock = LakeLock.take(LakeView.of(spark, home).lake(), "of-the-test")) {
      assertThat(lock.deadHolder()).isEmpty();
      ended = home.launcher().run("nightly");
    }
    assertEnd(ended, 3, "LOCKED");
    assertThat(ended.lastLine())
        .contains(home.lake() + "/_lock", "run of-the-test, pid " + ProcessHandle.current().pid());
    assertThat(tell(home, folder).run("nightly").exitCode()).isZero();
    assertThat(folder.resolve("told")).content().startsWith("done 0 r00001-");
    assertThat(folder.resolve("renxing.prom"))
        .content()
        .contains("renxing_run_exit_code{env=\"default\"} 0.0", "release=\"r00001-");
    assertThat(folder.resolve("renxing.log"))
        .content()
        .containsPattern("Z \\[\\d+] \\[ *1/\\d+] ")
        .containsPattern("Z \\[\\d+] renxing: exit 0 \\(done\\): release r00001-");
  }

  /** The launcher of a home that tells how its runs end. */
  private static Launcher tell(MiniHome home, Path folder) {
    home.edit(
        "conf/renxing.conf",
        text ->
            text
                + """
                nightly.on-end {
                  command = [sh, -c, "echo $RENXING_OUTCOME $RENXING_EXIT_CODE $RENXING_RELEASE > told"]
                  metrics-file = renxing.prom
                }
                """
                    .replace("told", folder.resolve("told").toString()));
    return home.launcher().with("RENXING_LOG", folder.resolve("renxing.log").toString());
  }

  @Test
  void fourForLakeBelowRegularFile(@TempDir Path folder) {
    MiniHome home = MiniHome.write(folder).put("file", "not a folder");
    String lake = folder.resolve("file/lake").toString();
    assertEnd(tell(home, folder).run("nightly", "--set", "lake.path=" + lake), 4, "STORAGE")
        .satisfies(ended -> assertThat(ended.lastLine()).contains(lake));
    assertThat(folder.resolve("told")).content().isEqualToIgnoringWhitespace("failed 4");
    assertThat(folder.resolve("renxing.prom"))
        .content()
        .contains("renxing_run_exit_code{env=\"default\"} 4.0")
        .doesNotContain("renxing_run_success_timestamp_seconds");
    assertThat(folder.resolve("renxing.log")).content().contains("renxing: exit 4 (STORAGE): ");
  }

  private static org.assertj.core.api.ObjectAssert<Launcher.Ended> assertEnd(
      Launcher.Ended ended, int exitCode, String code) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).contains("renxing: exit " + exitCode + " (" + code + "): ");
    assertThat(ended.err()).as("no stack trace").doesNotContain("\tat ", "  at ", "Exception");
    return assertThat(ended);
  }
}
