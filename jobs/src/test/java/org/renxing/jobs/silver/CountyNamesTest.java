package org.renxing.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;

/** Cities keep their names, and counties theirs, where both are in the lists of units. */
class CountyNamesTest {
  private static final Path REFERENCE = Path.of("../conf/reference");
  private static Map<String, List<Row>> cities;
  private static Map<String, List<Row>> all;

  @BeforeAll
  static void readTheLists() throws IOException {
    ReferenceFile aliases = file("aliases.csv");
    cities = byAlias(UnitAlias.rows(List.of(file("units.csv")), aliases));
    all = byAlias(UnitAlias.rows(List.of(file("units.csv"), file("counties.csv")), aliases));
  }

  private static ReferenceFile file(String name) throws IOException {
    return ReferenceFile.of(name, Files.readString(REFERENCE.resolve(name)));
  }

  private static Map<String, List<Row>> byAlias(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(r -> r.getString(0)));
  }

  /** The units that a text means in a year: of the lowest rank, as Placement takes them. */
  private static Set<String> meant(Map<String, List<Row>> aliases, String text, int year) {
    Map<Integer, Set<String>> ranks = new TreeMap<>(Comparator.naturalOrder());
    for (Row row : aliases.getOrDefault(text, List.of())) {
      if (row.getInt(2) <= year && year <= row.getInt(3)) {
        ranks.computeIfAbsent(row.getInt(4), k -> new TreeSet<>()).add(row.getString(1));
      }
    }
    return ranks.values().stream().findFirst().orElse(Set.of());
  }

  @Test
  void noNameOfACityMeansAnythingElseBesideCounties() {
    int compared = 0;
    for (String alias : cities.keySet()) {
      for (int year = 2010; year <= 2021; year++) {
        Set<String> before = meant(cities, alias, year);
        if (!before.isEmpty()) {
          assertThat(meant(all, alias, year)).as("%s in %d", alias, year).isEqualTo(before);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(12 * 300);
  }

  @Test
  void everyCodeOf2020MeansItsCountyAlone() throws IOException {
    for (ReferenceRow county : file("counties.csv").rows()) {
      assertThat(meant(all, county.text("code"), 2020)).containsExactly(county.text("unit_id"));
    }
  }

  @Test
  void namesThatSeveralCountiesShareStayOpenAndThoseOfCitiesGoToTheCity() {
    assertThat(meant(all, "朝阳区", 2020)).containsExactly("110105", "220104");
    assertThat(meant(all, "朝阳", 2020)).containsExactly("211300");
    assertThat(meant(all, "巢湖市", 2010)).containsExactly("341400");
    assertThat(meant(all, "巢湖市", 2020)).containsExactly("340181");
    // a county has no name but the whole one: what was Laiwu City is not Laiwu District
    assertThat(meant(all, "莱芜", 2020)).isEmpty();
    assertThat(meant(all, "莱芜区", 2020)).containsExactly("370116");
  }
}
