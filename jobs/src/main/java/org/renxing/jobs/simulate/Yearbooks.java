package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.renxing.model.YearRange;

/** The sources, each in its own form, as statistical offices might print them. */
final class Yearbooks {
  private final Panel panel;
  private final YearRange years;
  private final List<City> cities;
  private final Gazetteer gazetteer;

  Yearbooks(Panel panel, YearRange years, List<City> cities, Gazetteer gazetteer) {
    this.panel = panel;
    this.years = years;
    this.cities = List.copyOf(cities);
    this.gazetteer = gazetteer;
  }

  /** All of them, in the order in which they are written; each is made when it is asked for. */
  List<Supplier<Sheet>> all() {
    return List.of(this::economy, this::social, this::environment, this::digital, this::industry);
  }

  /** Wide, by code, with Chinese heads; a missing figure is an empty cell. */
  Sheet economy() {
    return wide(
        "city-economy",
        List.of("行政区划代码", "地区", "年份"),
        (city, period, year) -> List.of(period.code(), period.nameZh(), Integer.toString(year)),
        (city, year, indicator) -> "");
  }

  /** Energy, mining and public finance: wide, by code, with Chinese heads; missing is empty. */
  Sheet industry() {
    return wide(
        "city-industry",
        List.of("行政区划代码", "地区", "年份"),
        (city, period, year) -> List.of(period.code(), period.nameZh(), Integer.toString(year)),
        (city, year, indicator) -> "");
  }

  /** Wide, by Chinese name, in some rows without 市; a missing figure is … or —. */
  Sheet social() {
    return wide(
        "city-social",
        List.of("city", "year"),
        (city, period, year) -> List.of(chineseName(city, period, year), Integer.toString(year)),
        (city, year, indicator) -> panel.chance("mark", city, year, indicator) < 0.5 ? "…" : "—");
  }

  /** Long, by code: a row for each value; a missing figure is NA, or has no row. */
  Sheet environment() {
    List<SourceColumn> columns = SourceColumn.of("city-environment");
    List<List<String>> rows = new ArrayList<>();
    forEachCityYear(
        (city, period, year) -> {
          for (SourceColumn column : columns) {
            boolean isGap = panel.isGap(city, year, column.indicator());
            if (isGap && panel.chance("mark", city, year, column.indicator()) < 0.5) {
              continue;
            }
            rows.add(
                List.of(
                    period.code(),
                    Integer.toString(year),
                    column.name(),
                    isGap ? "NA" : print(column, city, year),
                    Sheet.SIMULATED));
          }
        });
    return new Sheet(
        "city-environment", List.of("code", "year", "item", "value", Sheet.REMARK), rows);
  }

  /** Wide, by English name, or by code where that name is not unique; missing is … or —. */
  Sheet digital() {
    return wide(
        "city-digital",
        List.of("city", "year"),
        (city, period, year) ->
            List.of(
                gazetteer.isUnambiguous(period.nameEn()) ? period.nameEn() : period.code(),
                Integer.toString(year)),
        (city, year, indicator) -> panel.chance("mark", city, year, indicator) < 0.5 ? "…" : "—");
  }

  private Sheet wide(String source, List<String> keyHeads, Key key, Mark mark) {
    List<SourceColumn> columns = SourceColumn.of(source);
    List<String> header = new ArrayList<>(keyHeads);
    columns.forEach(c -> header.add(c.name()));
    header.add(Sheet.REMARK);
    List<List<String>> rows = new ArrayList<>();
    forEachCityYear(
        (city, period, year) -> {
          List<String> row = new ArrayList<>(key.of(city, period, year));
          for (SourceColumn column : columns) {
            row.add(
                panel.isGap(city, year, column.indicator())
                    ? mark.of(city, year, column.indicator())
                    : print(column, city, year));
          }
          row.add(Sheet.SIMULATED);
          rows.add(row);
        });
    return new Sheet(source, header, rows);
  }

  private String print(SourceColumn column, City city, int year) {
    return column.print(panel.value(city, year, column.indicator()));
  }

  private String chineseName(City city, City.Period period, int year) {
    String stem = Gazetteer.stem(period.nameZh());
    boolean isShort =
        gazetteer.isUnambiguous(stem) && panel.chance("short-name", city, year, "") < 0.25;
    return isShort ? stem : period.nameZh();
  }

  private void forEachCityYear(Visit visit) {
    for (City city : cities) {
      for (int year = years.first(); year <= years.last(); year++) {
        int now = year;
        city.in(year).ifPresent(period -> visit.accept(city, period, now));
      }
    }
  }

  /** Sees one city in one year. */
  private interface Visit {
    void accept(City city, City.Period period, int year);
  }

  /** The key cells of a row. */
  private interface Key {
    List<String> of(City city, City.Period period, int year);
  }

  /** What stands for a missing figure. */
  private interface Mark {
    String of(City city, int year, String indicator);
  }
}
