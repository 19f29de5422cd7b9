package org.renxing.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.intake.ReferenceFile;

/** The committed samples are what the documented seed gives, byte for byte when unpacked. */
class SampleFilesTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @Test
  void committedSamplesAreWhatTheSeedGives(@TempDir Path out) throws IOException {
    SimulationReport report =
        SimulationWriter.write(Simulation.sample(HOME.resolve("conf/reference"), out));
    assertThat(report.files()).hasSize(13);
    for (Path file : report.files()) {
      Path committed = HOME.resolve("data-samples").resolve(out.relativize(file));
      assertThat(committed).as("run simulate again, or take the change back").exists();
      assertThat(new SampleFile(committed).content().equals(new SampleFile(file).content()))
          .as(committed.toString())
          .isTrue();
    }
    assertThat(Files.readString(HOME.resolve("data-samples/README.md")))
        .contains(Long.toString(Simulation.SAMPLE_SEED));
  }

  @Test
  void keyFileListsWhatIsPlanted(@TempDir Path out) {
    SimulationReport report =
        SimulationWriter.write(Simulation.sample(HOME.resolve("conf/reference"), out));
    List<PlantedDefect> key =
        ReferenceFile.read(Path.of("src/test/resources/planted-defects.csv")).rows().stream()
            .map(
                r ->
                    new PlantedDefect(
                        r.text("source"),
                        r.text("file"),
                        Integer.parseInt(r.text("line")),
                        r.text("column"),
                        r.text("kind"),
                        r.text("expected")))
            .toList();
    assertThat(report.defects()).isEqualTo(key);
  }

  @Test
  void samplesStaySmall() throws IOException {
    long bytes = 0;
    try (var files = Files.walk(HOME.resolve("data-samples"))) {
      for (Path file : files.filter(f -> f.toString().contains("-simulated-")).toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isBetween(1_000_000L, 4_500_000L);
  }
}
