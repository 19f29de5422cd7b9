package org.renxing.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One way of making figures: an index system over a population of units and years, with every
 * method choice stated.
 *
 * @param titleZh its title in Chinese, where it has one
 * @param adjustment what is done to base values before derivation
 * @param groupings columns of dim_unit by which summaries are made, such as {@code region7}
 * @param analyses what is made of the scores beside coupling and DEA
 * @param rankings by what units are ranked beside the scores, see docs/methods/rankings.md
 * @param space which units are neighbours
 * @param statistics where analyses of units find what they ask for: expressions over base
 *     indicators
 * @param variables further figures of units for types and drivers: expressions over base
 *     indicators, by name
 * @param typologies types of units
 * @param drivers what may drive a score
 * @param carbon how it comes to its emissions of CO2
 * @param resource how it judges resource-based cities
 * @param asOf figures published after this day are not seen; empty for the newest
 */
public record Scenario(
    String id,
    String title,
    Optional<String> titleZh,
    IndexSystem indexSystem,
    Population population,
    YearRange years,
    Adjustment adjustment,
    @Key("missing") Imputation imputation,
    Normalisation normalisation,
    List<WeightScheme> schemes,
    @Key(or = "arithmetic") Aggregation aggregation,
    List<Coupling> couplings,
    List<DeaModel> deaModels,
    @Key(or = {"region7", "region3", "province_name"}) List<String> groupings,
    Set<Analysis> analyses,
    @Key(isNoneUnlessGiven = true) Set<Ranking> rankings,
    SpaceOptions space,
    Map<Statistic, String> statistics,
    @Key(reads = Key.BASE_INDICATOR) Map<String, String> variables,
    @Key("types") List<Typology> typologies,
    List<DriverAnalysis> drivers,
    CarbonRules carbon,
    ResourceRules resource,
    Optional<LocalDate> asOf) {

  public Scenario {
    schemes = List.copyOf(schemes);
    couplings = List.copyOf(couplings);
    deaModels = List.copyOf(deaModels);
    groupings = List.copyOf(groupings);
    statistics = SortedCopy.of(statistics);
    variables = SortedCopy.of(variables);
    typologies = List.copyOf(typologies);
    drivers = List.copyOf(drivers);
    analyses = Collections.unmodifiableSet(new TreeSet<>(analyses));
    rankings = Collections.unmodifiableSet(new TreeSet<>(rankings));
    if (normalisation.method().equals("z-score") && !couplings.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "coupling needs scores from 0 to 1, and normalisation.method z-score gives scores below"
              + " 0; take another normalisation or leave the couplings out");
    }
  }

  /**
   * The statistic whose growth is that of output: GDP at constant prices where it is named or the
   * loader found it, else GDP as it is; empty where there is neither.
   */
  public Optional<Statistic> outputStatistic() {
    return Stream.of(Statistic.GDP_REAL, Statistic.GDP).filter(statistics::containsKey).findFirst();
  }

  /**
   * Names of all scores and variables that types and drivers may take: {@code score.SCHEME.SYSTEM},
   * {@code d.PAIR} ({@code d.PAIR.revised} for the revised formula), {@code theta.MODEL.SYSTEM},
   * and the variables.
   */
  public List<String> measures() {
    return measures(indexSystem, schemes, couplings, deaModels, variables.keySet());
  }

  /** The measure of the whole index under the first weight scheme. */
  public String overallMeasure() {
    return "score." + schemes.get(0).id() + "." + indexSystem.root().code();
  }

  /** Names of all measures of parts of a scenario. */
  public static List<String> measures(
      IndexSystem system,
      List<WeightScheme> schemes,
      List<Coupling> couplings,
      List<DeaModel> deaModels,
      Collection<String> variables) {
    List<String> out = new ArrayList<>();
    for (WeightScheme scheme : schemes) {
      Stream.concat(Stream.of(system.root()), system.systems().stream())
          .forEach(node -> out.add("score." + scheme.id() + "." + node.code()));
    }
    couplings.forEach(pair -> out.add(pair.measure()));
    deaModels.forEach(
        model -> model.systems().forEach(code -> out.add("theta." + model.id() + "." + code)));
    out.addAll(variables);
    return List.copyOf(out);
  }

  /** Whether an analysis is asked for. */
  public boolean has(Analysis analysis) {
    return analyses.contains(analysis);
  }

  /**
   * Which units belong.
   *
   * @param levels levels of dim_unit, such as {@code prefecture_city}
   * @param unitIds these only; empty means all of the levels
   * @param filter an expression over base indicators (1 or a comparison that holds: belongs); a
   *     unit belongs if it holds in any year of the scenario; empty means no filter
   */
  public record Population(
      @Key(or = {"municipality", "prefecture_city"}) List<String> levels,
      @Key("ids") List<String> unitIds,
      @Key(or = "", reads = Key.BASE_INDICATOR) String filter) {
    public Population {
      levels = List.copyOf(levels);
      unitIds = List.copyOf(unitIds);
    }
  }

  /** How system and node scores are put together from normalised indicators. */
  public enum Aggregation {
    ARITHMETIC,
    GEOMETRIC
  }
}
