package org.renxing.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.Adjustment;
import org.renxing.model.Analysis;
import org.renxing.model.Imputation;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.model.Scenario.Population;
import org.renxing.model.Statistic;
import org.renxing.model.WeightScheme;
import org.renxing.model.YearRange;

/** Reads scenarios, once they are whole. */
final class ScenarioReader {
  private static final List<String> LEVELS = List.of("municipality", "prefecture_city");
  private static final List<String> GROUPINGS = List.of("region7", "region3", "province_name");

  private final Catalog<IndexSystem> systems;
  private final ExpressionCheck expressions;
  private final ConstantOutput output;
  private final SpaceReader spaceReader;
  private final CarbonReader carbonReader;
  private final ResourceReader resourceReader;

  ScenarioReader(
      Catalog<IndexSystem> systems,
      ExpressionCheck expressions,
      ConstantOutput output,
      SpaceReader spaceReader,
      CarbonReader carbonReader,
      ResourceReader resourceReader) {
    this.systems = systems;
    this.expressions = expressions;
    this.output = output;
    this.spaceReader = spaceReader;
    this.carbonReader = carbonReader;
    this.resourceReader = resourceReader;
  }

  Optional<Scenario> read(String id, Section s) {
    s.optionalText(Inheritance.KEY);
    String title = s.text("title");
    String systemId = s.text("index-system");
    systems.require(s, "index-system", "index system", List.of(systemId));
    Optional<IndexSystem> system = systems.find(systemId);
    Optional<YearRange> years = years(s);
    Optional<Population> population = population(s.section("units"));
    Map<Statistic, String> statistics = output.complete(s, statistics(s.section("statistics")));
    Optional<Imputation> imputation = imputation(s.section("missing"));
    var normalisation = NormalisationReader.read(s.section("normalisation"), years, system);
    WeightsReader weights = new WeightsReader(system, expressions.vocabulary().weightingMethods());
    var schemes = weights.schemes(s);
    var carbon =
        carbonReader.read(
            s.section("carbon"), system, schemes.stream().map(WeightScheme::id).toList());
    if (statistics.containsKey(Statistic.CO2)
        && carbon.filter(c -> !c.items().isEmpty()).isPresent()) {
      s.problem("statistics", "co2 gives an inventory, and carbon another; leave one of them out");
    }
    var resource = resourceReader.read(s.section("resource"), years);
    List<String> others = new ArrayList<>(statistics.values());
    carbon.ifPresent(c -> c.items().forEach(item -> others.add(item.expression())));
    Optional<Adjustment> adjustment =
        new AdjustmentReader(expressions).read(s, system, population, others);
    var couplings = weights.couplings(s);
    var deaModels = new DeaReader(system, weights.schemeIds()).models(s);
    Aggregation aggregation = s.choice("aggregation", Aggregation.class, Aggregation.ARITHMETIC);
    List<String> groupings = s.texts("groupings", GROUPINGS);
    Set<Analysis> analyses = analyses(s);
    var space = spaceReader.read(s.section("space"));
    Optional<LocalDate> asOf = day(s, "as-of");
    if (system.isEmpty() || years.isEmpty()) {
      s.finish();
      return Optional.empty();
    }
    return s.build(
        () ->
            new Scenario(
                id,
                title,
                system.get(),
                population.orElseThrow(),
                years.get(),
                adjustment.orElseThrow(),
                imputation.orElseThrow(),
                normalisation.orElseThrow(),
                schemes,
                aggregation,
                couplings,
                deaModels,
                groupings,
                analyses,
                space.orElseThrow(),
                statistics,
                carbon.orElseThrow(),
                resource.orElseThrow(),
                asOf));
  }

  private static Set<Analysis> analyses(Section s) {
    Map<String, Analysis> allowed = Words.of(Analysis.class);
    Set<Analysis> out = EnumSet.noneOf(Analysis.class);
    for (String word : s.texts("analyses", List.copyOf(allowed.keySet()))) {
      if (allowed.containsKey(word)) {
        out.add(allowed.get(word));
      } else {
        s.unknown("analyses", "there is no analysis '" + word + "'", word, allowed.keySet());
      }
    }
    return out;
  }

  private Map<Statistic, String> statistics(Section s) {
    Map<String, Statistic> known = Words.of(Statistic.class);
    Map<Statistic, String> out = new EnumMap<>(Statistic.class);
    for (String key : s.keys()) {
      if (known.containsKey(key)) {
        String expression = s.text(key);
        expressions.check(s, key, expression);
        out.put(known.get(key), expression);
      } else {
        s.unknown(key, "there is no such statistic", key, known.keySet());
        s.text(key);
      }
    }
    s.finish();
    return out;
  }

  private static Optional<LocalDate> day(Section s, String key) {
    Optional<String> text = s.optionalText(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      s.problem(key, "'" + text.get() + "' is no day; write it as 2020-12-31");
      return Optional.empty();
    }
  }

  private static Optional<YearRange> years(Section s) {
    String text = s.text("years");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(YearRange.parse(text));
    } catch (RenxingException e) {
      s.problem("years", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Population> population(Section s) {
    List<String> levels = s.texts("levels", LEVELS);
    List<String> ids = s.texts("ids", List.of());
    String filter = s.text("filter", "");
    expressions.check(s, "filter", filter);
    if (levels.isEmpty() && ids.isEmpty()) {
      s.problem("needs levels or ids; both are empty");
    }
    return s.build(() -> new Population(levels, ids, filter));
  }

  private static Optional<Imputation> imputation(Section s) {
    var interior = s.choice("interior", Imputation.Interior.class, Imputation.Interior.LINEAR);
    var ends = s.choice("ends", Imputation.Ends.class, Imputation.Ends.NEAREST);
    var fallback = s.choice("fallback", Imputation.Fallback.class, Imputation.Fallback.NONE);
    String group = s.text("fallback-group", "all");
    double cap = s.number("cap", 0.3, v -> v >= 0 && v <= 1, "a share from 0 to 1");
    var overCap = s.choice("over-cap", Imputation.OverCap.class, Imputation.OverCap.DROP_UNIT);
    boolean dropIncomplete = s.flag("drop-incomplete", false);
    var basis = s.choice("basis", Imputation.Basis.class, Imputation.Basis.DERIVED);
    return s.build(
        () -> new Imputation(interior, ends, fallback, group, cap, overCap, dropIncomplete, basis));
  }
}
