package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.renxing.model.YearRange;

/**
 * Townships that do not exist, of real cities named resource-exhausted: some mining towns and some
 * rural ones, whose residents and labour leave. A source of its own with units of its own, made up
 * as all others are, from random numbers of its own.
 */
final class TownSample {
  /** The source, and the folder of its file. */
  static final String SOURCE = "town-people";

  /** The units, in the form of the reference table of units. */
  static final String UNITS = "towns.csv";

  static final List<String> HEADER =
      List.of("code", "year", "residents (10^4 persons)", "aged 15-64 (10^4 persons)", "remark");

  private static final double GAP_SHARE = 0.01;
  private static final int FIRST_YEAR = 2010;
  private static final List<Town> TOWNS =
      List.of(
          new Town("901", "模拟矿镇一", Kind.MINING),
          new Town("902", "模拟矿镇二", Kind.MINING),
          new Town("951", "模拟乡镇一", Kind.RURAL),
          new Town("952", "模拟乡镇二", Kind.RURAL),
          new Town("953", "模拟乡镇三", Kind.RURAL),
          new Town("954", "模拟乡镇四", Kind.RURAL));

  private final long seed;
  private final List<City> cities;

  TownSample(long seed, List<City> cities) {
    this.seed = seed;
    this.cities = List.copyOf(cities);
  }

  /** The file's name below the folder of the samples. */
  static String fileName(YearRange years) {
    return String.format(
        Locale.ROOT, "%s/%s-simulated-%d-%d.csv", SOURCE, SOURCE, years.first(), years.last());
  }

  /** A row a town. */
  List<List<String>> units() {
    List<List<String>> out = new ArrayList<>();
    for (City city : cities) {
      String stem = Gazetteer.stem(city.periods().get(0).nameZh());
      for (Town town : TOWNS) {
        String code = city.unitId() + town.number();
        String level = town.kind().name().toLowerCase(Locale.ROOT) + "_town";
        out.add(
            List.of(
                code,
                code,
                stem + town.name(),
                "",
                level,
                city.unitId(),
                "1949",
                "",
                "",
                "",
                "",
                Sheet.SIMULATED));
      }
    }
    return out;
  }

  /** A row a year and town. */
  List<List<String>> rows(YearRange years) {
    List<List<String>> out = new ArrayList<>();
    for (int year : years.years()) {
      for (City city : cities) {
        TOWNS.forEach(town -> out.add(row(city.unitId() + town.number(), town.kind(), year)));
      }
    }
    return out;
  }

  private List<String> row(String code, Kind kind, int year) {
    int passed = year - FIRST_YEAR;
    double trend = kind.trend + kind.spread * Draw.normal(seed, "towns/trend", code, "", 0);
    double labourTrend = -0.006 + 0.004 * Draw.normal(seed, "towns/labour", code, "", 0);
    double residents =
        kind.residents
            * StrictMath.exp(0.3 * Draw.normal(seed, "towns/size", code, "", 0))
            * StrictMath.exp(trend * passed)
            * StrictMath.exp(0.004 * Draw.normal(seed, "towns/noise", code, "", year));
    double labour = residents * 0.68 * StrictMath.exp(labourTrend * passed);
    return List.of(
        code,
        Integer.toString(year),
        figure(residents, code, "residents", year),
        figure(labour, code, "labour", year),
        Sheet.SIMULATED);
  }

  private String figure(double value, String code, String what, int year) {
    boolean isGap = Draw.uniform(seed, "towns/gap", code, what, year) < GAP_SHARE;
    return isGap ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  private record Town(String number, String name, Kind kind) {}

  private enum Kind {
    MINING(5, -0.04, 0.012),
    RURAL(2.5, -0.022, 0.015);

    /** 10^4 residents in the first year. */
    private final double residents;

    /** Mean of the yearly change of their logarithm, and its spread over towns. */
    private final double trend;

    private final double spread;

    Kind(double residents, double trend, double spread) {
      this.residents = residents;
      this.trend = trend;
      this.spread = spread;
    }
  }
}
