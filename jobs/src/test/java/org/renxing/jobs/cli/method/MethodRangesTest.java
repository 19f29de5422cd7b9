package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.testing.SparkExtension;

/** Scores and values outside what a method can take: refused, and the cells named. */
class MethodRangesTest {
  @TempDir private Path folder;

  @BeforeAll
  static void session() {
    assertThat(SparkExtension.session()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, -0.01",
    "1.2, 1.2",
    "-1e-8, -1.0E-8",
    "1.00000001, 1.00000001",
    "1e308, 1.0E308"
  })
  void coupledScoresOutsideTheirScaleNameTheCell(String score, String shown) throws IOException {
    Path data =
        file(
            "id,year,a,b",
            "x,2020,0.5,1",
            "y,2020,0.2,0.9",
            "y,2021," + score + ",1.5",
            "z,2020,0,1");
    for (String variant : List.of("standard", "revised")) {
      assertFails(
          1,
          coupling(data, "--variant", variant),
          data.getFileName()
              + " row 3 (y, 2021), column a: "
              + shown
              + " lies outside the scale of",
          "row 3 (y, 2021), column b: 1.5 lies outside the scale of coupled scores, from 0 to 1;");
    }
  }

  @Test
  void coupledScoresThatRoundingLeftBeyondTheEndsAreOnThem() throws IOException {
    Path data = file("id,year,a,b", "x,2020,1.0000000000001,1", "y,2020,-1e-13,0.9", "z,2020,,1");
    Shell.Result ended = coupling(data);
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.err()).contains("1 of 3 rows have no C");
    Path percent = file("id,year,a,b", "x,2020,100,50", "y,2020,20,80");
    assertThat(coupling(percent, "--scale", "100").exitCode()).isZero();
    assertFails(1, coupling(percent, "--scale", "90"), "x, 2020), column a: 100.0", "from 0 to 90");
    Path nan = file("id,year,a,b", "x,2020,NaN,1");
    assertFails(1, coupling(nan, "--missing=NA"), "column a: 'NaN' is no number");
  }

  private static Shell.Result coupling(Path data, Object... more) {
    List<Object> args = new ArrayList<>(List.of("method", "coupling", "--input", data));
    args.addAll(List.of("--id", "id", "--year", "year", "--systems", "a,b"));
    args.addAll(List.of(more));
    return Shell.run(args.toArray());
  }

  /** max − min is beyond a double: no weights of 0, and no equal ones. */
  @ParameterizedTest
  @CsvSource({
    "entropy, min-max",
    "critic, min-max",
    "critic-improved, z-score",
    "cv, none",
    "pca, rank",
    "equal, min-max"
  })
  void valuesBeyondAllRangesNameTheCell(String method, String normalisation) throws IOException {
    Path data = file("id,a,b", "x,-1e308,1", "y,1e308,3", "z,5,2");
    assertFails(
        1,
        weights(data, "--id", "id", "--method", method, "--normalise", normalisation),
        "x, column a: -1.0E308 is beyond 1.0E300",
        "y, column a: 1.0E308 is beyond 1.0E300");
    Path one = file("id,t,a,b", "x,2020,2e300,1", "y,2020,1,3", "z,2021,5,2");
    assertFails(
        1,
        weights(one, "--id", "id", "--year", "t", "--method", method),
        "x, 2020, column a: 2.0E300 is beyond 1.0E300");
  }

  @Test
  void meansBeyondADoubleNameTheColumn() throws IOException {
    Path data = file("id,a,b", "x,1e290,1", "y,3e290,3", "z,2e290,2");
    assertThat(weights(data, "--id", "id").exitCode()).isZero();
    for (String method : List.of("entropy", "cv", "critic")) {
      assertFails(
          1,
          weights(data, "--id", "id", "--method", method, "--normalise", "none"),
          "no weight of a: has values so large (1e284 and beyond)");
    }
  }

  private static Shell.Result weights(Path data, Object... more) {
    List<Object> args = new ArrayList<>(List.of("method", "weights", "--input", data));
    args.addAll(List.of(more));
    return Shell.run(args.toArray());
  }

  private Path file(String... lines) throws IOException {
    Path out = Files.createTempFile(folder, "data", ".csv");
    return Files.writeString(out, String.join("\n", lines) + "\n");
  }

  private static void assertFails(int exitCode, Shell.Result result, String... parts) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains(parts);
    assertThat(result.out()).isEmpty();
  }
}
