package org.renxing.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;

class SimulationWriterTest {
  private static final Path REFERENCE = Path.of("../conf/reference");
  private static final String ECONOMY = "city-economy/city-economy-simulated-2018-2019.csv";

  @TempDir private Path temp;

  private SimulationReport write(String folder, long seed, int cities, boolean hasDefects) {
    return SimulationWriter.write(
        new Simulation(
            seed,
            new YearRange(2018, 2019),
            cities,
            REFERENCE,
            temp.resolve(folder),
            hasDefects,
            Optional.empty()));
  }

  @Test
  void sameSeedSameBytesOtherSeedOtherBytes() throws IOException {
    SimulationReport first = write("a", 7, 20, true);
    write("b", 7, 20, true);
    write("c", 8, 20, true);
    assertThat(first.files()).hasSize(5);
    for (Path file : first.files()) {
      Path name = temp.resolve("a").relativize(file);
      assertThat(Files.mismatch(file, temp.resolve("b").resolve(name))).isEqualTo(-1L);
      assertThat(Files.mismatch(file, temp.resolve("c").resolve(name))).isNotEqualTo(-1L);
    }
  }

  /** units.csv of made-up cities has the name of the reference table. */
  @Test
  void noReferenceTableIsWrittenOver() throws IOException {
    Path reference = Files.createDirectory(temp.resolve("reference"));
    for (String name : List.of("units.csv", "resource_cities.csv", "regions.csv", "aliases.csv")) {
      Files.copy(REFERENCE.resolve(name), reference.resolve(name));
    }
    Path out = Files.createSymbolicLink(temp.resolve("link"), reference);
    YearRange years = new YearRange(2018, 2019);
    assertThatThrownBy(
            () ->
                SimulationWriter.write(
                    new Simulation(7, years, 320, reference, out, false, Optional.empty())))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll("units.csv", "is the reference table");
    assertThat(Files.mismatch(reference.resolve("units.csv"), REFERENCE.resolve("units.csv")))
        .isEqualTo(-1L);
  }

  @Test
  void aCityHasTheSameFiguresWhateverTheOthers() throws IOException {
    write("few", 7, 5, false);
    write("many", 7, 320, false);
    Set<Map<String, String>> many =
        new HashSet<>(new SampleFile(temp.resolve("many").resolve(ECONOMY)).rows());
    List<Map<String, String>> few = new SampleFile(temp.resolve("few").resolve(ECONOMY)).rows();
    assertThat(few).hasSize(10);
    assertThat(many).containsAll(few);
  }

  @Test
  void moreCitiesThanThereAreGetSyntheticUnitsInTheFormOfTheReference() throws IOException {
    SimulationReport report = write("many", 7, 320, false);
    Path units = temp.resolve("many/units.csv");
    assertThat(report.files()).contains(units);
    List<String> lines = Files.readAllLines(units);
    assertThat(lines.get(0)).isEqualTo(Files.readAllLines(REFERENCE.resolve("units.csv")).get(0));
    assertThat(lines.get(1)).startsWith("900001,900001,模拟市00001,");
    long cities =
        new SampleFile(temp.resolve("many").resolve(ECONOMY))
            .rows().stream().map(r -> r.get("行政区划代码")).distinct().count();
    assertThat(cities).isEqualTo(320);
    assertThat(report.defects()).isEmpty();
  }

  @Test
  void plantedDefectsStandWhereTheReportSaysAndNowhereElse() throws IOException {
    SimulationReport report = write("bad", 7, 40, true);
    write("good", 7, 40, false);
    assertThat(report.defects()).extracting(PlantedDefect::kind).contains("zero-denominator");
    Set<String> bad = new HashSet<>();
    for (PlantedDefect defect : report.defects()) {
      bad.add(defect.file() + ":" + defect.line());
    }
    for (Path file : report.files()) {
      String name = temp.resolve("bad").relativize(file).toString();
      Map<String, String> good = new SampleFile(temp.resolve("good").resolve(name)).lines(name);
      new SampleFile(file)
          .lines(name)
          .forEach(
              (place, line) -> {
                boolean isSame = line.equals(good.get(place));
                boolean isOriginalOfPair =
                    isSame && report.defects().stream().anyMatch(conflictAt(place));
                assertThat(bad.contains(place)).as(place).isEqualTo(!isSame || isOriginalOfPair);
              });
    }
  }

