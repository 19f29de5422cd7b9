package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of units.csv for cities that do not exist; they stand where their province's seat is. */
final class SyntheticUnits {
  private SyntheticUnits() {}

  static List<List<String>> rows(List<City> cities, Path units) {
    Map<String, NamedCsvRecord> provinces =
        CsvTable.read(units, "unit_id", "level", "lon", "lat").stream()
            .filter(u -> u.getField("level").equals("province"))
            .collect(Collectors.toMap(u -> u.getField("unit_id"), u -> u, (a, b) -> b));
    return cities.stream().map(c -> row(c, provinces)).toList();
  }

  private static List<String> row(City city, Map<String, NamedCsvRecord> provinces) {
    City.Period period = city.periods().get(0);
    NamedCsvRecord province = provinces.get(period.parentId());
    return List.of(
        city.unitId(),
        period.code(),
        period.nameZh(),
        period.nameEn(),
        period.level(),
        period.parentId(),
        Integer.toString(period.first()),
        "",
        province.getField("lon"),
        province.getField("lat"),
        "",
        Sheet.SIMULATED);
  }
}
