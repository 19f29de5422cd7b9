package org.renxing.jobs.it;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The mini home with what makes a trace interesting: a long source that repeats a column of another
 * and yields to it, another that alone has one, gaps of every kind, a constant indicator, a text
 * that is no number, thousands with commas, and a scenario for each way of filling in.
 */
final class TraceHome {
  /** Shijiazhuang: two years of residents missing at the end. */
  static final String AT_END = "130100";

  /** Nanjing: one year of residents missing inside. */
  static final String INSIDE = "320100";

  /** Hangzhou: no beds at all. */
  static final String EMPTY = "330100";

  private static final int YEARS = 4;

  private TraceHome() {}

  static MiniHome write(Path folder) {
    MiniHome home = MiniHome.write(folder);
    gaps(home);
    home.put("in/long.csv", longRows());
    home.put(
        "conf/sources/long.conf",
        """
        title = "Made-up figures, long"
        path = ${home}"/in/long.csv"
        layout = long
        unit-column = code
        year-column = year
        indicator-column = item
        value-column = value
        columns {
          "beds (10)" { indicator = hospital_beds, unit = bed }
          "SO2" { indicator = so2_emissions, unit = t }
        }
        precedence = 200
        max-quarantine-share = 0.5
        simulated = true
        """);
    home.edit(
        "conf/renxing.conf",
        text ->
            text.replace("[economy, society]", "[economy, society, long]")
                .replace("[mini, mini-side]", "[plain, imputed, of-base, strict]"));
    for (String source : new String[] {"economy", "society"}) {
      home.edit("conf/sources/" + source + ".conf", t -> t + "max-quarantine-share = 0.5\n");
    }
    return systems(home);
  }

  private static void gaps(MiniHome home) {
    int shijiazhuang = line(2);
    home.setCell(MiniHome.SOCIETY, shijiazhuang + 2, 2, "");
    home.setCell(MiniHome.SOCIETY, shijiazhuang + 3, 2, "");
    home.setCell(MiniHome.SOCIETY, line(5) + 1, 2, "many");
    for (int year = 0; year < YEARS; year++) {
      home.setCell(MiniHome.SOCIETY, line(6) + year, 3, "");
    }
    home.setCell(MiniHome.ECONOMY, line(7), 3, "1.25e7");
  }

  /** The line of a city's first year. */
  private static int line(int city) {
    return 2 + YEARS * city;
  }

  private static String longRows() {
    StringBuilder csv = new StringBuilder("code,year,item,value\n");
    String[] codes = {"110000", "120000", "130100", "130200", "310000", "320100", "440100"};
    for (int i = 0; i < codes.length; i++) {
      for (int year = MiniHome.FIRST_YEAR; year <= MiniHome.LAST_YEAR; year++) {
        String so2 = (i + year) % 2 == 0 ? " " + (4100 + 37 * i * (year - 2010)) : "\"9,100\"";
        csv.append(String.format(Locale.ROOT, "%s,%d,SO2,%s%n", codes[i], year, so2));
        csv.append(String.format(Locale.ROOT, "%s,%d,beds (10),%d%n", codes[i], year, 1000 + i));
      }
    }
    return csv.toString();
  }

  private static MiniHome systems(MiniHome home) {
    home.put(
        "conf/index-systems/mini.conf",
        """
        title = "Mini"
        children {
          wealth { name-en = wealth, children {
            w1 { name-en = "GDP per head", unit = CNY, direction = "+", expression = "gdp * 1e4 / pop_resident" }
            w2 { name-en = "savings", unit = "10^4 CNY", direction = "+", expression = savings_households }
          } }
          care { name-en = care, children {
            supply { name-en = supply, children {
              c1 { name-en = "beds per 10,000", unit = "beds/10^4 persons", direction = "+", expression = "hospital_beds / pop_resident" }
              c3 { name-en = "constant", direction = "+", expression = "gdp - gdp + 7" }
            } }
            c2 { name-en = "SO2 per head", unit = "t/10^4 persons", direction = "-", expression = "so2_emissions / pop_resident" }
          } }
        }
        """);
    home.put(
        "conf/scenarios/plain.conf",
        scenario("cap = 1", "arithmetic", "standard", "scope = pooled"));
    home.put("conf/scenarios/strict.conf", "base = plain\ntitle = Strict\nmissing.cap = 0.5\n");
    home.put(
        "conf/scenarios/imputed.conf",
        scenario(
            "interior = linear, ends = linear-extrapolate, fallback = group-median, fallback-group"
                + " = region3, cap = 1",
            "arithmetic",
            "revised",
            "scope = yearly, scale = 100, winsorise = [0.1, 0.9]"));
    return home.put(
        "conf/scenarios/of-base.conf",
        scenario(
            "interior = linear, ends = nearest, fallback = group-median, cap = 1, basis = base",
            "geometric",
            "standard",
            "scope = base-year, base-year = 2019, clamp = true"));
  }

  private static String scenario(
      String missing, String aggregation, String variant, String normalisation) {
    return """
    title = "Mini"
    index-system = mini
    years = "2018..2021"
    units.ids = ["110000", "120000", "130100", "130200", "310000", "320100", "330100", "440100"]
    units.levels = []
    missing { %s }
    normalisation { %s }
    weights = [
      { id = entropy, method = entropy, within = system }
      { id = whole, method = entropy, within = overall }
    ]
    aggregation = %s
    coupling = [{ id = care-wealth, scheme = whole, systems = [care, wealth], weights = [0.3, 0.7], variant = %s }]
    """
        .formatted(missing, normalisation, aggregation, variant);
  }
}
