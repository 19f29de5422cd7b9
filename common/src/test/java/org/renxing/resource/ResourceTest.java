package org.renxing.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.PolicyEvent;
import org.renxing.model.ResourceRules;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Series;
import org.renxing.testing.Spread;

class ResourceTest {
  private static final Boundaries UNMOVED = Boundaries.of(List.of(), 2030, Map.of());

  @Test
  void dependenceWithItsFlagsAndVolatility() {
    List<UnitFigures> units =
        Series.of(
            "unit_id string, year int, output_industry double, output_extractive double,"
                + " output_processing double, gdp double, population double",
            row("a", 2010, 100.0, 10.0, 10.0, 40.0, 10.0),
            row("a", 2011, 100.0, 11.0, 19.0, 44.0, 10.0), // 30 %: not over
            row("a", 2012, 100.0, 9.9, 20.2, 44.0, 10.0), // 30.1 %
            row("a", 2013, 100.0, 9.9, null, 44.0, 0.0),
            row("b", 2010, 0.0, 5.0, 5.0, 10.0, 10.0),
            row("b", 2011, null, 5.0, 5.0, 12.0, 10.0));
    Map<String, DependenceYear> out = dependence(units, UNMOVED);
    assertThat(out.get("a/2010").isOver(20)).isEqualTo(Truth.FALSE);
    assertThat(out.get("a/2011").isOver(30)).isEqualTo(Truth.FALSE);
    assertThat(out.get("a/2012").isOver(30)).isEqualTo(Truth.TRUE);
    close(out.get("a/2011").extractiveShare(), 11);
    close(all(out, 2010).share(out.get("a/2010")), 1000.0 / 15);
    assertThat(out.get("a/2012").volatility()).isNaN();
    // growth +10, -10 and 0 %: deviations 10, -10, 0, so sqrt(200 / 2)
    close(out.get("a/2013").volatility(), 10);
    assertThat(out.get("a/2013").isOver(20)).isEqualTo(Truth.UNKNOWN);
    assertThat(out.get("a/2013").reason()).contains("processing");
    assertThat(out.get("a/2013").gdpPerCapita()).isNaN();
    assertThat(out.get("b/2010").extractiveShare()).isNaN();
    assertThat(out.get("b/2010").reason()).contains("not above 0");
    // 40 and 10 over 20 · 10^4 persons: 2.5 · 10^4 CNY each; growth 10 % against 56 over 50
    close(all(out, 2010).perCapitaRatio(out.get("a/2010")), 1.6);
    close(out.get("a/2011").growth(), 10);
    close(all(out, 2011).growth(), 12);
  }

  @Test
  void jobsOfAGroupAreTotalsOfUnitsThatHaveBothFigures() {
    List<UnitFigures> statistics =
        Series.of(
            "unit_id string, year int, employment double, employment_extractive double",
            row("a", 2020, 100.0, 40.0),
            row("b", 2020, 300.0, 20.0),
            row("c", 2020, 0.0, 5.0),
            row("d", 2020, 50.0, null));
    Spread.ways(statistics).forEach(ResourceTest::checkJobs);
  }

  private static void checkJobs(Records<UnitFigures> statistics) {
    UnitDirectory units =
        new UnitDirectory(
            List.of("is_resource_based"),
            List.of(unit("a", true), unit("b", false), unit("c", true), unit("d", false)));
    Map<String, DependenceSummary> out =
        Series.by(
            DependenceSummary.of(
                    statistics.flatMap(unit -> new Dependence(UNMOVED).of(unit).iterator()),
                    new Groupings(units, List.of("is_resource_based")))
                .list(),
            s -> s.group().value());
    DependenceSummary all = out.get("all");
    assertThat(List.of(all.n(), all.jobsN(), all.outputN(), all.over20()))
        .containsExactly(4L, 2L, 0L, 0L);
    close(all.jobsShare(), 15);
    close(all.meanJobsShare(), (40 + 20.0 / 3) / 2);
    assertThat(all.share()).isNaN();
    close(out.get("true").jobsShare(), 40);
    close(out.get("false").jobsShare(), 20.0 / 3);
  }

  @Test
  void newFactorsAgainstTheMeanOfAll() {
    List<UnitFigures> statistics =
        Series.of(
            "unit_id string, year int, population double, patents double, fdi double, fdi_usd"
                + " double",
            row("a", 2020, 10.0, 20.0, 0.5, 3.0),
            row("b", 2020, 30.0, 180.0, 3.5, 21.0),
            row("c", 2020, 0.0, 50.0, null, 600.0));
    Spread.ways(statistics).forEach(ResourceTest::checkNewFactors);
  }

