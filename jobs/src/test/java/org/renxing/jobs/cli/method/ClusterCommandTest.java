package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.testing.SharedCases;

class ClusterCommandTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data =
        Files.writeString(
            folder.resolve("cities.csv"),
            """
            city,gdp,green,name
            Aba,10,1,a
            Bol,11,1.2,b
            Cem,30,5,c
            Dan,31,5.5,d
            Eme,,3,e
            Fus,29,5.2,f
            Gil,9,1.4,g
            """);
  }

  /** The worked example of docs/methods/types.md. */
  @Test
  void example() throws IOException {
    Path out = folder.resolve("types.csv");
    Shell.Result result =
        Shell.method(
            "cluster --id city --columns gdp,green --method kmeans --k 2 --scale none",
            data,
            "--output",
            out);
    assertThat(result.exitCode()).isZero();
    // 2 + 2 of gdp, 0.08 + 0.126667 of green
    assertThat(result.out()).startsWith("total within sum of squares 4.2066");
    List<Map<String, String>> rows = SharedCases.rows(out);
    assertThat(rows.get(0).keySet()).containsExactly("unit", "cluster", "silhouette", "reason");
    assertThat(rows.stream().map(r -> r.get("cluster")))
        .containsExactly("1", "1", "2", "2", "", "2", "1");
    assertThat(rows.get(4)).containsEntry("reason", "MISSING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kmeans",
        "bisecting",
        "gmm --shape tied",
        "ward",
        "average",
        "complete",
        "single"
      })
  void methodsAgreeOnClearGroups(String method) throws IOException {
    List<Map<String, String>> rows =
        Shell.rows(folder, "cluster --id city --columns gdp,green --k 2 --method " + method, data);
    assertThat(rows.stream().map(r -> r.get("cluster")))
        .containsExactly("1", "1", "2", "2", "", "2", "1");
    assertThat(Double.parseDouble(rows.get(0).get("silhouette"))).isBetween(0.8, 1.0);
  }

  @Test
  void ordersAndReasons() throws IOException {
    Shell.Result lacking =
        Shell.method("cluster --id city --columns green --order gdp --k 2", data);
    // Eme has a value of green, and none of the column that numbers clusters
    assertThat(lacking.exitCode()).isEqualTo(1);
    assertThat(lacking.err()).contains("--order gdp");
    Path signs = Files.writeString(folder.resolve("signs.csv"), "id,a,b\nx,1,9\ny,1.1,8\nz,5,2\n");
    List<Map<String, String>> rows =
        Shell.rows(folder, "cluster --id id --columns a --order b --k 2", signs);
    assertThat(rows.stream().map(r -> r.get("cluster"))).containsExactly("2", "2", "1");
  }

  @Test
  void usArrests() throws IOException {
    Path arrests = SharedCases.file("cases/stats/clustering_usarrests/data.csv");
    Path out = folder.resolve("types.csv");
    Shell.Result result =
        Shell.method("cluster --id state --method kmeans --k 4", arrests, "--output", out);
    String sum = result.out().split(" ", -1)[5].replace(",", "");
    assertThat(Double.parseDouble(sum)).isCloseTo(56.4031734582928, within(1e-6));
  }

  @Test
  void standardOutputIsForTheTable() {
    Shell.Result csv = Shell.method("cluster --id city --k 2 --output -", data);
    assertThat(csv.out()).startsWith("unit,cluster").doesNotContain("total within");
    assertThat(csv.err()).contains("total within sum of squares");
    Shell.Result table = Shell.method("cluster --id city --k 2", data);
    assertThat(table.out()).contains("total within sum of squares");
  }

  @Test
  void whatIsWrong() {
    Shell.Result many = Shell.method("cluster --id city --columns gdp --k 7", data);
    assertThat(many.exitCode()).isEqualTo(1);
    assertThat(many.err()).contains("7 clusters of 6 different rows");
    assertThat(Shell.method("cluster --id city --k 2 --method x", data).exitCode()).isEqualTo(2);
    assertThat(Shell.method("cluster --id city --columns name --k 2", data).exitCode())
        .isEqualTo(1);
    assertThat(Shell.method("cluster --id city --k 2 --starts 0", data).exitCode()).isEqualTo(2);
  }
}
