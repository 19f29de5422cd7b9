package org.renxing.jobs.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The reference tables as the simulation needs them: cities, regions, and which names are safe. */
final class Gazetteer {
  private static final Set<String> CITY_LEVELS = Set.of("municipality", "prefecture_city");
  private static final String SUFFIX = "(市|地区|盟|自治州|省)$";
  private static final int OPEN_END = 9999;

  private final List<City> cities;
  private final Map<String, List<City.Period>> beforeCity;
  private final List<String> provinces;
  private final Map<String, String> regionOfProvince;
  private final Map<String, Set<String>> unitsByName;

  private Gazetteer(
      List<City> cities,
      Map<String, List<City.Period>> beforeCity,
      List<String> provinces,
      Map<String, String> regionOfProvince,
      Map<String, Set<String>> unitsByName) {
    this.cities = cities;
    this.beforeCity = beforeCity;
    this.provinces = provinces;
    this.regionOfProvince = regionOfProvince;
    this.unitsByName = unitsByName;
  }

  /** Reads units.csv, aliases.csv and regions.csv. */
  static Gazetteer read(Path folder) {
    List<ReferenceRow> units = ReferenceFile.read(folder.resolve("units.csv")).rows();
    List<ReferenceRow> aliases = ReferenceFile.read(folder.resolve("aliases.csv")).rows();
    List<ReferenceRow> regions = ReferenceFile.read(folder.resolve("regions.csv")).rows();
    return new Gazetteer(
        cities(units),
        periods(units, level -> !CITY_LEVELS.contains(level)),
        units.stream()
            .filter(u -> u.text("level").equals("province"))
            .map(u -> u.text("unit_id"))
            .sorted()
            .toList(),
        regions.stream()
            .collect(Collectors.toMap(r -> r.text("province_code2"), r -> r.text("region3"))),
        names(units, aliases));
  }

  /** Every unit that is a municipality or prefecture-level city at some time, by id. */
  List<City> cities() {
    return cities;
  }

  /**
   * Some cities with their names and codes in every year, also those before they became cities.
   *
   * @throws RenxingException if one of them is no city of the reference tables
   */
  List<City> inEveryPeriod(Set<String> ids) {
    return ids.stream().sorted().map(this::inEveryPeriod).toList();
  }

  private City inEveryPeriod(String id) {
    City city =
        cities.stream()
            .filter(c -> c.unitId().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new RenxingException(
                        ErrorCode.SOURCE_CONTRACT,
                        "resource_cities.csv: unit_id " + id + " is no city of units.csv"));
    List<City.Period> all = new ArrayList<>(city.periods());
    all.addAll(beforeCity.getOrDefault(id, List.of()));
    return new City(id, all);
  }

  /** Ids of provinces, sorted. */
  List<String> provinces() {
    return provinces;
  }

  /** East, central or west, by the first two digits of a code; central where it is unknown. */
  String region(String code) {
    return regionOfProvince.getOrDefault(code.substring(0, 2), "central");
  }

  /** Whether the name, without regard to case, belongs to at most one unit of any level. */
  boolean isUnambiguous(String name) {
    return unitsByName.getOrDefault(fold(name), Set.of()).size() <= 1;
  }

  /** A Chinese name without its final 市. */
  static String stem(String nameZh) {
    return nameZh.replaceFirst("市$", "");
  }

  private static List<City> cities(List<ReferenceRow> units) {
    return periods(units, CITY_LEVELS::contains).entrySet().stream()
        .map(e -> new City(e.getKey(), e.getValue()))
        .toList();
  }

  private static Map<String, List<City.Period>> periods(
      List<ReferenceRow> units, Predicate<String> isLevel) {
    Map<String, List<City.Period>> out = new TreeMap<>();
    for (ReferenceRow row : units) {
      if (isLevel.test(row.text("level"))) {
        out.computeIfAbsent(row.text("unit_id"), id -> new ArrayList<>()).add(period(row));
      }
    }
    return out;
  }

  private static City.Period period(ReferenceRow row) {
    return new City.Period(
        row.text("code"),
        row.text("name_zh"),
        row.text("name_en"),
        row.text("level"),
        row.text("parent_id"),
        row.whole("valid_from").orElseThrow(),
        row.whole("valid_to").orElse(OPEN_END));
  }

  private static Map<String, Set<String>> names(
      List<ReferenceRow> units, List<ReferenceRow> aliases) {
    Map<String, Set<String>> out = new HashMap<>();
    for (ReferenceRow row : units) {
      String zh = row.text("name_zh");
      for (String name : List.of(zh, zh.replaceFirst(SUFFIX, ""), row.text("name_en"))) {
        add(out, name, row.text("unit_id"));
      }
    }
    aliases.forEach(row -> add(out, row.text("alias"), row.text("unit_id")));
    return out;
  }

  private static void add(Map<String, Set<String>> names, String name, String unitId) {
    names.computeIfAbsent(fold(name), n -> new HashSet<>()).add(unitId);
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