  private static void checkNewFactors(Records<UnitFigures> statistics) {
    Records<FactorYear> rows = NewFactors.of(statistics);
    Map<String, FactorYear> out = Series.by(rows.list(), f -> f.factor() + "/" + f.unitId());
    assertThat(out).hasSize(9);
    close(out.get("patents_per_capita/a").value(), 2);
    close(out.get("patents_per_capita/a").mean(), 5);
    close(out.get("patents_per_capita/a").ratio(), 0.4);
    // 0.5 · 10^8 CNY over 10 · 10^4 persons
    close(out.get("fdi_per_capita/a").value(), 500);
    // 3 · 10^6 USD over as many, and the mean of 3 and 21: c has nobody
    close(out.get("fdi_usd_per_capita/a").value(), 30);
    assertThat(out.get("fdi_usd_per_capita/a").unit()).isEqualTo("USD/person");
    close(out.get("fdi_usd_per_capita/a").meanAmount(), 1200);
    assertThat(out.get("patents_per_capita/c").value()).isNaN();
    assertThat(out.get("patents_per_capita/c").reason()).isNotEmpty();
    UnitDirectory units =
        new UnitDirectory(
            List.of("is_resource_based"),
            List.of(unit("a", true), unit("b", false), unit("c", true)));
    Map<String, NewFactors.Summary> groups =
        Series.by(
            NewFactors.summaries(rows, new Groupings(units, List.of("is_resource_based"))).list(),
            s -> s.factor() + "/" + s.group().value());
    // 200 patents over 40 · 10^4 persons, and the mean of 2 and 6
    close(groups.get("patents_per_capita/all").value(), 5);
    close(groups.get("patents_per_capita/all").meanValue(), 4);
    NewFactors.Summary group = groups.get("patents_per_capita/true");
    assertThat(group.n()).isEqualTo(1);
    assertThat(group.below()).isEqualTo(1);
    close(group.ratio(), 0.4);
    close(group.shareBelow(), 1);
    // 20 patents a unit against the mean of 20 and 180
    close(group.meanAmount(), 20);
    close(group.amountRatio(), 0.2);
    close(groups.get("patents_per_capita/all").amountRatio(), 1);
    close(groups.get("fdi_usd_per_capita/false").amountRatio(), 1.75);
  }

  @Test
  void growthBeforeAndAfterAnEvent() {
    List<Row> rows = new ArrayList<>();
    for (int year = 2010; year <= 2016; year++) {
      double gdp = year <= 2013 ? 100 * Math.pow(1.1, year - 2010) : 133.1;
      rows.add(row("a", year, gdp, 20.0, 30.0, 50.0, 13.31));
      rows.add(row("b", year, year == 2012 ? null : gdp, 0.0, null, 5.0, null));
    }
    PolicyEvent early = new PolicyEvent("early", "t", 2011, List.of("a"), "s");
    PolicyEvent plan = new PolicyEvent("plan", "t", 2013, List.of("a", "b"), "s");
    ResourceRules rules =
        new ResourceRules(ResourceRules.Verdict.ANY, 2010, 3, List.of(early, plan));
    Map<String, SupportYear> out =
        support(
            rules,
            UNMOVED,
            Series.of(
                "unit_id string, year int, gdp double, budget_revenue double,"
                    + " budget_expenditure double, transfers_received double, investment"
                    + " double",
                rows));
    SupportYear plan13 = out.get("a/2013");
    assertThat(plan13.event()).isEqualTo("plan");
    close(plan13.growthBefore(), 10);
    close(plan13.growthAfter(), 0);
    close(plan13.transfersToRevenue(), 2.5);
    close(plan13.balance(), -10);
    close(plan13.investmentShare(), 10);
    assertThat(plan13.realEstateShare()).isNaN();
    assertThat(out.get("a/2011").growthBefore()).isNaN();
    assertThat(out.get("a/2011").reason()).isEqualTo("no output over 3 years before the event");
    assertThat(out.get("a/2012").event()).isEmpty();
    assertThat(out.get("a/2012").growthAfter()).isNaN();
    assertThat(out.get("b/2013").transfersToRevenue()).isNaN();
    close(out.get("b/2013").growthBefore(), 10);
  }

