package org.renxing.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of resource-based and of exhausted units against the counts of the notices. */
class ResourceCitiesTest {
  private static final Path REFERENCE = Path.of("../conf/reference");

  @Test
  void countsAreThoseOfTheNationalPlan() throws IOException {
    List<NamedCsvRecord> rows = csv("resource_cities.csv");
    assertThat(rows).extracting(r -> r.getField("unit_id")).doesNotHaveDuplicates();
    Map<String, Long> types =
        rows.stream()
            .map(r -> r.getField("life_cycle"))
            .filter(t -> !t.isEmpty())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    // Guo Fa [2013] 45, prefecture-level units: 126
    assertThat(types)
        .isEqualTo(Map.of("growing", 20L, "mature", 66L, "declining", 24L, "regenerative", 16L));
    // 12, 32 and 25, without a development zone and a district that was merged away
    assertThat(of(rows, "exhausted_since", "2008")).hasSize(12);
    assertThat(of(rows, "exhausted_since", "2009")).hasSize(30);
    assertThat(of(rows, "exhausted_since", "2011")).hasSize(25);
    assertThat(rows.stream().filter(r -> !r.getField("endowment").isEmpty())).hasSize(30);
  }

  @Test
  void everyRowIsAUnitInForceAndSaysSomething() throws IOException {
    List<String> cities = csv("units.csv").stream().map(r -> r.getField("unit_id")).toList();
    List<String> counties = csv("counties.csv").stream().map(r -> r.getField("unit_id")).toList();
    for (NamedCsvRecord row : csv("resource_cities.csv")) {
      boolean isPrefecture = !row.getField("life_cycle").isEmpty();
      assertThat(isPrefecture ? cities : counties).contains(row.getField("unit_id"));
      assertThat(Stream.of("life_cycle", "exhausted_since").map(row::getField))
          .as(row.toString())
          .anyMatch(text -> !text.isEmpty());
    }
  }

  private static List<NamedCsvRecord> of(List<NamedCsvRecord> rows, String column, String value) {
    return rows.stream().filter(r -> r.getField(column).equals(value)).toList();
  }

  private static List<NamedCsvRecord> csv(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(REFERENCE.resolve(name))) {
      return rows.stream().toList();
    }
  }
}
