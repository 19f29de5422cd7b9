package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.YearRange;
import org.renxing.panel.UnitFigures;
import org.renxing.testing.Series;
import org.renxing.weights.WeightingMethods;

/**
 * One example for each fuel of each set of factors that comes with the product, worked by hand:
 * emissions-by-hand.csv shows every product of use · NCV · carbon content · oxidation · 44/12, in
 * exact decimals, and the last to six places.
 */
class FuelsByHandTest {
  private static final Path HOME = Path.of("..");
  private static final Path BY_HAND = Path.of("src/test/resources/emissions-by-hand.csv");

  /**
   * Beside 1000 units of every fuel: 250 t of a process; electricity 200 · 10^4 kWh · 5.81 = 1162
   * t; heat 3000 GJ · 0.11 = 330 t. Scope 1 is the column's sum (71983.274 and 93681.299899) and
   * the process, scope 2 1162 + 330.
   */
  @ParameterizedTest
  @CsvSource({"ipcc2006, 28, 72233.274", "china-guideline, 20, 93931.299899"})
  void everyFuelEmitsWhatTheHandFinds(String factors, int fuels, double scope1) throws IOException {
    Map<String, Double> expected = byHand(factors);
    assertThat(expected.keySet())
        .hasSize(fuels)
        .isEqualTo(
            ConfigFactory.parseFile(
                    HOME.resolve("conf/emission-factors/" + factors + ".conf").toFile())
                .getConfig("fuels")
                .root()
                .keySet());
    CarbonRules rules = rules(factors, expected.keySet());
    CarbonAccount account = new CarbonAccount(rules, YearRange.parse("2020..2020"));
    UnitFigures use = use(rules.items());
    Map<String, ItemUse> items = Series.by(account.byItem(use), one -> one.item().id());
    assertThat(items).hasSize(fuels + 3);
    expected.forEach(
        (fuel, tonnes) -> {
          assertThat(items.get(fuel).emissions()).as(fuel).isCloseTo(tonnes, within(1e-6));
          assertThat(items.get(fuel).item().scope()).isEqualTo(1);
        });
    checkOther(items, "cement", 1, 250);
    checkOther(items, "electricity", 2, 1162);
    checkOther(items, "heat", 2, 330);
    CarbonYear whole = account.of(use).get(0);
    assertThat(whole.scope1()).isCloseTo(scope1, within(1e-4));
    assertThat(whole.scope2()).isCloseTo(1492, within(1e-9));
    assertThat(whole.emissions()).isCloseTo(scope1 + 1492, within(1e-4));
  }

  private static void checkOther(Map<String, ItemUse> items, String id, int scope, double tonnes) {
    assertThat(items.get(id).item().scope()).as(id).isEqualTo(scope);
    assertThat(items.get(id).emissions()).as(id).isCloseTo(tonnes, within(1e-9));
  }

  private static Map<String, Double> byHand(String factors) throws IOException {
    Map<String, Double> out = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(BY_HAND)) {
      for (NamedCsvRecord row : csv) {
        if (row.getField("factors").equals(factors)) {
          assertThat(row.getField("use")).isEqualTo("1000");
          out.put(row.getField("fuel"), Double.valueOf(row.getField("over_12_t_co2")));
        }
      }
    }
    return out;
  }

  /** As a scenario of the product's own configuration reads them. */
  private static CarbonRules rules(String factors, Iterable<String> fuels) {
    StringBuilder carbon = new StringBuilder("{ factors = " + factors);
    carbon.append(", purchased-factors = china-guideline, fuels {");
    fuels.forEach(fuel -> carbon.append(" ").append(fuel).append(" = \"gdp * 1\","));
    carbon.append(" }, purchased { electricity = \"gdp * 1\", heat = \"gdp * 1\" }");
    carbon.append(", process { cement = \"gdp * 1\" } }");
    return ConfigurationLoader.load(
            HOME,
            "default",
            Map.of(
                "scenarios.hand.base",
                "digital-coupling",
                "scenarios.hand.carbon",
                carbon.toString()),
            name -> Optional.empty(),
            new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
        .settings()
        .scenarios()
        .get("hand")
        .carbon();
  }

  private static UnitFigures use(List<Item> items) {
    StringBuilder ddl = new StringBuilder("unit_id string, year int");
    List<Object> cells = new ArrayList<>(List.of("a", 2020));
    for (Item item : items) {
      ddl.append(", ").append(item.column()).append(" double");
      cells.add(
          switch (item.id()) {
            case "cement" -> 250.0;
            case "electricity" -> 200.0;
            case "heat" -> 3000.0;
            default -> 1000.0;
          });
    }
    return Series.of(ddl.toString(), RowFactory.create(cells.toArray())).get(0);
  }
}
