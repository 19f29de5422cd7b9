package org.renxing.jobs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.lake.Lake;

/**
 * A home folder small enough to run in seconds: eight cities by four years from two sources, two
 * scenarios of two systems with two indicators each. Only {@code mini-side} uses the column {@code
 * patents}; only {@code mini} couples its systems. All figures are made up.
 */
record MiniHome(Path folder) {
  static final String ECONOMY = "in/economy.csv";
  static final String SOCIETY = "in/society.csv";
  static final int FIRST_YEAR = 2018;
  static final int LAST_YEAR = 2021;

  private static final List<String> CODES =
      List.of("110000", "120000", "130100", "130200", "310000", "320100", "330100", "440100");
  private static final List<String> NAMES =
      List.of("北京", "天津", "石家庄", "唐山", "上海", "南京", "杭州", "广州");
  private static final String SOURCE =
      """
      title = "Made-up figures: %1$s"
      path = ${home}"/in/%1$s.csv"
      unit-column = %2$s
      year-column = year
      columns { %3$s }
      simulated = true
      """;
  private static final String SYSTEM =
      """
      title = "Mini"
      children {
        wealth { name-en = wealth, children {
          w1 { name-en = "GDP per head", unit = CNY, direction = "+", expression = "gdp * 1e4 / pop_resident" }
          %s
        } }
        care { name-en = care, children {
          c1 { name-en = "beds per 10,000", unit = "beds/10^4 persons", direction = "+", expression = "hospital_beds / pop_resident" }
          c2 { name-en = "residents", direction = "-", expression = pop_resident }
        } }
      }
      """;
  private static final String SCENARIO =
      """
      title = "%1$s"
      index-system = %1$s
      years = "2018..2021"
      units.ids = [%2$s]
      units.levels = []
      weights = [ { id = entropy, method = entropy, within = system } ]
      coupling = [%3$s]
      groupings = [region3]
      analyses = []
      """;

  /** A home that one run of the launcher has filled, and how that run ended. */
  record Filled(MiniHome home, Launcher.Ended run) {
    private static Filled by(String name, String... arguments) {
      Path folder = Path.of("target/it", name).toAbsolutePath();
      delete(folder);
      MiniHome home = write(folder);
      return new Filled(home, home.launcher().run(arguments));
    }

    /** The home, to read and not to change. */
    MiniHome checked() {
      if (run.exitCode() != 0) {
        throw new IllegalStateException(run.toString());
      }
      return home;
    }
  }

  /** Made once, by the first test that asks. */
  private static final class Released {
    static final Filled FILLED = Filled.by("released", "nightly");
  }

  /** Made once, by the first test that asks. */
  private static final class Partial {
    static final Filled FILLED = Filled.by("partial", "nightly", "--years", "2018..2020");
  }

  /** A home with one release of all that there is: to read, not to change. */
  static Filled released() {
    return Released.FILLED;
  }

  /** A home with one release that lacks the last year: to read, not to change. */
  static Filled partial() {
    return Partial.FILLED;
  }

  /** A copy of this home, lake and all. */
  MiniHome copyTo(Path to) {
    copy(folder, to);
    return new MiniHome(to);
  }