  @Test
  void growthStopsAtBreaksAndGaps() {
    List<Row> rows = new ArrayList<>();
    double[] extractive = {100, 110, 99, 50, 55, 60.5, 60.5};
    for (int i = 0; i < extractive.length; i++) {
      for (String unit : List.of("gave", "calm")) {
        rows.add(row(unit, 2010 + i, 200.0, extractive[i], 0.0, 100.0 + 10 * i, 10.0));
      }
    }
    rows.add(row("gap", 2010, 200.0, 100.0, 0.0, 100.0, 10.0));
    rows.add(row("gap", 2012, 200.0, 100.0, 0.0, 400.0, 10.0));
    rows.add(row("gap", 2013, 200.0, 100.0, 0.0, null, 10.0));
    Boundaries moved =
        Boundaries.of(List.of(new Move(2013, "carve_out", "gave", "other", false)), 2020, Map.of());
    Map<String, DependenceYear> out =
        dependence(
            Series.of(
                "unit_id string, year int, output_industry double, output_extractive double,"
                    + " output_processing double, gdp double, population double",
                rows),
            moved);
    DependenceYear gave = out.get("gave/2013");
    assertThat(gave.growth()).isNaN();
    assertThat(gave.growthReason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(gave.flag()).isEqualTo("break");
    // of all: calm alone, 120 to 130, since gave broke and gap has no figure
    close(all(out, 2013).growth(), 100.0 / 12);
    assertThat(out.get("gave/2015").volatilityN()).isEqualTo(4);
    // 10, -10, 10, 10: mean 5, squares 25 + 225 + 25 + 25 = 300 over 3
    close(out.get("gave/2015").volatility(), 10);
    assertThat(out.get("calm/2015").volatilityN()).isEqualTo(5);
    assertThat(out.get("gap/2012").growth()).isNaN();
    assertThat(out.get("gap/2012").growthReason()).isEqualTo("GAP");
    assertThat(out.get("gap/2010").growthReason()).isEqualTo("FIRST_YEAR");
    assertThat(out.get("gap/2013").growthReason()).isEqualTo("OUTPUT_MISSING");
  }

  @Test
  void anEventsGrowthStopsAtBreaks() {
    List<Row> rows = new ArrayList<>();
    for (int year = 2010; year <= 2016; year++) {
      rows.add(row("gave", year, 100 * Math.pow(1.1, year - 2010), 50.0, 30.0));
      if (year % 3 == 0) {
        rows.add(row("steps", year, 100 * Math.pow(1.1, year - 2010), 0.0, 30.0));
      }
    }
    PolicyEvent plan = new PolicyEvent("plan", "t", 2013, List.of("gave", "steps"), "s");
    ResourceRules rules = new ResourceRules(ResourceRules.Verdict.ANY, 2010, 3, List.of(plan));
    Boundaries moved =
        Boundaries.of(List.of(new Move(2014, "carve_out", "gave", "other", false)), 2020, Map.of());
    Map<String, SupportYear> out =
        support(
            rules,
            moved,
            Series.of(
                "unit_id string, year int, gdp double, population double,"
                    + " real_estate_completions double",
                rows));
    SupportYear gave = out.get("gave/2013");
    close(gave.growthBefore(), 10);
    // 30 · 10^4 m2 for 50 · 10^4 persons
    close(gave.completionsPerPerson(), 0.6);
    close(gave.completions(), 30);
    assertThat(out.get("steps/2013").completionsPerPerson()).isNaN();
    assertThat(gave.growthAfter()).isNaN();
    assertThat(gave.flag()).isEqualTo("break");
    assertThat(gave.moved()).isEqualTo("carve_out:gave>other");
    assertThat(gave.reason()).isEqualTo("boundaries changed in the 3 years after the event");
    assertThat(out.get("gave/2014").flag()).isEmpty();
    // three years apart are three years, whatever lies between
    close(out.get("steps/2013").growthBefore(), 10);
    close(out.get("steps/2013").growthAfter(), 10);
    assertThat(out.get("steps/2013").reason()).isEmpty();
  }

  private static Map<String, DependenceYear> dependence(
      List<UnitFigures> units, Boundaries boundaries) {
    return Series.by(
        Series.each(units, new Dependence(boundaries)::of), y -> y.unitId() + "/" + y.year());
  }

  private static DependenceYear.Total all(Map<String, DependenceYear> units, int year) {
    return DependenceYear.Total.of(
        units.values().stream().filter(unit -> unit.year() == year).toList());
  }

  private static UnitDirectory.Unit unit(String id, boolean isResourceBased) {
    return new UnitDirectory.Unit(
        id, id, Map.of("is_resource_based", String.valueOf(isResourceBased)));
  }

  private static Map<String, SupportYear> support(
      ResourceRules rules, Boundaries boundaries, List<UnitFigures> units) {
    return Series.by(
        Series.each(units, new Support(rules, boundaries)::of), y -> y.unitId() + "/" + y.year());
  }

  private static void close(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-9));
  }
}
