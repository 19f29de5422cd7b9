package org.renxing.jobs.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;

/** Rows of units.csv for cities that do not exist; they stand where their province's seat is. */
final class SyntheticUnits {
  private SyntheticUnits() {}

  static List<List<String>> rows(List<City> cities, Path units) {
    Map<String, ReferenceRow> provinces =
        ReferenceFile.read(units).rows().stream()
            .filter(u -> u.text("level").equals("province"))
            .collect(Collectors.toMap(u -> u.text("unit_id"), u -> u, (a, b) -> b));
    return cities.stream().map(c -> row(c, provinces)).toList();
  }

  private static List<String> row(City city, Map<String, ReferenceRow> provinces) {
    City.Period period = city.periods().get(0);
    ReferenceRow province = provinces.get(period.parentId());
    return List.of(
        city.unitId(),
        period.code(),
        period.nameZh(),
        period.nameEn(),
        period.level(),
        period.parentId(),
        Integer.toString(period.first()),
        "",
        province.text("lon"),
        province.text("lat"),
        "",
        Sheet.SIMULATED);
  }
}
