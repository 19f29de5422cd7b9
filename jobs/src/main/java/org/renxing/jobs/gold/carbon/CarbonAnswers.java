package org.renxing.jobs.gold.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.renxing.carbon.CarbonAccount;
import org.renxing.carbon.CarbonYear;
import org.renxing.carbon.UnitEmissions;
import org.renxing.carbon.UnitEmissions.Year;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.units.Units;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.summary.Groupings;

/** Emissions of a scenario's units, computed once for the tables that show them. */
public final class CarbonAnswers {
  /** See {@link CarbonAccount#of}. */
  static final Need<Records<CarbonYear>> YEARS =
      Need.of(
          "carbon",
          List.of(UnitStatistics.FIGURES),
          scenario -> List.of(scenario.carbon(), scenario.years()),
          (scenario, given) -> {
            CarbonAccount account = new CarbonAccount(scenario.carbon(), scenario.years());
            return given
                .get(UnitStatistics.FIGURES)
                .flatMap(unit -> account.of(unit).iterator())
                .kept();
          });

  /** Emissions beside the score that the scenario sets against them. */
  static final Need<Records<UnitEmissions>> WITH_SCORES =
      Need.of(
          "carbon and scores",
          List.of(YEARS, ScoreRow.ROWS),
          scenario -> List.of(scenario.carbon().scheme(), scenario.carbon().system()),
          CarbonAnswers::withScores);

  /**
   * The groups by which answers are summarised: beside the scenario's, kinds of resource cities.
   */
  public static final Need<Groupings> GROUPINGS =
      Need.of(
          "groupings of carbon",
          List.of(Units.DIRECTORY),
          CarbonAnswers::groupings,
          (scenario, given) -> new Groupings(given.get(Units.DIRECTORY), groupings(scenario)));

  private CarbonAnswers() {}

  /** Whether a scenario has emissions. */
  static boolean are(Scenario scenario) {
    return !scenario.carbon().items().isEmpty() || UnitStatistics.are(scenario, Statistic.CO2);
  }

  /** The scenario's groupings, and always those by resource. */
  private static List<String> groupings(Scenario scenario) {
    List<String> out = new ArrayList<>(scenario.groupings());
    Stream.of("is_resource_based", "life_cycle").filter(g -> !out.contains(g)).forEach(out::add);
    return out;
  }

  /** A figure of a unit and year: its emissions or its score. */
  private record Part(String unitId, Year figures, boolean isScore) implements Serializable {}

  private static Records<UnitEmissions> withScores(Scenario scenario, Given given) {
    String scheme = scenario.carbon().scheme();
    String system = scenario.carbon().system();
    return given
        .get(YEARS)
        .map(CarbonAnswers::part)
        .and(
            given
                .get(ScoreRow.ROWS)
                .where(s -> s.scheme().equals(scheme) && s.system().equals(system))
                .map(CarbonAnswers::part))
        .groupedBy(Part::unitId, CarbonAnswers::joined)
        .kept();
  }

  private static Part part(CarbonYear c) {
    return new Part(c.unitId(), new Year(c.year(), c.emissions(), c.output(), Double.NaN), false);
  }

  private static Part part(ScoreRow s) {
    return new Part(s.unitId(), new Year(s.year(), Double.NaN, Double.NaN, s.score()), true);
  }

  private static Iterator<UnitEmissions> joined(String unitId, List<Part> parts) {
    Map<Integer, Double> scores = new HashMap<>();
    List<Year> emissions = new ArrayList<>();
    for (Part part : parts) {
      if (part.isScore) {
        scores.put(part.figures.year(), part.figures.score());
      } else {
        emissions.add(part.figures);
      }
    }
    emissions.replaceAll(
        y ->
            new Year(
                y.year(), y.emissions(), y.output(), scores.getOrDefault(y.year(), Double.NaN)));
    return emissions.isEmpty()
        ? Collections.emptyIterator()
        : List.of(new UnitEmissions(unitId, emissions)).iterator();
  }
}
