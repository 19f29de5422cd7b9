package org.renxing.jobs.gold.carbon;

import static org.renxing.measure.Cells.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.renxing.carbon.CarbonAccount;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.EmissionProjection;
import org.renxing.carbon.EmissionStart;
import org.renxing.carbon.EmissionTrend;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ProjectionRules;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.projection.Spread;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.UnitDirectory.Group;

/** Projected emissions of a scenario's units, which the tables of units and groups show. */
final class CarbonOutlooks {
  static final String NAME = "growth_scenario";

  /** From where each unit goes on. */
  static final Need<Records<EmissionStart>> STARTS =
      Need.of(
          "starts of carbon paths",
          List.of(UnitStatistics.FIGURES, UnitBoundaries.OF_SCENARIO),
          scenario -> List.of(scenario.carbon(), scenario.years(), CarbonBases.of(scenario)),
          CarbonOutlooks::starts);

  /** Under every scenario of growth, the groups of units. */
  static final Need<Records<OfGroup>> GROUPS =
      Need.of(
          "carbon paths of groups",
          List.of(STARTS, CarbonAnswers.GROUPINGS),
          scenario -> List.of(scenario.carbon(), scenario.years()),
          CarbonOutlooks::groups);

  private CarbonOutlooks() {}

  /** A group under a scenario of growth: its units with emissions, and these in the base year. */
  record OfGroup(String name, Group group, long n, double base, Spread spread)
      implements Serializable {}

  /** A unit under a scenario of growth. */
  private record Member(String name, EmissionStart start) implements Serializable {}

  /** Whether a scenario has scenarios of growth, and something to grow. */
  static boolean are(Scenario scenario) {
    return CarbonAnswers.are(scenario) && !rules(scenario).paths().isEmpty();
  }

  /** The projection of a scenario. */
  static EmissionProjection of(Scenario scenario) {
    return new EmissionProjection(rules(scenario), scenario.years().last());
  }

  static ProjectionRules rules(Scenario scenario) {
    return scenario.carbon().projection();
  }

  private static Records<EmissionStart> starts(Scenario scenario, Given given) {
    CarbonAccount account = new CarbonAccount(scenario.carbon(), scenario.years());
    Boundaries boundaries = given.get(UnitBoundaries.OF_SCENARIO);
    Set<Basis> bases = CarbonBases.of(scenario).all();
    EmissionProjection projection = of(scenario);
    return given
        .get(UnitStatistics.FIGURES)
        .map(unit -> EmissionTrend.of(unit, account, boundaries, bases))
        .groupedBy(trend -> "", (key, all) -> projection.starts(all).iterator())
        .kept();
  }

  private static Records<OfGroup> groups(Scenario scenario, Given given) {
    EmissionProjection projection = of(scenario);
    ProjectionRules rules = rules(scenario);
    return given
        .get(CarbonAnswers.GROUPINGS)
        .summarise(
            given
                .get(STARTS)
                .where(start -> start.reason().isEmpty())
                .flatMap(start -> members(rules, start)),
            member -> member.start().unitId(),
            Member::name,
            (group, members) -> group(projection, rules, group, members))
        .kept();
  }

  private static Iterator<Member> members(ProjectionRules rules, EmissionStart start) {
    return rules.paths().stream().map(path -> new Member(path.name(), start)).iterator();
  }

  private static OfGroup group(
      EmissionProjection projection, ProjectionRules rules, Group group, List<Member> members) {
    String name = members.get(0).name();
    ProjectionRules.Path path =
        rules.paths().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Spread spread = projection.of(path, members.stream().map(Member::start).toList());
    return new OfGroup(
        name, group, members.size(), spread.path().get(0).emissions().median(), spread);
  }

  /** The columns of a peak. */
  static TableSpec.Builder peak(TableSpec.Builder shape) {
    return shape
        .optional("emissions_base_t", Type.DOUBLE, "t CO2", "Emissions of the base year")
        .optional(
            "peak_year",
            Type.INT,
            "",
            "Median over draws of the last year of the largest emissions, the base year among them")
        .optional("peak_year_p05", Type.INT, "", "The same, 5 % quantile; null = the last year")
        .optional("peak_year_p95", Type.INT, "", "The same, 95 % quantile; null = the last year")
        .optional("peak_t", Type.DOUBLE, "t CO2", "Median of the largest emissions")
        .optional("peak_t_p05", Type.DOUBLE, "t CO2", "The same, 5 % quantile")
        .optional("peak_t_p95", Type.DOUBLE, "t CO2", "The same, 95 % quantile")
        .optional(
            "share_before",
            Type.DOUBLE,
            "share",
            "Draws that peak before the year carbon.projection.before")
        .optional("share_at_end", Type.DOUBLE, "share", "Draws whose last year is the largest")
        .optional(
            "reason",
            Type.STRING,
            "",
            "Why there is no peak: MISSING_EMISSIONS, NEGATIVE_EMISSIONS, NO_EMISSIONS (0),"
                + " NO_PEAK_YET (in the median draw the last year is the largest)")
        .check("either a peak or a reason", "(peak_year IS NULL) <> (reason IS NULL)");
  }

  static TableSpec.Builder name(TableSpec.Builder shape) {
    return shape.key(NAME, Type.STRING, "Scenario of growth, of carbon.projection.paths");
  }

  /** The cells of {@link #peak} after the emissions of the base year. */
  static List<Object> cells(Spread spread) {
    int last = spread.path().get(spread.path().size() - 1).year();
    boolean isZero = spread.height().p95() == 0;
    Spread.Years years = spread.peakYear();
    List<Object> out = new ArrayList<>();
    Stream.of(years.median(), years.p05(), years.p95())
        .forEach(year -> out.add(isZero || year == last ? null : year));
    out.addAll(List.of(spread.height().median(), spread.height().p05(), spread.height().p95()));
    out.add(isZero ? null : spread.shareBefore());
    out.add(isZero ? null : spread.shareAtEnd());
    out.add(isZero ? "NO_EMISSIONS" : years.median() == last ? "NO_PEAK_YET" : null);
    return out;
  }

  /** The same where there is nothing to project. */
  static List<Object> cells(String reason) {
    List<Object> out = new ArrayList<>(Arrays.asList(new Object[8]));
    out.add(text(reason));
    return out;
  }

  /** A shape of a table of groups. */
  static TableSpec.Builder ofGroups(String table, String what) {
    return name(
        GoldTable.shape(table, what)
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group"));
  }
}
