package org.renxing.jobs.gold.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableSpec;
import org.renxing.panel.StatisticPrices;

/** The prices of the money that a table compares over the years, as every row of it states them. */
public final class ComparedPrices {
  /** The column. */
  static final String COLUMN = "price_basis";

  private static final String COMMENT =
      "Prices of the money in %s: current (changes hold inflation), constant-YYYY, constant (by a"
          + " deflator), undeclared";

  private ComparedPrices() {}

  /** Adds the column to a table that always compares money. */
  public static TableSpec.Builder required(TableSpec.Builder shape, String figures) {
    return shape.required(COLUMN, Type.STRING, "", COMMENT.formatted(figures));
  }

  /** Adds the column to a table of which a scenario may lack the money. */
  public static TableSpec.Builder optional(TableSpec.Builder shape, String figures) {
    return shape.optional(
        COLUMN, Type.STRING, "", COMMENT.formatted(figures) + "; null = the scenario names none");
  }

  /** GDP at the prices in which a scenario's growth is measured; none where it names no GDP. */
  public static List<Statistic> output(Scenario scenario) {
    return scenario.outputStatistic().stream().toList();
  }

  /** The prices of the money that a table compares; empty where the scenario names none. */
  public static String text(Scenario scenario, GoldTable table) {
    return text(scenario, table.comparedMoney(scenario));
  }

  /** The prices of some statistics; empty where the scenario names none of them. */
  public static String text(Scenario scenario, List<Statistic> money) {
    return new StatisticPrices(scenario).of(money).orElse("");
  }

  /**
   * A sentence for each scenario and prices in which tables compare money of different years though
   * these cannot be compared.
   */
  public static List<String> warnings(List<GoldTable> tables, Iterable<Scenario> scenarios) {
    List<String> out = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      List<String> names = new ArrayList<>();
      for (GoldTable table : tables) {
        if (table.appliesTo(scenario) && hasIncomparable(scenario, table)) {
          names.add(table.spec().name().toString());
        }
      }
      if (!names.isEmpty()) {
        out.add(warning(scenario, names));
      }
    }
    return List.copyOf(out);
  }

  private static boolean hasIncomparable(Scenario scenario, GoldTable table) {
    Optional<String> prices = new StatisticPrices(scenario).of(table.comparedMoney(scenario));
    return prices.filter(text -> !StatisticPrices.isComparable(text)).isPresent();
  }

  private static String warning(Scenario scenario, List<String> tables) {
    return "scenario %s: money at current or undeclared prices is compared over the years in %s, so that these changes hold inflation, as price_basis says in each row; name a series at constant prices (statistics.gdp-real, or constant or deflator at the base indicator), or write prices { year, deflator }"
        .formatted(scenario.id(), String.join(", ", tables));
  }
}
