package org.renxing.jobs.gold.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.Decoupling;
import org.renxing.carbon.DecouplingSpan;
import org.renxing.carbon.UnitEmissions.DriverYear;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.jobs.gold.GoldTables;
import org.renxing.jobs.gold.resource.ExhaustionUnitYear;
import org.renxing.jobs.gold.resource.OkunUnit;
import org.renxing.jobs.silver.remote.RemotePlan;
import org.renxing.lake.LakeFiles;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.resource.Employment;
import org.renxing.resource.EmploymentYear;
import org.renxing.shrinkage.Span;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.shrinkage.UnitSpans;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.weights.WeightingMethods;

/**
 * Growth by the prices that a configuration gives, and how rows and warnings say which they are.
 */
class ComparedPricesTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> TABLES =
      List.of(
          "gold.decoupling_unit",
          "gold.carbon_decomposition",
          "gold.carbon_decomposition_group",
          "gold.resource_dependence_unit_year",
          "gold.resource_dependence_summary_year",
          "gold.exhaustion_unit_year",
          "gold.employment_unit_year",
          "gold.okun_unit",
          "gold.support_unit_year",
          "gold.shrinkage_unit",
          "gold.shrinkage_summary",
          "gold.path_unit_year");

  private static Settings settings(String... overrides) {
    Map<String, String> set = new TreeMap<>();
    for (int i = 0; i < overrides.length; i += 2) {
      set.put(overrides[i], overrides[i + 1]);
    }
    return ConfigurationLoader.load(
            HOME,
            "default",
            set,
            name -> Optional.empty(),
            new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
        .settings();
  }

  private static List<GoldTable> tables(Settings settings) {
    LakeFiles files = new LakeFiles(new Configuration(false));
    return GoldTables.all(files, settings.rules(), RemotePlan.of(settings, files).aggregates());
  }

  private static Scenario scenario(String... overrides) {
    return settings(overrides).scenarios().get("resource-resilience");
  }

  /** The samples with a source that has GDP at prices of 2000, and a deflator. */
  private static Scenario withSeries() {
    return scenario("nightly.sources", "[city-economy, cn-city-panel]");
  }

  private static Scenario withDeflator() {
    return scenario(
        "nightly.sources", "[city-economy, cn-city-panel]", "indicators.gdp.constant", "null");
  }

  @Test
  void everyTableThatComparesMoneyHasTheColumn() {
    Settings settings = settings();
    Scenario scenario = settings.scenarios().get("resource-resilience");
    List<String> found = new ArrayList<>();
    for (GoldTable table : tables(settings)) {
      boolean has = table.spec().columnNames().contains(ComparedPrices.COLUMN);
      if (!table.comparedMoney(scenario).isEmpty()) {
        found.add(table.spec().name().toString());
        assertThat(has).as(table.spec().name().toString()).isTrue();
      }
    }
    assertThat(found).containsExactlyElementsOf(TABLES);
  }

  @Test
  void theSamplesHaveCurrentPricesAndAWarningNamesScenarioAndTables() {
    Settings settings = settings();
    List<String> warnings =
        ComparedPrices.warnings(tables(settings), settings.scenarios().values());
    // the real panels name GDP at prices of 2000, or none
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0))
        .startsWith(
            "scenario digital-coupling: money at current or undeclared prices is compared over the"
                + " years in gold.shrinkage_unit, gold.shrinkage_summary, gold.path_unit_year, so");
    assertThat(warnings.get(1)).startsWith("scenario resource-resilience:");
    assertThat(warnings.get(1)).contains(TABLES);
  }

  @Test
  void aSeriesAtConstantPricesLeavesTheOutputOfIndustry() {
    Settings settings = settings("nightly.sources", "[city-economy, cn-city-panel]");
    List<String> warnings =
        ComparedPrices.warnings(tables(settings), settings.scenarios().values());
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .contains(" in gold.resource_dependence_unit_year, gold.exhaustion_unit_year, so that");
    assertThat(ComparedPrices.text(withSeries(), new OkunUnit())).isEqualTo("constant-2000");
    assertThat(ComparedPrices.text(withDeflator(), new OkunUnit())).isEqualTo("constant");
    assertThat(ComparedPrices.text(scenario(), new OkunUnit())).isEqualTo("current");
    assertThat(ComparedPrices.text(withSeries(), new ExhaustionUnitYear())).isEqualTo("current");
  }

  @Test
  void pricesOfAScenarioLeaveNoWarning() {
    Settings settings =
        settings(
            "scenarios.resource-resilience.prices", "{ year = 2015, deflator = gdp_deflator }",
            "indicators.operating_cost.price", "current");
    Scenario scenario = settings.scenarios().get("resource-resilience");
    assertThat(ComparedPrices.warnings(tables(settings), List.of(scenario))).isEmpty();
    assertThat(ComparedPrices.text(scenario, new ExhaustionUnitYear())).isEqualTo("constant-2015");
  }

  /** GDP at its own prices +5 %, at prices of 2000 100 to 97.2222… where prices rise by 8 %. */
  private static UnitFigures statistics(Scenario scenario) {
    List<Map<String, Double>> bases =
        List.of(
            Map.of(
                "gdp",
                100.0,
                "gdp_deflator",
                50.0,
                "gdp_real_2000",
                200.0,
                "pop_resident",
                100.0,
                "employed_total",
                40.0),
            Map.of(
                "gdp",
                105.0,
                "gdp_deflator",
                54.0,
                "gdp_real_2000",
                200.0 * 1.05 / 1.08,
                "pop_resident",
                99.0,
                "employed_total",
                40.4));
    List<Statistic> named =
        Stream.of(Statistic.GDP, Statistic.GDP_REAL, Statistic.POPULATION, Statistic.EMPLOYMENT)
            .filter(scenario.statistics()::containsKey)
            .toList();
    double[] values =
        bases.stream()
            .flatMapToDouble(
                known ->
                    named.stream()
                        .map(statistic -> Expression.parse(scenario.statistics().get(statistic)))
                        .mapToDouble(e -> e.value(known).orElseThrow()))
            .toArray();
    return new UnitFigures(
        "140600", List.of(2010, 2011), named.stream().map(Statistic::column).toList(), values);
  }

  private static void check(
      Scenario scenario, double growth, Truth isDouble, double elasticity, String state) {
    Boundaries unmoved = Boundaries.of(List.of(), 2019, Map.of());
    UnitFigures unit = statistics(scenario);
    UnitSpan span =
        new UnitSpans(ShrinkagePolicy.standard(), unmoved)
            .of(unit, List.of(new Span(2010, 2011)))
            .get(0);
    assertThat(span.gdp().change()).isCloseTo(growth, within(1e-9));
    assertThat(span.isDoubleDecline()).isEqualTo(isDouble);
    EmploymentYear jobs = new Employment(unmoved).elasticity(unit).get(1);
    assertThat(jobs.growthOutput()).isCloseTo(growth, within(1e-9));
    assertThat(jobs.byYear().elasticity()).isCloseTo(elasticity, within(1e-9));
    List<DriverYear> driven =
        List.of(
            new DriverYear(2010, 1000, unit.in(unit.output(), 2010)),
            new DriverYear(2011, 990, unit.in(unit.output(), 2011)));
    CarbonBases bases =
        new CarbonBases(
            Set.of(Basis.AS_REPORTED), Map.of(CarbonBases.GDP, Set.of(Basis.AS_REPORTED)));
    List<DecouplingSpan> spans =
        new Decoupling(5, unmoved, bases).of(CarbonBases.GDP, unit.unitId(), driven);
    assertThat(spans).singleElement().extracting(DecouplingSpan::state).isEqualTo(state);
  }

  @Test
  void growthOfFivePercentIsADeclineWherePricesRiseByEight() {
    double real = 100 * (1.05 / 1.08 - 1); // -2.78 %
    check(scenario(), 5, Truth.FALSE, 0.2, "strong decoupling");
    // -1 % over -2.78 %: 0.36
    check(withSeries(), real, Truth.TRUE, 1 / real, "weak negative decoupling");
    check(withDeflator(), real, Truth.TRUE, 1 / real, "weak negative decoupling");
  }
}
