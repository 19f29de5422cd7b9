package org.renxing.jobs.it;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.renxing.lake.Lake;

/** The main job on the samples that come with the product, run once for all tests that read it. */
final class SamplesRun {
  /** A system property: a lake that such a run has filled before, for quick runs of one test. */
  private static final String READY = "renxing.samples.lake";

  private SamplesRun() {}

  /** Made once, by the first test that asks. */
  private static final class Released {
    static final Path LAKE =
        Path.of(System.getProperty(READY, "target/it/samples/lake")).toAbsolutePath();
    static final Launcher.Ended ENDED = run();

    private static Launcher.Ended run() {
      if (System.getProperty(READY) != null) {
        return new Launcher.Ended(0, "", "");
      }
      MiniHome.delete(LAKE);
      return Launcher.at(Launcher.PROJECT)
          .with("RENXING_JAVA_OPTIONS", "-Xmx2g")
          .run("nightly", "--set", "lake.path=" + LAKE);
    }
  }

  /** How the run ended. */
  static Launcher.Ended ended() {
    return Released.ENDED;
  }

  /** The lake that the run has filled. */
  static LakeView released(SparkSession spark) {
    return new LakeView(new Lake(spark, filled().toString()));
  }

  /** A copy of that lake, to be changed. */
  static void copyTo(Path folder) {
    MiniHome.copy(filled(), folder);
  }

  private static Path filled() {
    if (Released.ENDED.exitCode() != 0) {
      throw new IllegalStateException(Released.ENDED.toString());
    }
    return Released.LAKE;
  }
}
