package org.renxing.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteSampleTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long SEED = 20250101;

  @TempDir private Path temp;

  @Test
  void theSamplesAreWhatTheSeedGives() throws IOException {
    SimulationReport report = RemoteSample.write(SEED, ROOT.resolve("conf/reference"), temp);
    assertThat(report.files()).hasSize(7 + 12);
    for (Path file : report.files()) {
      Path sample = ROOT.resolve("data-samples").resolve(temp.relativize(file));
      assertThat(Files.mismatch(file, sample)).as(sample.toString()).isEqualTo(-1L);
    }
  }

  @Test
  void theKeyNamesWhatIsPlanted() throws IOException {
    SimulationReport report = RemoteSample.write(SEED, ROOT.resolve("conf/reference"), temp);
    List<String> lines = new ArrayList<>(List.of("source,observation_id,reason_code"));
    report.defects().forEach(d -> lines.add(String.join(",", d.source(), d.column(), d.kind())));
    assertThat(Files.readAllLines(Path.of("src/test/resources/planted-remote.csv")))
        .isEqualTo(lines);
  }

  @Test
  void anotherSeedGivesOtherFigures() throws IOException {
    SimulationReport one = RemoteSample.write(SEED, ROOT.resolve("conf/reference"), temp);
    byte[] before = Files.readAllBytes(one.files().get(1));
    RemoteSample.write(SEED + 1, ROOT.resolve("conf/reference"), temp);
    assertThat(Files.readAllBytes(one.files().get(1))).isNotEqualTo(before);
  }
}