  /** Copies a folder with all that is in it. */
  static void copy(Path folder, Path to) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a home without a lake. */
  static MiniHome write(Path folder) {
    MiniHome home = new MiniHome(folder);
    Path product = Launcher.PROJECT.resolve("conf");
    for (String file :
        List.of(
            "indicators.conf",
            "units-of-measure.conf",
            "reference/units.csv",
            "reference/aliases.csv",
            "reference/lineage.csv",
            "reference/regions.csv",
            "reference/resource_cities.csv")) {
      home.put("conf/" + file, read(product.resolve(file)));
    }
    home.put(
        "conf/renxing.conf",
        read(product.resolve("renxing.conf"))
            .replaceFirst("nightly.sources = .*", "nightly.sources = [economy, society]")
            .replaceFirst("(?s)nightly.remote = \\[.*?\\]", "nightly.remote = []")
            .replaceFirst("reference.unit-files = .*", "reference.unit-files = []")
            .replaceFirst("nightly.scenarios = .*", "nightly.scenarios = [mini, mini-side]")
            // looked at on the samples; here it would cost half of each run
            .replaceFirst("enabled = true", "enabled = false"));
    home.put(
        "conf/sources/economy.conf",
        SOURCE.formatted(
            "economy",
            "code",
            """
            gdp { indicator = gdp, unit = "10^8 CNY" }
            savings { indicator = savings_households, unit = "10^4 CNY" }
            patents { indicator = patents_invention, unit = patent }
            """));
    home.put(
        "conf/sources/society.conf",
        SOURCE.formatted(
            "society",
            "city",
            """
            population { indicator = pop_resident, unit = person }
            beds { indicator = hospital_beds, unit = bed }
            """));
    home.put(
        "conf/index-systems/mini.conf",
        SYSTEM.formatted(
            "w2 { name-en = \"savings per head\", unit = CNY, direction = \"+\", expression ="
                + " \"savings_households / pop_resident\" }"));
    home.put(
        "conf/index-systems/mini-side.conf",
        SYSTEM.formatted(
            "w2 { name-en = patents, direction = \"+\", expression = patents_invention }"));
    String ids = "\"" + String.join("\", \"", CODES) + "\"";
    String coupling = "{ id = care-wealth, scheme = entropy, systems = [care, wealth] }";
    home.put("conf/scenarios/mini.conf", SCENARIO.formatted("mini", ids, coupling));
    home.put("conf/scenarios/mini-side.conf", SCENARIO.formatted("mini-side", ids, ""));
    return home.put(ECONOMY, economy()).put(SOCIETY, society());
  }

  /** Writes a file below the home. */
  MiniHome put(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a file; it must come out different. */
  MiniHome edit(String file, UnaryOperator<String> change) {
    String before = read(folder.resolve(file));
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException(file + " is as it was");
    }
    return put(file, after);
  }

  /** Puts another text into one cell; line 1 is the head, column 0 the first. */
  MiniHome setCell(String file, int line, int column, String text) {
    return edit(
        file,
        all -> {
          String[] lines = all.split("\n");
          String[] cells = lines[line - 1].split(",");
          cells[column] = text;
          lines[line - 1] = String.join(",", cells);
          return String.join("\n", lines) + "\n";
        });
  }

  Launcher launcher() {
    return Launcher.at(folder).with("RENXING_JAVA_OPTIONS", "-Xmx1g");
  }

  /**
   * Runs nightly in this JVM, with more keys than the files have.
   *
   * @param only names of the steps to run; none for all
   */
  void nightly(Lake lake, Map<String, String> keys, String... only) {
    Configuration configuration =
        ConfigurationLoader.load(folder, "default", keys, name -> Optional.empty());
    new NightlyRun(configuration, lake, new RunRequest("nightly", Optional.empty(), List.of(only)))
        .run((record, number, total) -> {}, (result, inputs) -> {});
  }

  String lake() {
    return folder.resolve("lake").toString();
  }

  private static String economy() {
    StringBuilder csv = new StringBuilder("code,year,gdp,savings,patents\n");
    for (int city = 0; city < CODES.size(); city++) {
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%d,%.2f,%d,%d%n",
                CODES.get(city),
                year,
                (2000 + 900 * city) * growth(city, year, 7),
                Math.round((1e7 + 3.1e6 * ((city * 5) % 8)) * growth(city, year, 11)),
                Math.round((800 + 450 * ((city * 3) % 8)) * growth(city, year, 5))));
      }
    }
    return csv.toString();
  }

  private static String society() {
    StringBuilder csv = new StringBuilder("city,year,population,beds\n");
    for (int city = 0; city < NAMES.size(); city++) {
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%d,%d,%d%n",
                NAMES.get(city),
                year,
                Math.round((5e6 + 1.3e6 * ((city * 5) % 8)) * growth(city, year, 3)),
                Math.round((30000 + 7000 * ((city * 7) % 8)) * growth(city, year, 13))));
      }
    }
    return csv.toString();
  }

  /** Some growth by year with some noise by city. */
  private static double growth(int city, int year, int salt) {
    return 1 + 0.06 * (year - FIRST_YEAR) + 0.01 * ((city * salt + year * 3) % 7);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder with all that is in it; nothing where there is none. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
