package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The keys with which executors are started. */
class ExecutorSettingsTest {
  private static final String OPTIONS = "spark.executor.extraJavaOptions";

  @Test
  void executorsGetTheEnvironment() {
    Map<String, String> keys = new TreeMap<>();
    ExecutorSettings.complete(keys);
    assertThat(keys)
        .containsEntry("spark.plugins", "org.renxing.lake.ExecutorSettings")
        .containsEntry("spark.executorEnv.LC_ALL", "C.UTF-8")
        .hasSize(3);
    assertThat(keys.get(OPTIONS))
        .startsWith("-Dfile.encoding=UTF-8 ")
        .contains(" -Duser.language=en ", " -Duser.timezone=UTC ");
  }

  /** Of two options of one name a JVM takes the last. */
  @Test
  void whatTheOperatorGaveStaysBeforeOurs() {
    Map<String, String> keys =
        new TreeMap<>(
            Map.of(
                OPTIONS,
                "-XX:+UseSerialGC -Duser.language=ar",
                "spark.plugins",
                "org.example.Theirs",
                "spark.executorEnv.LC_ALL",
                "en_US.UTF-8"));
    ExecutorSettings.complete(keys);
    assertThat(keys.get(OPTIONS))
        .startsWith("-XX:+UseSerialGC -Duser.language=ar -Dfile.encoding=UTF-8 ")
        .contains(" -Duser.language=en ");
    assertThat(keys)
        .containsEntry("spark.plugins", "org.example.Theirs,org.renxing.lake.ExecutorSettings")
        .containsEntry("spark.executorEnv.LC_ALL", "en_US.UTF-8");
  }

  @Test
  void keysOfSparkSubmitAreTheOperators() {
    System.setProperty(OPTIONS, "-Xss8m");
    try {
      Map<String, String> keys = new TreeMap<>();
      ExecutorSettings.complete(keys);
      assertThat(keys.get(OPTIONS)).startsWith("-Xss8m -Dfile.encoding=UTF-8 ");
    } finally {
      System.clearProperty(OPTIONS);
    }
  }
}
