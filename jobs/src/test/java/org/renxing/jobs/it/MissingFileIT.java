package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SparkExtension;

/** A scheduled run says what is missing, and publishes nothing where it is told to. */
@ExtendWith(SparkExtension.class)
class MissingFileIT {
  @Test
  void aQuietRunNamesTheFileAndFails(@TempDir Path folder, SparkSession spark) throws IOException {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    home.edit("conf/sources/economy.conf", c -> c.replace("economy.csv", "economy*.csv"));
    Files.delete(folder.resolve(MiniHome.ECONOMY));
    home.put("in/economy-more.csv", "code,year,gdp,savings,patents\n130300,2021,1,2,3\n");
    Launcher.Ended ended = home.launcher().run("nightly", "--quiet", "--fail-on-missing");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    String missing = "source economy: file economy.csv is no longer there";
    assertThat(ended.err())
        .contains("renxing: warning: MISSING_FILE: " + missing)
        .contains("renxing: exit 1 (SOURCE_CONTRACT): nothing is published")
        .contains("bin/renxing forget economy economy.csv")
        .doesNotContain("bronze.economy");
    assertThat(LakeView.of(spark, home).release().id()).startsWith("r00001-");
  }
}
