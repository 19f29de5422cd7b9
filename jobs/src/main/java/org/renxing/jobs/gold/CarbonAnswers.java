package org.renxing.jobs.gold;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.renxing.carbon.CarbonAccount;
import org.renxing.carbon.CarbonBases;
import org.renxing.carbon.CarbonYear;
import org.renxing.carbon.UnitEmissions;
import org.renxing.carbon.UnitEmissions.Year;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/** Emissions of a scenario's units, computed once for the tables that show them. */
final class CarbonAnswers {
  /** What tables read that set emissions against scores. */
  static final List<TableName> INPUTS_WITH_SCORES =
      Stream.concat(UnitStatistics.INPUTS.stream(), Stream.of(IndexScore.TABLE)).toList();

  private CarbonAnswers() {}

  /** Whether a scenario has emissions. */
  static boolean are(Scenario scenario) {
    return !scenario.carbon().items().isEmpty() || UnitStatistics.are(scenario, Statistic.CO2);
  }

  /** What of a scenario they depend on. */
  static Object configuration(Scenario scenario) {
    return List.of(UnitStatistics.configuration(scenario), scenario.carbon());
  }

  /** The same with what tells whether years can be compared. */
  static Object yearsConfiguration(Scenario scenario) {
    return List.of(configuration(scenario), CarbonBases.of(scenario));
  }

  /** The same with the groupings of summaries. */
  static Object summaryConfiguration(Scenario scenario) {
    return List.of(configuration(scenario), groupings(scenario));
  }

  /** The scenario's groupings, and always those by resource. */
  static List<String> groupings(Scenario scenario) {
    List<String> out = new ArrayList<>(scenario.groupings());
    Stream.of("is_resource_based", "life_cycle").filter(g -> !out.contains(g)).forEach(out::add);
    return out;
  }

  /** As {@link UnitStatistics#contentOf}, and all of other tables. */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    return input.equals(IndexScore.TABLE)
        ? state.contentOf(scenario.id())
        : UnitStatistics.contentOf(input, state, scenario);
  }

  /** The same for tables that compare years: the lineage counts. */
  static String yearsContentOf(TableName input, TableState state, Scenario scenario) {
    return input.equals(IndexScore.TABLE)
        ? contentOf(input, state, scenario)
        : UnitBoundaries.contentOf(input, state, scenario);
  }

  /** See {@link CarbonAccount#of}; kept while the run lasts. */
  static Records<CarbonYear> of(Scenario scenario, Inputs inputs) {
    CarbonAccount account = new CarbonAccount(scenario.carbon(), scenario.years());
    return inputs.shared(
        new SharedKey<Records<CarbonYear>>("carbon", scenario.id()),
        () ->
            UnitStatistics.figures(scenario, inputs)
                .flatMap(unit -> account.of(unit).iterator())
                .kept());
  }

  /** A figure of a unit and year: its emissions or its score. */
  private record Part(String unitId, Year figures, boolean isScore) implements Serializable {}

  /** Emissions beside the score that the scenario sets against them; kept while the run lasts. */
  static Records<UnitEmissions> withScores(Scenario scenario, Inputs inputs) {
    String scheme = scenario.carbon().scheme();
    String system = scenario.carbon().system();
    return inputs.shared(
        new SharedKey<Records<UnitEmissions>>("carbon and scores", scenario.id()),
        () ->
            of(scenario, inputs)
                .map(CarbonAnswers::part)
                .and(
                    inputs
                        .records(ScoreRow.ROWS, scenario.id())
                        .where(s -> s.scheme().equals(scheme) && s.system().equals(system))
                        .map(CarbonAnswers::part))
                .groupedBy(Part::unitId, CarbonAnswers::joined)
                .kept());
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
