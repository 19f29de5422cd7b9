package org.renxing.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.model.BaseIndicator;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.EmissionFactor;
import org.renxing.model.IndexSystem;
import org.renxing.model.Key;
import org.renxing.model.ProjectionRules;
import org.renxing.model.WeightScheme;
import org.renxing.model.YearRange;

/** Reads emission factors, and how a scenario comes to its emissions of CO2. */
record CarbonReader(Catalog<Map<String, EmissionFactor>> sets, ExpressionCheck expressions) {

  /**
   * The rules.
   *
   * @param binder knows the systems of the scenario's index system
   * @param schemes the scenario's weight schemes, the first the default
   * @param years of the scenario
   */
  Optional<CarbonRules> read(
      Section s, Binder binder, List<WeightScheme> schemes, Optional<YearRange> years) {
    List<Item> items = new ArrayList<>();
    String factors = s.text("factors", "");
    String purchased = s.text("purchased-factors", factors);
    items.addAll(items(s, "fuels", "factors", factors, 1));
    items.addAll(items(s, "purchased", "purchased-factors", purchased, 2));
    items.addAll(processes(s.section("process")));
    List<String> ids = schemes.stream().map(WeightScheme::id).toList();
    String scheme = s.text("scheme", ids.isEmpty() ? "" : ids.get(0));
    if (!ids.isEmpty() && !ids.contains(scheme)) {
      s.unknown("scheme", Key.WEIGHT_SCHEME + " '" + scheme + "'", scheme, ids);
    }
    Set<String> seen = new TreeSet<>();
    items.stream()
        .filter(item -> !seen.add(item.id()))
        .forEach(item -> s.problem("'" + item.id() + "' is named twice"));
    Section projected = s.section("projection");
    Optional<ProjectionRules> projection =
        s.has("projection")
            ? new ProjectionReader(binder).read(projected, years)
            : Optional.of(ProjectionRules.none());
    return binder
        .andNamed(Key.SYSTEM, IndexSystem.OVERALL)
        .bind(
            s,
            CarbonRules.class,
            Map.of("items", items, "scheme", scheme, "projection", projection));
  }

  private List<Item> items(Section s, String key, String setKey, String setId, int scope) {
    Section section = s.section(key);
    List<String> names = section.keys();
    List<Item> out = new ArrayList<>();
    if (names.isEmpty()) {
      return out;
    }
    if (setId.isEmpty()) {
      s.problem(setKey, "name the emission factors, one of " + sets.names());
    }
    sets.require(s, setKey, Key.EMISSION_FACTORS, List.of(setId));
    Optional<Map<String, EmissionFactor>> set = sets.find(setId);
    for (String name : names) {
      String expression = section.text(name);
      expressions.check(section, name, expression);
      if (set.isPresent() && !isOfScope(set.get(), name, scope)) {
        String message = "'" + setId + "' has no factor of scope " + scope + " for '" + name + "'";
        section.unknown(name, message, name, set.get().keySet());
      }
      set.map(all -> all.get(name))
          .ifPresent(
              factor -> {
                requireUnit(section, name, expression, factor);
                out.add(new Item(name, scope, expression, factor));
              });
    }
    section.finish();
    return out;
  }

  private static boolean isOfScope(Map<String, EmissionFactor> set, String name, int scope) {
    return set.containsKey(name) && set.get(name).scope() == scope;
  }

  /** Processes are given in t of CO2. */
  private List<Item> processes(Section section) {
    List<Item> out = new ArrayList<>();
    for (String name : section.keys()) {
      String expression = section.text(name);
      expressions.check(section, name, expression);
      EmissionFactor one = new EmissionFactor(name, "t", 1, 1, "given as emissions");
      requireUnit(section, name, expression, one);
      out.add(new Item(name, 1, expression, one));
    }
    section.finish();
    return out;
  }

  /** A base indicator that stands alone is in the unit of the factor; a formula is taken as is. */
  private void requireUnit(Section s, String key, String expression, EmissionFactor factor) {
    Optional<BaseIndicator> base = expressions.base(expression.strip());
    base.filter(b -> !b.unitOfMeasure().equals(factor.per()))
        .ifPresent(
            b ->
                s.problem(
                    key,
                    "'%s' is in '%s', and the factor is for one '%s'; write a formula that converts it"
                        .formatted(b.code(), b.unitOfMeasure(), factor.per())));
  }

  /** What a fuel gives by burning. */
  private record Fuel(
      @Key(or = "t") String per,
      double ncv,
      double carbon,
      @Key(or = "1", is = "above 0 and at most 1") double oxidation) {}

  /** The factors of one file. */
  static Optional<Map<String, EmissionFactor>> factors(Binder binder, String id, Section s) {
    s.text("title");
    Map<String, EmissionFactor> out = new TreeMap<>();
    for (String kind : List.of("fuels", "purchased")) {
      s.section(kind)
          .children()
          .forEach(
              (name, section) ->
                  factor(binder, name, section, kind.equals("fuels"), s.text("source"))
                      .ifPresent(factor -> out.put(name, factor)));
    }
    s.text("source");
    return s.build(() -> out);
  }

  /** Factors of regions by year; no unit is in two by the same code. */
  private static List<EmissionFactor.Region> regions(Section regions) {
    List<EmissionFactor.Region> out = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    regions
        .children()
        .forEach(
            (name, s) -> {
              List<String> codes = s.texts("codes", List.of());
              if (codes.isEmpty()) {
                s.problem("codes", "needs the first digits of the codes of its units");
              }
              codes.stream()
                  .filter(code -> !code.matches("[1-9][0-9]{1,5}"))
                  .forEach(code -> s.problem("codes", "'" + code + "' are not 2 to 6 digits"));
              codes.stream()
                  .filter(code -> !seen.add(code))
                  .forEach(code -> s.problem("codes", "'" + code + "' is in another region too"));
              Section figures = s.section("t-co2");
              Map<Integer, Double> byYear = years(figures);
              if (figures.keys().isEmpty()) {
                s.problem("t-co2", "needs figures by year, such as { 2012 = 8.843 }");
              }
              s.build(() -> new EmissionFactor.Region(name, codes, byYear)).ifPresent(out::add);
            });
    regions.finish();
    return out;
  }

  private static Map<Integer, Double> years(Section s) {
    Map<Integer, Double> out = new TreeMap<>();
    for (String key : s.keys()) {
      double tonnes = s.number(key);
      if (key.matches("[1-9][0-9]{3}")) {
        out.put(Integer.valueOf(key), tonnes);
      } else {
        s.problem(key, "is no year");
      }
    }
    s.finish();
    return out;
  }

  private static Optional<EmissionFactor> factor(
      Binder binder, String id, Section s, boolean isFuel, String source) {
    s.text("name-zh", "");
    if (!id.matches("[a-z][a-z0-9_]*")) {
      s.problem("a name has small letters, digits and _ only, since columns are named after it");
    }
    Map<String, Object> given = new HashMap<>();
    given.put("id", id);
    given.put("scope", isFuel ? 1 : 2);
    given.put("source", s.text("source", source));
    given.put("regions", regions(s.section("regions")));
    if (isFuel) {
      Bound<Fuel> fuel = binder.read(s, Fuel.class, Map.of());
      given.put("per", fuel.get("per"));
      given.put(
          "tonnes",
          EmissionFactor.combustion(fuel.get("ncv"), fuel.get("carbon"), fuel.get("oxidation")));
    }
    return binder.bind(s, EmissionFactor.class, given);
  }
}
