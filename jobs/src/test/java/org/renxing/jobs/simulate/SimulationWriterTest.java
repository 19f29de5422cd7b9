package org.renxing.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
    for (Path file : first.files()) {
      Path name = temp.resolve("a").relativize(file);
      assertThat(Files.mismatch(file, temp.resolve("b").resolve(name))).isEqualTo(-1L);
      assertThat(Files.mismatch(file, temp.resolve("c").resolve(name))).isNotEqualTo(-1L);
    }
  }

  @Test
  void aCityHasTheSameFiguresWhateverTheOthers() throws IOException {
    write("few", 7, 5, false);
    write("many", 7, 320, false);
    Set<String> many = new HashSet<>(Files.readAllLines(temp.resolve("many").resolve(ECONOMY)));
    List<String> few = Files.readAllLines(temp.resolve("few").resolve(ECONOMY));
    assertThat(few).hasSize(11);
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
        CsvTable.read(temp.resolve("many").resolve(ECONOMY), "行政区划代码").stream()
            .map(r -> r.getField("行政区划代码"))
            .distinct()
            .count();
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
      List<String> good = Files.readAllLines(temp.resolve("good").resolve(name));
      List<String> lines = Files.readAllLines(file);
      for (int line = 1; line <= lines.size(); line++) {
        boolean isSame = line <= good.size() && lines.get(line - 1).equals(good.get(line - 1));
        boolean isOriginalOfPair =
            isSame && report.defects().stream().anyMatch(conflictAt(name, line));
        assertThat(bad.contains(name + ":" + line))
            .as(name + ":" + line)
            .isEqualTo(!isSame || isOriginalOfPair);
      }
    }
  }

  @Test
  void everyRowIsMarkedAsSimulatedAndSharesStayInBounds() {
    SimulationReport report = write("out", 7, Simulation.ALL_REAL, false);
    for (Path file : report.files()) {
      for (NamedCsvRecord row : CsvTable.read(file, Sheet.REMARK)) {
        assertThat(row.getField(Sheet.REMARK)).isEqualTo(Sheet.SIMULATED);
        if (row.getHeader().contains("地区生产总值(亿元)")) {
          assertShare(row, "第三产业增加值(亿元)", "地区生产总值(亿元)");
          assertShare(row, "科学技术支出(万元)", "一般公共预算支出(万元)");
        } else if (row.getHeader().contains("urban population (persons)")) {
          assertShare(row, "urban population (persons)", "resident population (persons)");
        } else if (row.getHeader().contains("item") && row.getField("item").endsWith("(%)")) {
          row.findField("value")
              .filter(v -> !v.equals("NA"))
              .ifPresent(v -> assertThat(Double.parseDouble(v)).isBetween(0.0, 100.0));
        }
      }
    }
  }

  @Test
  void namesThatClashAreReplacedByCodes() {
    write("out", 7, Simulation.ALL_REAL, false);
    List<String> keys =
        CsvTable.read(temp.resolve("out/city-digital/city-digital-simulated-2018-2019.csv"), "city")
            .stream()
            .map(r -> r.getField("city"))
            .toList();
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
    assertThat(report.files()).hasSize(8);
    assertThat(report.defects()).allSatisfy(d -> assertThat(d.file()).contains("2012-2012"));
    List<NamedCsvRecord> early =
        CsvTable.read(
            temp.resolve("out/city-economy/city-economy-simulated-2010-2011.csv"), "行政区划代码");
    assertThat(early).hasSize(60);
    assertThat(early.stream().map(r -> r.getField("行政区划代码")).distinct())
        .hasSize(31)
        .contains("522400", "520500", "130200");
    assertThat(early).allSatisfy(r -> assertThat(r.getField(Sheet.REMARK)).isEqualTo("simulated"));
    // again over its own files; a city has the same figures whatever else is asked for
    List<String> lines = Files.readAllLines(report.files().get(4));
    assertThat(Files.readAllLines(SimulationWriter.write(both).files().get(4))).isEqualTo(lines);
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
    Simulation nowhere =
        new Simulation(
            7, YearRange.parse("2020"), 5, temp.resolve("none"), temp, false, Optional.empty());
    assertThatThrownBy(() -> SimulationWriter.write(nowhere))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("units.csv");
  }

  private static java.util.function.Predicate<PlantedDefect> conflictAt(String file, int line) {
    return d ->
        d.kind().equals("conflicting-duplicate") && d.file().equals(file) && d.line() == line;
  }

  private static void assertShare(NamedCsvRecord row, String part, String whole) {
    String a = row.getField(part);
    String b = row.getField(whole);
    if (!Set.of("", "NA").contains(a) && !Set.of("", "NA").contains(b)) {
      assertThat(Double.parseDouble(a)).isBetween(0.0, Double.parseDouble(b));
    }
  }
}
