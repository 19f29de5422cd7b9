package org.renxing.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A small home folder that is right in everything, for tests to change. */
final class ConfTree {
  static final String SCENARIO =
      """
      title = "Small"
      index-system = small
      years = "2012..2021"
      """;

  private final Path home;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private String env = "default";

  ConfTree(Path home) {
    this.home = home;
    write(
        "conf/renxing.conf",
        """
        lake.path = ${home}"/lake"
        reference.path = "conf/reference"
        nightly { scenarios = [small], sources = [yearbook] }
        spark { "spark.sql.shuffle.partitions" = 2 }
        """);
    write(
        "conf/indicators.conf",
        """
        gdp { name-en = "gross domestic product", name-zh = "地区生产总值", unit = "亿元" }
        pop { name-en = "population", unit = "person" }
        green { name-en = "green area", unit = "km2" }
        """);
    write(
        "conf/units-of-measure.conf",
        """
        "CNY" { dimension = money, factor = 1 }
        "10^8 CNY" { dimension = money, factor = 1e8, aliases = ["亿元"] }
        person { dimension = persons, factor = 1 }
        km2 { dimension = area, factor = 1 }
        """);
    write(
        "conf/sources/yearbook.conf",
        """
        title = "Yearbook"
        path = ${home}"/in/*.csv"
        unit-column = code
        year-column = year
        columns {
          "GDP" { indicator = gdp, unit = CNY }
        }
        """);
    write(
        "conf/index-systems/small.conf",
        """
        title = "Small system"
        children {
          wealth { name-en = wealth, children {
            w2 { name-en = "GDP per head", direction = "+", expression = "gdp / pop" }
            w1 { name-en = "log GDP", direction = "-", expression = "ln(gdp) * 1e3" }
          } }
          nature { name-en = nature, children { green { name-en = green, direction = "+" } } }
        }
        """);
    write("conf/scenarios/small.conf", SCENARIO);
  }

  ConfTree write(String file, String text) {
    try {
      Path path = home.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfTree append(String file, String text) {
    try {
      return write(file, Files.readString(home.resolve(file)) + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfTree set(String key, String value) {
    overrides.put(key, value);
    return this;
  }

  ConfTree env(String name) {
    env = name;
    return this;
  }

  ConfTree variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Configuration load() {
    return load(Reach.all());
  }

  /** Loads for a command that needs this much. */
  Configuration load(Reach reach) {
    return ConfigurationLoader.load(
        home,
        env,
        overrides,
        name -> Optional.ofNullable(variables.get(name)),
        Vocabulary.standard(),
        reach);
  }

  /** The lines of the problems that loading reports. */
  List<String> problems() {
    RenxingException e = catchThrowableOfType(RenxingException.class, this::load);
    if (e == null) {
      return List.of();
    }
    if (e.code() != ErrorCode.CONFIGURATION || e.getCause() != null) {
      throw e;
    }
    return e.getMessage().lines().toList();
  }
}
