package org.renxing.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.PolicyEvent;
import org.renxing.model.ResourceRules;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Frames;

class ResourceTest {
  private static final Boundaries UNMOVED = Boundaries.of(List.of(), 2030, Map.of());

  @Test
  void dependenceWithItsFlagsAndVolatility() {
    Dataset<Row> frame =
        Frames.of(
            "unit_id string, year int, output_industry double, output_extractive double,"
                + " output_processing double, gdp double, population double",
            row("a", 2010, 100.0, 10.0, 10.0, 40.0, 10.0),
            row("a", 2011, 100.0, 11.0, 19.0, 44.0, 10.0), // 30 %: not over
            row("a", 2012, 100.0, 9.9, 20.2, 44.0, 10.0), // 30.1 %
            row("a", 2013, 100.0, 9.9, null, 44.0, 0.0),
            row("b", 2010, 0.0, 5.0, 5.0, 10.0, 10.0),
            row("b", 2011, null, 5.0, 5.0, 12.0, 10.0));
    Map<String, Row> out = Frames.by(Dependence.of(frame, UNMOVED), "unit_id", "year");
    assertThat(out.get("a/2010").<Boolean>getAs("is_over_20")).isFalse();
    assertThat(out.get("a/2011").<Boolean>getAs("is_over_30")).isFalse();
    assertThat(out.get("a/2012").<Boolean>getAs("is_over_30")).isTrue();
    close(out.get("a/2011"), "extractive_share_pct", 11);
    close(out.get("a/2010"), "output_share_of_all_pct", 1000.0 / 15);
    assertThat(out.get("a/2012").<Double>getAs("volatility")).isNull();
    // growth +10, -10 and 0 %: deviations 10, -10, 0, so sqrt(200 / 2)
    close(out.get("a/2013"), "volatility", 10);
    assertThat(out.get("a/2013").<Boolean>getAs("is_over_20")).isNull();
    assertThat(out.get("a/2013").<String>getAs("reason")).contains("processing");
    assertThat(out.get("a/2013").<Double>getAs("gdp_per_capita_cny")).isNull();
    assertThat(out.get("b/2010").<Double>getAs("extractive_share_pct")).isNull();
    assertThat(out.get("b/2010").<String>getAs("reason")).contains("not above 0");
    // 40 and 10 over 20 · 10^4 persons: 2.5 · 10^4 CNY each; growth 10 % against 56 over 50
    close(out.get("a/2010"), "gdp_per_capita_to_all", 1.6);
    close(out.get("a/2011"), "gdp_growth_pct", 10);
    close(out.get("a/2011"), "gdp_growth_all_pct", 12);
  }

