package org.renxing.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.jobs.simulate.SampleFile;
import org.renxing.testing.SharedCases;

/** The configuration that comes with the product, read as plain HOCON and set against the facts. */
class ProductConfigurationTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Config ROOTS =
      ConfigFactory.parseMap(Map.of("home", HOME.toString(), "data-root", "/data"));
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Set<String> FUNCTIONS =
      Set.of("abs", "ln", "log10", "sqrt", "exp", "least", "greatest", "coalesce");
  private static final List<String> SIMULATED =
      List.of("city-economy", "city-social", "city-environment", "city-digital", "city-industry");

  @ParameterizedTest
  @CsvSource({"digital-resilience, 32, 2", "resource-resilience, 36, 4"})
  void indexSystemHasTheSizeOfItsPaper(String id, int indicators, int systems) {
    Config system = conf("index-systems/" + id);
    assertThat(leaves(system)).hasSize(indicators);
    assertThat(system.getObject("children")).hasSize(systems);
  }

  @ParameterizedTest
  @CsvSource({
    "digital-resilience, digital_coupling_indicators.csv",
    "resource-resilience, resource_city_resilience_indicators.csv"
  })
  void indexSystemHasTheIndicatorsOfItsPaper(String id, String facts) throws IOException {
    List<NamedCsvRecord> rows = csv(SharedCases.file("facts/" + facts));
    Config system = conf("index-systems/" + id);
    Map<String, Config> leaves = leaves(system);
    assertThat(leaves.keySet())
        .containsExactlyElementsOf(rows.stream().map(r -> r.getField("code")).toList());
    for (NamedCsvRecord row : rows) {
      Config leaf = leaves.get(row.getField("code"));
      assertThat(leaf.getString("name-zh")).isEqualTo(row.getField("name_zh"));
      assertThat(leaf.getString("name-en")).isEqualTo(row.getField("name_en"));
      assertThat(leaf.getString("direction"))
          .as(row.getField("code"))
          .isEqualTo(row.getField("direction"));
      assertThat(
              system.hasPath(
                  String.join(
                      ".",
                      "children",
                      row.getField("system"),
                      "children",
                      row.getField("criterion").replace(' ', '-'),
                      "children",
                      row.getField("code"))))
          .as(row.getField("code") + " below its criterion")
          .isTrue();
    }
  }

  @Test
  void directionsAsThePapersPrintThem() {
    assertThat(negative("digital-resilience")).containsExactlyInAnyOrder("rc4", "rc5", "rc6");
    assertThat(negative("resource-resilience"))
        .containsExactlyInAnyOrder("a3", "a6", "b4", "b7", "b9", "d1", "d7", "d8");
    assertThat(negative("real-cities")).containsExactlyInAnyOrder("d1", "d2");
    assertThat(negative("real-counties")).containsExactlyInAnyOrder("s2", "s3", "e2");
    assertThat(negative("real-land")).containsExactlyInAnyOrder("v4", "v5", "v6");
    assertThat(negative("real-structure"))
        .containsExactlyInAnyOrder("i2", "i4", "n1", "n2", "n3", "n5");
  }

  @ParameterizedTest
  @CsvSource({
    "digital-resilience, simulated",
    "resource-resilience, simulated",
    "real-cities, cn-city-panel",
    "real-counties, cn-census",
    "real-land, cn-remote-sensing",
    "real-structure, cn-city-panel"
  })
  void everyExpressionIsOverBaseIndicatorsThatASourceDelivers(String id, String sources) {
    Set<String> delivered = new TreeSet<>();
    for (String source : sources.equals("simulated") ? SIMULATED : List.of(sources)) {
      mappings(source).values().forEach(m -> delivered.add(m.getString("indicator")));
    }
    Set<String> known = conf("indicators").root().keySet();
    assertThat(known).containsAll(delivered);
    leaves(conf("index-systems/" + id))
        .forEach(
            (code, leaf) -> {
              if (leaf.hasPath("unit")) {
                unit(leaf.getString("unit"));
              } else {
                assertThat(known).as(code).contains(leaf.getString("expression"));
              }
              assertThat(names(leaf.getString("expression"))).as(code).isNotEmpty();
              assertThat(delivered).as(code).containsAll(names(leaf.getString("expression")));
            });
  }

  @Test
  void sourcesDeclareExactlyTheColumnsOfTheSamplesInUnitsThatConvert() throws IOException {
    Map<String, Double> perUnit =
        csv(Path.of("src/main/resources/org/renxing/jobs/simulate/columns.csv")).stream()
            .collect(
                Collectors.toMap(
                    r -> r.getField("source") + "/" + r.getField("column"),
                    r -> Double.valueOf(r.getField("per_unit"))));
    for (String id : SIMULATED) {
      Config source = conf("sources/" + id);
      assertThat(source.getBoolean("simulated")).isTrue();
      Map<String, Config> mappings = mappings(id);
      Map<String, SampleFile.Head> heads = heads(id);
      boolean isLong = source.getString("layout").equals("long");
      assertThat(heads.keySet()).containsExactlyInAnyOrderElementsOf(declared(source, mappings));
      mappings.forEach(
          (label, mapping) -> {
            SampleFile.Head head =
                isLong ? new SampleFile.Head(label, "", label) : heads.get(label);
            Config from = unit(mapping.hasPath("unit") ? mapping.getString("unit") : head.unit());
            Config to =
                unit(
                    conf("indicators").getConfig(mapping.getString("indicator")).getString("unit"));
            assertThat(from.getString("dimension")).as(label).isEqualTo(to.getString("dimension"));
            assertThat(perUnit.get(id + "/" + head.column()))
                .as(id + ": " + label)
                .isCloseTo(to.getDouble("factor") / from.getDouble("factor"), within(1e-12));
          });
    }
  }

  @Test
  void unitsOfMeasureHaveNoNameTwice() {
    List<String> names =
        conf("units-of-measure").root().entrySet().stream()
            .flatMap(
                e -> {
                  Config unit = ((ConfigObject) e.getValue()).toConfig();
                  List<String> aliases =
                      unit.hasPath("aliases") ? unit.getStringList("aliases") : List.of();
                  return Stream.concat(Stream.of(e.getKey()), aliases.stream());
                })
            .toList();
    assertThat(names).doesNotHaveDuplicates().contains("万元", "亿元", "万人", "万户", "公顷", "‰");
    conf("indicators")
        .root()
        .forEach(
            (code, i) -> unit(((ConfigObject) i).toConfig().getString("unit")).getDouble("factor"));
  }

  @Test
  void scenariosNameSystemsThatExist() {
    Config digital = conf("scenarios/digital-coupling");
    assertThat(digital.getString("years")).isEqualTo("2012..2021");
    assertThat(digital.getConfigList("coupling").get(0).getStringList("systems"))
        .containsExactly("digital", "resilience");
    assertThat(List.of("cn-city-panel", "cn-census"))
        .noneMatch(id -> conf("sources/" + id).getBoolean("simulated"));
    Config real = conf("scenarios/real-cities");
    assertThat(names(real.getString("units.filter"))).containsExactly("in_city_yearbook");
    assertThat(conf("index-systems/real-cities").getObject("children").keySet())
        .containsAll(real.getConfigList("coupling").get(0).getStringList("systems"));
    assertThat(conf("scenarios/real-cities-imputed").getString("base")).isEqualTo("real-cities");
    assertThat(conf("env/real").getStringList("nightly.scenarios"))
        .containsExactly(
            ("real-cities real-cities-imputed real-counties real-prefectures real-us-counties"
                    + " real-resource-cities real-structure real-land real-co2-ceads")
                .split(" "));
    assertThat(conf("scenarios/real-structure").getString("base")).isEqualTo("real-cities-imputed");
    assertThat(conf("scenarios/real-co2-ceads").getString("base")).isEqualTo("real-land");
    assertThat(conf("env/real").getStringList("nightly.remote"))
        .containsExactly("us-county-housing");
    // 2,844 counties are for real panels alone
    assertThat(conf("renxing").getList("reference.unit-files")).hasSize(1);
    assertThat(HOME.resolve("data-samples/towns.csv")).exists();
    assertThat(conf("scenarios/real-counties").getString("years")).isEqualTo("2010..2020 by 10");
    assertThat(leaves(conf("index-systems/real-counties"))).hasSize(11);
  }

  @Test
  void resourceScenarioIsThatOfThePaper() throws IOException {
    Config scenario = conf("scenarios/resource-resilience");
    assertThat(scenario.getString("years")).isEqualTo("2010..2019");
    assertThat(scenario.getStringList("units.ids"))
        .containsExactlyInAnyOrderElementsOf(
            csv(HOME.resolve("conf/reference/resource_cities.csv")).stream()
                .filter(r -> !r.getField("endowment").isEmpty())
                .map(r -> r.getField("unit_id"))
                .toList())
        .hasSize(30);
    assertThat(conf("renxing").getStringList("nightly.scenarios")).contains("resource-resilience");
    Config systems = conf("index-systems/resource-resilience").getConfig("children");
    Map.of("social", .26, "economic", .23, "engineering", .24, "ecological", .25)
        .forEach(
            (system, printed) ->
                assertThat(systems.getDouble(system + ".weight")).isEqualTo(printed));
    assertThat(scenario.getConfigList("weights").get(1).getString("system-weights"))
        .isEqualTo("published");
  }

  static Config conf(String name) {
    return ConfigFactory.parseFile(HOME.resolve("conf/" + name + ".conf").toFile())
        .withFallback(ROOTS)
        .resolve()
        .withoutPath("home")
        .withoutPath("data-root");
  }

  private static Map<String, Config> leaves(Config node) {
    Map<String, Config> out = new LinkedHashMap<>();
    ConfigObject children = node.getObject("children");
    // in the order of the file, as HOCON objects have none
    children.entrySet().stream()
        .sorted((a, b) -> Integer.compare(line(a.getValue()), line(b.getValue())))
        .forEach(
            e -> {
              Config child = ((ConfigObject) e.getValue()).toConfig();
              if (child.hasPath("children")) {
                out.putAll(leaves(child));
              } else {
                out.put(e.getKey(), child);
              }
            });
    return out;
  }

  private static int line(com.typesafe.config.ConfigValue value) {
    return value.origin().lineNumber();
  }

  private static Set<String> negative(String id) {
    return leaves(conf("index-systems/" + id)).entrySet().stream()
        .filter(e -> e.getValue().getString("direction").equals("-"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  static Map<String, Config> mappings(String source) {
    Map<String, Config> out = new LinkedHashMap<>();
    conf("sources/" + source)
        .getObject("columns")
        .forEach((column, m) -> out.put(column, ((ConfigObject) m).toConfig()));
    return out;
  }

  private static Config unit(String name) {
    Config all = conf("units-of-measure");
    if (all.hasPath(ConfigUtil.joinPath(name))) {
      return all.getConfig(ConfigUtil.joinPath(name));
    }
    return all.root().values().stream()
        .map(u -> ((ConfigObject) u).toConfig())
        .filter(u -> u.hasPath("aliases") && u.getStringList("aliases").contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no unit " + name));
  }

  private static Set<String> names(String expression) {
    Set<String> out = new TreeSet<>();
    Matcher m = NAME.matcher(expression.replaceAll("\\b\\d+(\\.\\d+)?e\\d+", "1"));
    while (m.find()) {
      out.add(m.group());
    }
    out.removeAll(FUNCTIONS);
    return out;
  }

  static List<String> declared(Config source, Map<String, Config> mappings) {
    boolean isLong = source.getString("layout").equals("long");
    Stream<String> keys =
        Stream.of(source.getString("unit-column"), source.getString("year-column"));
    Stream<String> values =
        isLong
            ? Stream.of(source.getString("indicator-column"), source.getString("value-column"))
            : mappings.keySet().stream();
    return Stream.of(keys, values, source.getStringList("ignored").stream())
        .flatMap(s -> s)
        .toList();
  }

  private static Map<String, SampleFile.Head> heads(String source) throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("data-samples").resolve(source))) {
      return new SampleFile(files.findFirst().orElseThrow())
          .heads().stream().collect(Collectors.toMap(SampleFile.Head::label, h -> h));
    }
  }

  static List<NamedCsvRecord> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().toList();
    }
  }
}
