package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SparkExtension;

/**
 * The lake's disk is full, at several moments of a run: one message and exit 4, readers see the
 * last release, and the next run with space enough gives the release of an undisturbed one. The
 * disk is a small file system in memory, which only root may mount.
 */
@ExtendWith(SparkExtension.class)
class DiskFullIT {
  private static final int SIZE = 48 << 20;

  @TempDir private Path folder;
  private MiniHome home;
  private Path lake;
  private boolean mounted;

  @BeforeEach
  void mountsTheLake() throws IOException, InterruptedException {
    home = MiniHome.partial().checked().copyTo(folder);
    lake = Path.of(home.lake());
    Path aside = folder.resolve("aside");
    Files.move(lake, aside);
    Files.createDirectory(lake);
    mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", lake.toString());
    assumeTrue(mounted, "this user may not mount a file system");
    assertThat(succeeds("cp", "-a", aside + "/.", lake.toString())).isTrue();
  }

  @AfterEach
  void unmountsIt() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(succeeds("umount", lake.toString())).isTrue();
    }
  }

  @Test
  void aFullDiskIsOneMessageAndTheNextRunFinishes(SparkSession spark) throws IOException {
    LakeView view = LakeView.of(spark, home);
    SortedMap<String, String> published = view.contents();
    for (int left : List.of(4 << 10, 48 << 10, 200 << 10)) {
      Launcher.Ended ended = runWith(left);
      assertThat(ended.exitCode()).as(left + " bytes left: " + ended.err()).isEqualTo(4);
      assertThat(ended.err()).contains("No space left on device").doesNotContain("\tat ");
      assertThat(ended.out()).doesNotContain("Published");
      assertThat(view.contents()).as(left + " bytes left").isEqualTo(published);
    }
    Launcher.Ended ended = home.launcher().run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(view.contents())
        .isEqualTo(LakeView.of(spark, MiniHome.released().checked()).contents())
        .isNotEqualTo(published);
  }

  /** Runs nightly with so many bytes left on the disk. */
  private Launcher.Ended runWith(int left) throws IOException {
    Path ballast = lake.resolve("ballast");
    try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
      byte[] block = new byte[4 << 10];
      for (long free = lake.toFile().getUsableSpace(); free > left; free -= block.length) {
        file.write(block);
      }
    }
    try {
      return home.launcher().run("nightly");
    } finally {
      Files.delete(ballast);
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      System.err.println(String.join(" ", command) + ": " + out.strip());
    }
    return exitCode == 0;
  }
}
