package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.panel.StatisticPrices;

/** Which series growth is taken from, and at whose prices, by what a configuration names. */
class GrowthPricesTest {
  @TempDir private Path home;

  /** Base indicators gdp, real (2010), real15, trade, index; the yearbook delivers some of them. */
  private ConfTree tree(String ofGdp, String delivered) {
    ConfTree tree =
        new ConfTree(home)
            .append("conf/units-of-measure.conf", "index { dimension = index, factor = 1 }\n")
            .append(
                "conf/indicators.conf",
                """
                index { name-en = "deflator", unit = index }
                real { name-en = "real GDP", unit = "亿元", price = constant-2010 }
                real15 { name-en = "real trade", unit = "亿元", price = constant-2015 }
                trade { name-en = "trade", unit = "亿元", price = current, constant = real15 }
                odd { name-en = "money of which nothing is said", unit = "亿元" }
                """)
            .append("conf/indicators.conf", "gdp { " + ofGdp + " }\n");
    for (String code : delivered.split(" ", -1)) {
      tree.append(
          "conf/sources/yearbook.conf",
          "columns.%1$s { indicator = %1$s, unit = \"%2$s\" }\n"
              .formatted(code, code.equals("index") ? "index" : "亿元"));
    }
    return tree;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // the base indicator of GDP | delivered | the scenario | gdp-real | prices
        "price = current | index real | statistics { gdp = gdp } | - | current",
        "price = current, constant = real, deflator = index | trade | statistics { gdp = gdp } | -"
            + " | current",
        "price = current, constant = real, deflator = index | index real | statistics { gdp = gdp }"
            + " | real | constant-2010",
        "price = current, constant = real | real | statistics { gdp = \"gdp / 1e4\" } | real / 1e4"
            + " | constant-2010",
        "price = current, constant = real, deflator = index | index | statistics { gdp = gdp } |"
            + " (gdp) / index * 100 | constant",
        "price = current, constant = real, deflator = index | index real | statistics { gdp = gdp"
            + " }, growth-prices = current | - | current",
        "price = current, constant = real, deflator = index | index real | statistics { gdp = gdp,"
            + " gdp-real = \"gdp / index\" } | gdp / index | constant",
        "price = current, constant = real, deflator = index | real | statistics { gdp = gdp },"
            + " prices { year = 2015, deflator = index } | - | constant-2015",
        "price = current | index | statistics { gdp = gdp, gdp-real = gdp }, prices { year = 2015,"
            + " deflator = index } | gdp | constant-2015",
        "price = current | index | statistics { gdp = real } | - | constant-2010",
        "price = current | real | statistics { gdp = gdp, gdp-real = real } | real | constant-2010",
        // prices of two years are no one basis; trade has no deflator
        "price = current, constant = real | real real15 | statistics { gdp = \"gdp + trade\" } | -"
            + " | current",
        "price = current, deflator = index | index | statistics { gdp = \"gdp + trade\" } | - |"
            + " current",
        "price = current | real | statistics { gdp = \"real + gdp\" } | - | constant-2010,current",
        "price = current | real | statistics { gdp = odd } | - | undeclared",
        "price = current | real | statistics { population = pop } | - | -"
      })
  void ofOutput(String ofGdp, String delivered, String text, String real, String prices) {
    Scenario scenario =
        tree(ofGdp, delivered)
            .append("conf/scenarios/small.conf", text + "\n")
            .load()
            .settings()
            .scenarios()
            .get("small");
    assertThat(scenario.statistics().get(Statistic.GDP_REAL)).isEqualTo(real);
    assertThat(new StatisticPrices(scenario).ofOutput()).isEqualTo(Optional.ofNullable(prices));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price = current, deflator = index | statistics { gdp = gdp, gdp-real = gdp } |"
            + " scenarios.small.statistics.gdp-real: reads gdp at current prices; read a base"
            + " indicator with price = constant-YYYY",
        "price = current | statistics { gdp = gdp, gdp-real = \"gdp / index\" } |"
            + " scenarios.small.statistics.gdp-real: reads gdp at current prices",
        "price = current | statistics { gdp-real = \"real + trade\" } |"
            + " scenarios.small.statistics.gdp-real: reads trade at current prices",
        "price = current, deflator = index | statistics { gdp = gdp, gdp-real = real },"
            + " growth-prices = current | scenarios.small.growth-prices: current prices are asked"
            + " for, and statistics.gdp-real is named",
        "price = current, constant = trade | statistics { gdp = gdp } | indicators.gdp.constant:"
            + " 'trade' is not at constant prices",
        "price = current, constant = reel | statistics { gdp = gdp } | indicators.gdp.constant:"
            + " there is no base indicator 'reel'; did you mean 'real'?",
        "price = current, deflator = trade | statistics { gdp = gdp } | indicators.gdp.deflator:"
            + " 'trade' is money",
        "price = constant-2010, deflator = index | statistics { gdp = gdp } | indicators.gdp:"
            + " constant and deflator are for money with price = current",
        "price = current | statistics { gdp = gdp }, growth-prices = real |"
            + " scenarios.small.growth-prices: 'real' is not allowed"
      })
  void problems(String ofGdp, String text, String problem) {
    assertThat(tree(ofGdp, "trade").append("conf/scenarios/small.conf", text + "\n").problems())
        .singleElement()
        .asString()
        .contains(problem);
  }
}
