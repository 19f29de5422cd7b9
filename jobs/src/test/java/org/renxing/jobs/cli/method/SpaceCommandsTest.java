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
import org.renxing.testing.SharedCases;

/** hotspots, ellipse, spatial-weights and gravity from the command line. */
class SpaceCommandsTest {
  private static final String PLACES =
      """
      city,lon,lat,score,year
      Aba,110,30,9,2020
      Bol,110.5,30,8,2020
      Cem,111,30,7,2020
      Dan,113,31,1,2020
      Eme,113.5,31,2,2020
      Fus,120,40,,2020
      """;

  private static final String PAIRS =
      """
      from,to,w
      Aba,Bol,1
      Bol,Aba,1
      Bol,Cem,1
      Cem,Bol,1
      Dan,Eme,1
      Eme,Dan,1
      Eme,Zzz,1
      """;

  @TempDir private Path folder;
  private Path data;
  private Path pairs;

  @BeforeEach
  void write() throws IOException {
    data = Files.writeString(folder.resolve("cities.csv"), PLACES);
    pairs = Files.writeString(folder.resolve("pairs.csv"), PAIRS);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** G_i* of Bol: neighbours 9, 7 and itself 8; mean 5.4, sd √(10.64); by hand. */
  @Test
  void hotspots() throws IOException {
    List<Map<String, String>> rows =
        Shell.rows(folder, "hotspots --id city --value score", data, "--weights", pairs);
    assertThat(rows.get(0).keySet()).containsExactly("unit", "statistic", "z", "p_value", "reason");
    Map<String, String> bol = rows.get(1);
    double z = (24 - 3 * 5.4) / (Math.sqrt(10.64) * Math.sqrt((5 * 3 - 9) / 4.0));
    assertThat(number(bol, "z")).isCloseTo(z, within(1e-12));
    assertThat(number(bol, "statistic")).isCloseTo(24 / 27.0, within(1e-12));
    assertThat(number(bol, "p_value")).isBetween(0.05, 0.06);
    assertThat(rows.get(5)).containsEntry("reason", "MISSING").containsEntry("z", "");
  }

  @Test
  void hotspotsOfEachYearAndOfTheMap() throws IOException {
    String both = PLACES + PLACES.substring(PLACES.indexOf("Aba")).replace("2020", "2021");
    Path panel = Files.writeString(folder.resolve("panel.csv"), both);
    List<Map<String, String>> g =
        Shell.rows(
            folder,
            "hotspots --id city --year year --value score --statistic g",
            panel,
            "--weights",
            pairs);
    assertThat(g).hasSize(2);
    assertThat(g.get(0).keySet()).containsExactly("year", "statistic", "z", "p_value", "reason");
    // 2(72 + 56 + 2) over 27² − 199
    assertThat(number(g.get(0), "statistic")).isCloseTo(260 / 530.0, within(1e-12));
    List<Map<String, String>> moran =
        Shell.rows(
            folder,
            "hotspots --id city --year year --value score --statistic local-moran --seed 3",
            panel,
            "--weights",
            pairs);
    assertThat(moran).hasSize(12);
    assertThat(moran.get(0)).containsEntry("quadrant", "HH").containsEntry("year", "2020");
    assertThat(moran.get(3)).containsEntry("quadrant", "LL");
    assertThat(moran.get(6).get("pseudo_p")).isEqualTo(moran.get(0).get("pseudo_p"));
    assertThat(number(moran.get(0), "pseudo_p_two_sided"))
        .isEqualTo(Math.min(1, 2 * number(moran.get(0), "pseudo_p")));
  }

  @Test
  void islandsHaveAReason() throws IOException {
    Files.writeString(pairs, "a,b,c\nAba,Bol,2\nBol,Aba,0\n");
    List<Map<String, String>> rows =
        Shell.rows(
            folder, "hotspots --id city --value score --statistic gi", data, "--weights", pairs);
    assertThat(rows.get(0)).containsEntry("reason", "");
    assertThat(rows.get(1)).containsEntry("reason", "NO_NEIGHBOURS");
  }

  @Test
  void whatIsWrongWithWeights() throws IOException {
    assertThat(refused("a,b,c\nAba,Aba,1\n", 1)).contains("Aba is its own neighbour");
    assertThat(refused("a,b,c\nAba,Bol,1\nAba,Bol,1\n", 1)).contains("Aba, Bol is there already");
    assertThat(refused("a,b,c\nAba,Bol,x\n", 1)).contains("column c", "'x'");
    assertThat(refused("a,b,c\nAba,Bol,-1\n", 1)).contains("0 or more");
    assertThat(refused("a,b,c\nAba,Bol,\n", 1)).contains("missing");
    assertThat(refused("a,b\nAba,Bol\n", 2)).contains("three columns");
    assertThat(refused("a,b,c\nX,Y,1\n", 1)).contains("no row pairs two units");
    Shell.Result gone =
        Shell.method("hotspots --id city --value score", data, "--weights", folder.resolve("no"));
    assertThat(gone.exitCode()).isEqualTo(2);
    assertThat(gone.err()).contains("--weights");
    Shell.Result word =
        Shell.method("hotspots --id city --value score --statistic h", data, "--weights", pairs);
    assertThat(word.exitCode()).isEqualTo(2);
  }

  private String refused(String text, int exitCode) throws IOException {
    Files.writeString(pairs, text);
    Shell.Result result =
        Shell.method("hotspots --id city --value score", data, "--weights", pairs);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    return result.err();
  }

  /** The way from the weights to the hot spots of a published case. */
  @Test
  void weightsOfTheGrid() throws IOException {
    Path grid = SharedCases.file("cases/stats/getis_ord_grid_1996/data.csv");
    Path out = folder.resolve("w.csv");
    Shell.Result made =
        Shell.method(
            "spatial-weights --id id --x x --y y --rule band --reach 0.03", grid, "--output", out);
    assertThat(made.exitCode()).isZero();
    List<Map<String, String>> rows =
        Shell.rows(folder, "hotspots --id id --value val --statistic gi", grid, "--weights", out);
    Map<String, Map<String, String>> units = Shell.by(rows, "unit");
    assertThat(number(units.get("120"), "z")).isCloseTo(1.221979, within(6e-7));
    assertThat(number(units.get("1"), "z")).isCloseTo(-1.815135284854732, within(1e-8));
  }

  @Test
  void spatialWeights() throws IOException {
    String words = "spatial-weights --id city --x lon --y lat --coordinates degrees";
    List<Map<String, String>> near = Shell.rows(folder, words + " --rule knn --k 1", data);
    assertThat(near).hasSize(6);
    assertThat(near.get(5)).containsEntry("unit", "Fus").containsEntry("neighbour", "Eme");
    List<Map<String, String>> inverse =
        Shell.rows(folder, words + " --rule inverse --power 2 --reach 100", data);
    double km = 111.195 * 0.5 * Math.cos(Math.toRadians(30));
    assertThat(number(inverse.get(0), "weight")).isCloseTo(1 / (km * km), within(1e-7));
    List<Map<String, String>> economic =
        Shell.rows(folder, "spatial-weights --id city --rule economic --value score", data);
    assertThat(Shell.by(economic, "unit", "neighbour").get("Aba/Dan"))
        .containsEntry("weight", "0.125");
    assertThat(Shell.method(words + " --rule knn", data).err()).contains("needs --k");
    assertThat(Shell.method(words + " --rule band", data).exitCode()).isEqualTo(2);
    Shell.Result metres = Shell.method("spatial-weights --id city --rule knn --k 2 --x lon", data);
    assertThat(metres.err()).contains("--y");
  }

  @Test
  void ellipse() throws IOException {
    Path points =
        Files.writeString(
            folder.resolve("points.csv"),
            """
            id,x,y,w,t
            1,0,0,1,2020
            2,1000,1000,1,2020
            3,2000,2000,1,2020
            1,0,0,3,2021
            2,1000,1000,0,2021
            3,2000,2000,1,2021
            """);
    List<Map<String, String>> rows =
        Shell.rows(folder, "ellipse --id id --x x --y y --weight w --period t", points);
    assertThat(rows.get(0).keySet())
        .containsExactly(
            "period",
            "x",
            "y",
            "major",
            "minor",
            "angle_deg",
            "standard_distance",
            "shift_km",
            "n",
            "reason");
    assertThat(rows.get(0)).containsEntry("shift_km", "").containsEntry("n", "3");
    assertThat(number(rows.get(0), "angle_deg")).isCloseTo(45, within(1e-9));
    assertThat(number(rows.get(1), "shift_km")).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(rows.get(1)).containsEntry("n", "2");
    List<Map<String, String>> arcgis =
        Shell.rows(
            folder, "ellipse --id id --x x --y y --weight w --period t --form arcgis", points);
    assertThat(number(arcgis.get(0), "major"))
        .isCloseTo(Math.sqrt(2) * number(rows.get(0), "major"), within(1e-9));
    Shell.Result beyond =
        Shell.method("ellipse --id id --x x --y y --period t --coordinates degrees", points);
    assertThat(beyond.exitCode()).isEqualTo(1);
    assertThat(beyond.err()).contains("1000", "beyond 180 degrees");
  }

  @Test
  void ellipseOfAPublishedCase() throws IOException {
    Path points = SharedCases.file("cases/stats/centrography_aspace/data.csv");
    Map<String, String> row =
        Shell.rows(folder, "ellipse --id id --x x --y y --weight weight --form crimestat", points)
            .get(0);
    assertThat(number(row, "major")).isCloseTo(9062.58148697861, within(9.1e-5));
    assertThat(number(row, "angle_deg")).isCloseTo(64.78750943072605, within(1e-6));
    assertThat(number(row, "standard_distance")).isCloseTo(7061.393024358528, within(7.1e-5));
  }

  @Test
  void gravity() throws IOException {
    Path cities =
        Files.writeString(
            folder.resolve("g.csv"), "id,x,y,s\nA,0,0,3\nB,1000,0,2\nC,4000,0,4\nD,1,1,\n");
    List<Map<String, String>> rows =
        Shell.rows(folder, "gravity --id id --x x --y y --size s", cities);
    assertThat(number(rows.get(0), "out_strength")).isCloseTo(6.75, within(1e-12));
    assertThat(rows.get(1)).containsEntry("in_degree", "2");
    assertThat(rows.get(3)).containsEntry("reason", "MISSING");
  }

  /** Four units in two pairs; by hand: classes 1 to 2 below, 3 to 4 above the median. */
  @Test
  void spatialMarkov() throws IOException {
    Path panel =
        Files.writeString(
            folder.resolve("panel.csv"),
            """
            id,t,v
            a,2020,1
            b,2020,2
            c,2020,3
            d,2020,4
            a,2021,1
            b,2021,4
            c,2021,3
            d,2021,2
            """);
    Files.writeString(pairs, "a,b,c\na,b,1\nb,a,1\nc,d,1\nd,c,1\n");
    String words = "spatial-markov --id id --year t --value v --classes 2";
    Map<String, Map<String, String>> moves =
        Shell.by(Shell.rows(folder, words, panel, "--weights", pairs), "neighbours", "from", "to");
    assertThat(moves).hasSize(12);
    assertThat(moves.get("Q1/Q1/Q1")).containsEntry("count", "1");
    assertThat(moves.get("Q1/Q1/Q2")).containsEntry("probability", "0.5");
    assertThat(moves.get("Q2/Q1/Q1")).containsEntry("probability", "");
    assertThat(moves.get("all/Q2/Q1")).containsEntry("first_passage", "2.0");
    List<Map<String, String>> classes =
        Shell.rows(folder, words, panel, "--weights", pairs, "--table", "classes");
    assertThat(classes.get(0)).containsEntry("upper", "2.5").containsEntry("year", "");
    List<Map<String, String>> tests =
        Shell.rows(folder, words, panel, "--weights", pairs, "--table", "tests");
    assertThat(tests.get(0)).containsEntry("test", "LR").containsEntry("df", "0");
    Shell.Result json = Shell.method(words, panel, "--weights", pairs, "--json");
    assertThat(json.out()).contains("\"transitions\"", "\"steady_state\"");
    assertThat(Shell.method(words + " --years 2020", panel, "--weights", pairs).err())
        .contains("two years");
  }

  @Test
  void spatialMarkovOfAPublishedCase() throws IOException {
    Path wide = SharedCases.file("cases/stats/spatial_markov_us_income/data.csv");
    StringBuilder rows = new StringBuilder("id,year,income\n");
    for (Map<String, String> row : SharedCases.rows(wide)) {
      for (int year = 1929; year <= 2009; year++) {
        rows.append(row.get("id") + "," + year + "," + row.get("" + year) + "\n");
      }
    }
    Path panel = Files.writeString(folder.resolve("income.csv"), rows.toString());
    Map<String, Map<String, String>> tests =
        Shell.by(
            Shell.rows(
                folder,
                "spatial-markov --id id --year year --value income --classes 5 --relative",
                panel,
                "--weights",
                SharedCases.file("cases/stats/spatial_markov_us_income/weights.csv"),
                "--table",
                "tests"),
            "test");
    assertThat(number(tests.get("LR"), "statistic")).isCloseTo(170.65882843, within(1e-6));
    assertThat(number(tests.get("chi2"), "statistic")).isCloseTo(200.62372763, within(1e-6));
    assertThat(tests.get("chi2")).containsEntry("df", "60");
  }
}
