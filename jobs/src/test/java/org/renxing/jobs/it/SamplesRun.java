package org.renxing.jobs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.renxing.lake.Lake;

/** The main job on the samples that come with the product, run once for all tests that read it. */
final class SamplesRun {
  private SamplesRun() {}

  /** Made once, by the first test that asks. */
  private static final class Released {
    static final Path LAKE = Path.of("target/it/samples/lake").toAbsolutePath();
    static final Launcher.Ended ENDED = run();

    private static Launcher.Ended run() {
      delete(LAKE);
      return Launcher.at(Launcher.PROJECT)
          .with("RENXING_JAVA_OPTIONS", "-Xmx2g")
          .run("nightly", "--set", "lake.path=" + LAKE);
    }
  }

  /** The lake that the run has filled. */
  static LakeView released(SparkSession spark) {
    if (Released.ENDED.exitCode() != 0) {
      throw new IllegalStateException(Released.ENDED.toString());
    }
    return new LakeView(new Lake(spark, Released.LAKE.toString()));
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
