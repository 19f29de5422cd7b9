package org.renxing.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.renxing.model.Coupling;
import org.renxing.model.DeaModel;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.model.Key;
import org.renxing.model.PolicyEvent;
import org.renxing.model.ResourceRules;
import org.renxing.model.Scenario;
import org.renxing.model.Scenario.Population;
import org.renxing.model.SpaceOptions;
import org.renxing.model.Statistic;
import org.renxing.model.Typology;
import org.renxing.model.WeightScheme;
import org.renxing.model.YearRange;

/**
 * Reads scenarios, once they are whole.
 *
 * @param binder knows the base indicators
 */
record ScenarioReader(
    Binder binder,
    Catalog<IndexSystem> systems,
    ExpressionCheck expressions,
    ConstantOutput output,
    CarbonReader carbonReader,
    Catalog<PolicyEvent> events) {

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

  Optional<Scenario> read(String id, Section s) {
    s.optionalText(Inheritance.KEY);
    String systemId = s.text("index-system");
    systems.require(s, "index-system", Key.INDEX_SYSTEM, List.of(systemId));
    Optional<IndexSystem> system = systems.find(systemId);
    Optional<YearRange> years =
        Optional.of(s.text("years"))
            .filter(text -> !text.isEmpty())
            .flatMap(text -> s.attempt("years", () -> YearRange.parse(text)));
    Optional<Population> population = population(s.section("units"));
    Map<Statistic, String> statistics = output.complete(s, statistics(s.section("statistics")));
    var normalisation = NormalisationReader.read(s.section("normalisation"), binder, years, system);
    WeightsReader weights = new WeightsReader(binder, system);
    List<WeightScheme> schemes = weights.schemes(s);
    Binder inner = weights.withSchemes();
    var carbon = carbonReader.read(s.section("carbon"), inner, schemes, years);
    if (statistics.containsKey(Statistic.CO2)
        && carbon.filter(c -> !c.items().isEmpty()).isPresent()) {
      s.problem("statistics", "co2 gives an inventory, and carbon another; leave one of them out");
    }
    List<String> others = new ArrayList<>(statistics.values());
    carbon.ifPresent(c -> c.items().forEach(item -> others.add(item.expression())));
    Map<String, Object> parts = new HashMap<>();
    parts.put("id", id);
    parts.put("indexSystem", system);
    parts.put("population", population);
    parts.put("years", years);
    parts.put(
        "adjustment",
        new AdjustmentReader(binder, expressions).read(s, system, population, others));
    parts.put("imputation", binder.bind(s.section("missing"), Imputation.class, Map.of()));
    parts.put("normalisation", normalisation);
    parts.put("schemes", schemes);
    var couplings = inner.list(s, "coupling", Coupling.class, WeightsReader::coupling);
    var deaModels = inner.list(s, "dea", DeaModel.class, model -> Map.of());
    parts.put("couplings", couplings);
    parts.put("deaModels", deaModels);
    parts.put("space", binder.bind(s.section("space"), SpaceOptions.standard(), Map.of()));
    parts.put("statistics", statistics);
    Map<String, String> variables = variables(s.section("variables"));
    boolean isTroubled =
        Stream.of("weights", "coupling", "dea", "variables").anyMatch(s::isTroubled);
    Catalog<?> measures =
        system
            .filter(tree -> !isTroubled)
            .map(t -> Scenario.measures(t, schemes, couplings, deaModels, variables.keySet()))
            .<Catalog<?>>map(Catalog::of)
            .orElse(Catalog.unknown());
    Binder explaining = inner.knowing(Key.MEASURE, measures);
    parts.put("variables", variables);
    parts.put("typologies", explaining.list(s, "types", Typology.class, types -> Map.of()));
    Optional<ResourceRules> resource = resource(s.section("resource"), years);
    parts.put(
        "drivers",
        new DriversReader(explaining.knowing(Key.EVENT, named(s, resource)), measures, years)
            .read(s));
    parts.put("carbon", carbon);
    parts.put("resource", resource);
    return binder.bind(s, Scenario.class, parts);
  }

  private Map<Statistic, String> statistics(Section s) {
    Map<String, Statistic> known = Words.of(Statistic.class);
    Map<Statistic, String> out = new EnumMap<>(Statistic.class);
    for (String key : s.keys()) {
      String expression = s.text(key);
      if (known.containsKey(key)) {
        expressions.check(s, key, expression);
        out.put(known.get(key), expression);
      } else {
        s.unknown(key, "there is no such statistic", key, known.keySet());
      }
    }
    s.finish();
    return out;
  }

  /** Expressions by the names of what they give. */
  private Map<String, String> variables(Section s) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String name : s.keys()) {
      if (!VARIABLE.matcher(name).matches()) {
        s.problem(
            name, "a variable's name has ASCII letters, digits and _ and begins with a letter");
      }
      String expression = s.text(name);
      expressions.check(s, name, expression);
      out.put(name, expression);
    }
    s.finish();
    return out;
  }

  private Optional<Population> population(Section s) {
    Bound<Population> read = binder.read(s, Population.class, Map.of());
    List<String> levels = read.get("levels");
    List<String> ids = read.get("unitIds");
    if (levels.isEmpty() && ids.isEmpty()) {
      s.problem("needs levels or ids; both are empty");
    }
    return read.build();
  }

  /**
   * The rules of resource-based cities; the first year of the scenario is the base unless given.
   */
  private Optional<ResourceRules> resource(Section s, Optional<YearRange> years) {
    List<String> ids = s.texts("events", List.of());
    events.require(s, "events", "there is no event", ids);
    List<PolicyEvent> chosen = ids.stream().flatMap(id -> events.find(id).stream()).toList();
    int first = years.map(YearRange::first).orElse(1900);
    ResourceRules usual =
        new ResourceRules(ResourceRules.Verdict.ANY, first, ResourceRules.EVENT_SPAN, List.of());
    Bound<ResourceRules> read = binder.read(s, usual, Map.of("events", chosen));
    int base = read.get("baseYear");
    if (!s.isTroubled("base-year") && years.filter(y -> !y.years().contains(base)).isPresent()) {
      s.problem("base-year", base + " is none of the scenario's years " + years.get());
    }
    return read.build();
  }

  /** The ids of the events of a scenario. */
  private static Catalog<?> named(Section scenario, Optional<ResourceRules> resource) {
    return scenario.isTroubled("resource")
        ? Catalog.unknown()
        : Catalog.of(
            resource.stream()
                .flatMap(rules -> rules.events().stream())
                .map(PolicyEvent::id)
                .toList());
  }

  /** A dated policy. */
  static Optional<PolicyEvent> event(Binder binder, String id, Section s) {
    Bound<PolicyEvent> read = binder.read(s, PolicyEvent.class, Map.of("id", id));
    List<String> units = read.get("unitIds");
    if (units.isEmpty() && !s.isTroubled("units")) {
      s.problem("units", "needs the ids of the units that it concerns");
    }
    return read.build();
  }
}
