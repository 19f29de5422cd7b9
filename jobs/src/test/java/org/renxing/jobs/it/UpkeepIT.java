package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.lake.Releases;
import org.renxing.testing.SparkExtension;

/** Upkeep at the end of a nightly, as the command line does it. */
@ExtendWith(SparkExtension.class)
class UpkeepIT {
  private static final int GDP = 2;

  @Test
  void nightlyDoesUpkeepWhereItIsAsked(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    home.setCell(MiniHome.ECONOMY, 2, GDP, "4000");
    Launcher.Ended ended =
        home.launcher()
            .run(
                "nightly",
                "--maintain",
                "--set",
                "lake.maintain.keep=1",
                "--set",
                "lake.maintain.grace-minutes=0");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Published release r00002-");
    assertThat(ended.err()).contains("1 releases kept, 1 taken off the list");
    assertThat(ended.lastLine()).startsWith("renxing: exit 0 (done): release r00002-");
    LakeView view = LakeView.of(spark, home);
    assertThat(new Releases(view.lake()).all().keySet())
        .singleElement()
        .asString()
        .startsWith("r00002-");
    Launcher.Ended runs = home.launcher().run("runs");
    assertThat(runs.out()).contains("maintain, after nightly --env default");
  }
}
