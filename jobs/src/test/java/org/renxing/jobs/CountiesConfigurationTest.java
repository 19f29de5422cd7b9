package org.renxing.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of counties, set against the list of units. */
class CountiesConfigurationTest {
  private static final Path REFERENCE = Path.of("../conf/reference");

  private static List<NamedCsvRecord> csv(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(REFERENCE.resolve(name))) {
      return rows.stream().toList();
    }
  }

  private static boolean isIn(int year, NamedCsvRecord unit) {
    String to = unit.getField("valid_to");
    return Integer.parseInt(unit.getField("valid_from")) <= year
        && (to.isEmpty() || year <= Integer.parseInt(to));
  }

  @Test
  void countiesHaveTheFormOfUnitsAndBelongToThem() throws IOException {
    List<NamedCsvRecord> units = csv("units.csv");
    List<NamedCsvRecord> counties = csv("counties.csv");
    assertThat(counties.get(0).getHeader()).isEqualTo(units.get(0).getHeader());
    Set<String> known = units.stream().map(u -> u.getField("unit_id")).collect(Collectors.toSet());
    Set<String> inForce =
        units.stream()
            .filter(u -> isIn(2020, u))
            .map(u -> u.getField("unit_id"))
            .collect(Collectors.toSet());
    assertThat(counties)
        .allMatch(c -> inForce.contains(c.getField("parent_id")))
        .allMatch(c -> c.getField("parent_id").startsWith(c.getField("code").substring(0, 2)))
        .noneMatch(c -> known.contains(c.getField("unit_id")))
        .allMatch(c -> c.getField("level").equals("county"));
  }

  @Test
  void allCountiesOf2020AreThereOnce() throws IOException {
    assertThat(csv("counties.csv").stream().filter(c -> isIn(2020, c)))
        .extracting(c -> c.getField("code"))
        .hasSize(2844)
        .doesNotHaveDuplicates();
  }
}