  @Test
  void newFactorsAgainstTheMeanOfAll() {
    Dataset<Row> frame =
        Frames.of(
            "unit_id string, year int, population double, patents double, fdi double",
            row("a", 2020, 10.0, 20.0, 0.5),
            row("b", 2020, 30.0, 180.0, 3.5),
            row("c", 2020, 0.0, 50.0, null));
    Dataset<Row> rows = NewFactors.of(frame);
    Map<String, Row> out = Frames.by(rows, "factor", "unit_id");
    assertThat(out).hasSize(6);
    close(out.get("patents_per_capita/a"), "value", 2);
    close(out.get("patents_per_capita/a"), "national_mean", 5);
    close(out.get("patents_per_capita/a"), "ratio", 0.4);
    // 0.5 · 10^8 CNY over 10 · 10^4 persons
    close(out.get("fdi_per_capita/a"), "value", 500);
    assertThat(out.get("patents_per_capita/c").<Double>getAs("value")).isNull();
    assertThat(out.get("patents_per_capita/c").<String>getAs("reason")).isNotNull();
    Dataset<Row> units =
        Frames.of(
            "unit_id string, is_resource_based boolean",
            row("a", true),
            row("b", false),
            row("c", true));
    Map<String, Row> groups =
        Frames.by(
            NewFactors.byYear(rows, units, List.of("is_resource_based")), "factor", "group_value");
    // 200 patents over 40 · 10^4 persons, and the mean of 2 and 6
    close(groups.get("patents_per_capita/all"), "value", 5);
    close(groups.get("patents_per_capita/all"), "mean_value", 4);
    Row group = groups.get("patents_per_capita/true");
    assertThat(group.<Long>getAs("n")).isEqualTo(1);
    assertThat(group.<Long>getAs("n_below")).isEqualTo(1);
    close(group, "ratio_to_national", 0.4);
    close(group, "share_below", 1);
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
    Map<String, Row> out =
        Frames.by(
            Support.of(
                Frames.of(
                    "unit_id string, year int, gdp double, budget_revenue double,"
                        + " budget_expenditure double, transfers_received double, investment"
                        + " double",
                    rows),
                rules,
                UNMOVED),
            "unit_id",
            "year");
    Row plan13 = out.get("a/2013");
    assertThat(plan13.<String>getAs("event")).isEqualTo("plan");
    close(plan13, "growth_before_pct", 10);
    close(plan13, "growth_after_pct", 0);
    close(plan13, "transfers_to_revenue", 2.5);
    close(plan13, "fiscal_balance_100m_cny", -10);
    close(plan13, "investment_share_pct", 10);
    assertThat(plan13.<Double>getAs("real_estate_share_pct")).isNull();
    assertThat(out.get("a/2011").<Double>getAs("growth_before_pct")).isNull();
    assertThat(out.get("a/2011").<String>getAs("reason"))
        .isEqualTo("no output over 3 years before the event");
    assertThat(out.get("a/2012").<String>getAs("event")).isNull();
    assertThat(out.get("a/2012").<Double>getAs("growth_after_pct")).isNull();
    assertThat(out.get("b/2013").<Double>getAs("transfers_to_revenue")).isNull();
    close(out.get("b/2013"), "growth_before_pct", 10);
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
    Map<String, Row> out =
        Frames.by(
            Dependence.of(
                Frames.of(
                    "unit_id string, year int, output_industry double, output_extractive double,"
                        + " output_processing double, gdp double, population double",
                    rows),
                moved),
            "unit_id",
            "year");
    Row gave = out.get("gave/2013");
    assertThat(gave.<Double>getAs("gdp_growth_pct")).isNull();
    assertThat(gave.<String>getAs("growth_reason")).isEqualTo("BOUNDARY_BREAK");
    assertThat(gave.<String>getAs("boundary_flag")).isEqualTo("break");
    // of all: calm alone, 120 to 130, since gave broke and gap has no figure
    close(gave, "gdp_growth_all_pct", 100.0 / 12);
    assertThat(out.get("gave/2015").<Long>getAs("volatility_n")).isEqualTo(4);
    // 10, -10, 10, 10: mean 5, squares 25 + 225 + 25 + 25 = 300 over 3
    close(out.get("gave/2015"), "volatility", 10);
    assertThat(out.get("calm/2015").<Long>getAs("volatility_n")).isEqualTo(5);
    assertThat(out.get("gap/2012").<Double>getAs("gdp_growth_pct")).isNull();
    assertThat(out.get("gap/2012").<String>getAs("growth_reason")).isEqualTo("GAP");
    assertThat(out.get("gap/2010").<String>getAs("growth_reason")).isEqualTo("FIRST_YEAR");
    assertThat(out.get("gap/2013").<String>getAs("growth_reason")).isEqualTo("OUTPUT_MISSING");
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
    Map<String, Row> out =
        Frames.by(
            Support.of(
                Frames.of(
                    "unit_id string, year int, gdp double, population double,"
                        + " real_estate_completions double",
                    rows),
                rules,
                moved),
            "unit_id",
            "year");
    Row gave = out.get("gave/2013");
    close(gave, "growth_before_pct", 10);
    // 30 · 10^4 m2 for 50 · 10^4 persons
    close(gave, "completions_m2_per_person", 0.6);
    close(gave, "completions_10k_m2", 30);
    assertThat(out.get("steps/2013").<Double>getAs("completions_m2_per_person")).isNull();
    assertThat(gave.<Double>getAs("growth_after_pct")).isNull();
    assertThat(gave.<String>getAs("boundary_flag")).isEqualTo("break");
    assertThat(gave.<String>getAs("boundary_event")).isEqualTo("carve_out:gave>other");
    assertThat(gave.<String>getAs("reason"))
        .isEqualTo("boundaries changed in the 3 years after the event");
    assertThat(out.get("gave/2014").<String>getAs("boundary_flag")).isNull();
    // three years apart are three years, whatever lies between
    close(out.get("steps/2013"), "growth_before_pct", 10);
    close(out.get("steps/2013"), "growth_after_pct", 10);
    assertThat(out.get("steps/2013").<String>getAs("reason")).isNull();
  }

  private static void close(Row row, String column, double expected) {
    assertThat(row.<Double>getAs(column)).as(column).isCloseTo(expected, within(1e-9));
  }
}