  @Test
  void everyRowIsMarkedAsSimulatedAndSharesStayInBounds() {
    SimulationReport report = write("out", 7, Simulation.ALL_REAL, false);
    assertThat(report.files()).hasSize(5);
    for (Path file : report.files()) {
      assertThat(new SampleFile(file).rows()).as(file.toString()).isNotEmpty();
      for (Map<String, String> row : new SampleFile(file).rows()) {
        assertThat(row.get(Sheet.REMARK)).as(row.toString()).isEqualTo(Sheet.SIMULATED);
        if (row.containsKey("地区生产总值(亿元)")) {
          assertShare(row, "第三产业增加值(亿元)", "地区生产总值(亿元)");
          assertShare(row, "科学技术支出(万元)", "一般公共预算支出(万元)");
        } else if (row.containsKey("urban population (persons)")) {
          assertShare(row, "urban population (persons)", "resident population (persons)");
        } else if (row.getOrDefault("item", "").endsWith("(%)") && !row.get("value").equals("NA")) {
          assertThat(Double.parseDouble(row.get("value"))).isBetween(0.0, 100.0);
        }
      }
    }
  }

  @Test
  void namesThatClashAreReplacedByCodes() {
    write("out", 7, Simulation.ALL_REAL, false);
    List<String> keys =
        new SampleFile(temp.resolve("out/city-digital/city-digital-simulated-2018-2019.txt"))
            .rows().stream().map(r -> r.get("city")).toList();
    assertThat(keys).contains("Hangzhou", "320500", "341300", "220200");
    assertThat(keys).doesNotContain("Suzhou", "Jilin");
  }

  @Test
  void refusesAFolderInWhichTheSourceWouldReadAnotherFile() {
    write("out", 7, 5, false);
    Simulation other =
        new Simulation(
            7, YearRange.parse("2020"), 5, REFERENCE, temp.resolve("out"), false, Optional.empty());
    assertThatThrownBy(() -> SimulationWriter.write(other))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("2018-2019.csv is there already");
  }

  @Test
  void earlierYearsHoldTheResourceCitiesAloneUnderTheCodesOfTheYear() throws IOException {
    Simulation both =
        new Simulation(
            7,
            new YearRange(2012, 2012),
            3,
            REFERENCE,
            temp.resolve("out"),
            true,
            Optional.of(new YearRange(2010, 2011)));
    SimulationReport report = SimulationWriter.write(both);
    assertThat(report.files()).hasSize(13);
    assertThat(report.defects())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.file()).contains("2012-2012"));
    List<Map<String, String>> early =
        new SampleFile(temp.resolve("out/city-economy/city-economy-simulated-2010-2011.csv"))
            .rows();
    assertThat(early).hasSize(60);
    assertThat(early.stream().map(r -> r.get("行政区划代码")).distinct())
        .hasSize(31)
        .contains("522400", "520500", "130200");
    assertThat(early).allSatisfy(r -> assertThat(r).containsEntry(Sheet.REMARK, "simulated"));
    // again over its own files; a city has the same figures whatever else is asked for
    byte[] bytes = Files.readAllBytes(report.files().get(4));
    assertThat(Files.readAllBytes(SimulationWriter.write(both).files().get(4))).isEqualTo(bytes);
    assertThatThrownBy(
            () ->
                new Simulation(
                    7,
                    new YearRange(2012, 2013),
                    3,
                    REFERENCE,
                    temp,
                    true,
                    Optional.of(new YearRange(2010, 2012))))
        .hasMessageContaining("--resource-years 2010..2012");
  }

  @Test
  void saysWhatIsWrongWithParametersAndReference() {
    assertThatThrownBy(() -> write("out", 7, -1, false))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("--cities -1");
    YearRange census = YearRange.parse("2010..2020 by 10");
    assertThatThrownBy(() -> new Simulation(7, census, 5, REFERENCE, temp, false, Optional.empty()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("--years 2010..2020 by 10: samples have every year");
    Simulation nowhere =
        new Simulation(
            7, YearRange.parse("2020"), 5, temp.resolve("none"), temp, false, Optional.empty());
    assertThatThrownBy(() -> SimulationWriter.write(nowhere))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("units.csv");
  }

  private static java.util.function.Predicate<PlantedDefect> conflictAt(String place) {
    return d -> d.kind().equals("conflicting-duplicate") && place.equals(d.file() + ":" + d.line());
  }

  private static void assertShare(Map<String, String> row, String part, String whole) {
    String a = row.get(part);
    String b = row.get(whole);
    if (!Set.of("", "NA", "…", "—").contains(a) && !Set.of("", "NA", "…", "—").contains(b)) {
      assertThat(Double.parseDouble(a)).isBetween(0.0, Double.parseDouble(b));
    }
  }
}
