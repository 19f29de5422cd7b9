package org.renxing.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverModel;
import org.renxing.model.DriverModel.Effects;
import org.renxing.model.DriverModel.Method;
import org.renxing.model.Key;
import org.renxing.model.YearRange;
import org.renxing.regression.Formula;

/**
 * Reads what may drive the scores of a scenario.
 *
 * @param binder knows the scenario's scores, variables and events
 * @param measures the scores and variables
 * @param years of the scenario, where they could be read
 */
record DriversReader(Binder binder, Catalog<?> measures, Optional<YearRange> years) {

  List<DriverAnalysis> read(Section scenario) {
    return binder.list(scenario, "drivers", DriverAnalysis.class, this::analysis);
  }

  private Map<String, ?> analysis(Section s) {
    Optional<YearRange> own =
        s.has("years")
            ? s.optionalText("years")
                .flatMap(text -> s.attempt("years", () -> YearRange.parse(text)))
            : years;
    s.optionalText("years"); // so that the key is a known one
    if (own.isPresent()
        && years.filter(y -> !y.years().containsAll(own.get().years())).isPresent()) {
      s.problem(
          "years", own.get() + " are not all years of the scenario, which are " + years.get());
    }
    String response = s.optionalText("response").orElse("");
    List<DriverModel> models =
        binder.list(s, "models", DriverModel.class, model -> model(model, response));
    return Map.of("years", own, "models", models);
  }

  /** What of a model depends on its method, and on what the scenario has. */
  private Map<String, ?> model(Section s, String response) {
    Method method = s.choice("method", Method.class, Method.FIXED);
    for (String key : s.keys()) {
      if (!method.has(key)) {
        s.problem(key, "is none of method " + method.text());
      }
    }
    String text = s.text("formula", "");
    if (s.has("formula")) {
      s.attempt("formula", () -> Formula.parse(text))
          .ifPresent(formula -> check(s, formula, response));
    }
    String event = s.text("event", "");
    binder.names().get(Key.EVENT).require(s, "event", Key.EVENT, List.of(event));
    return Map.of(
        "method", method,
        "formula", text,
        "event", event,
        "effects", s.choice("effects", Effects.class, method.usualEffects()));
  }

  private void check(Section s, Formula formula, String response) {
    measures.requireEach(s, "formula", Key.MEASURE, formula.columns());
    Set<String> explained = Formula.parse(formula.response() + " ~ 1").columns();
    if (!response.isEmpty() && !explained.equals(Set.of(response))) {
      s.problem(
          "formula", "explains '" + formula.response() + "', and the analysis '" + response + "'");
    }
    List<String> terms = formula.terms().stream().map(Formula::bare).toList();
    if (new HashSet<>(terms).size() < terms.size()) {
      s.problem("formula", "names a term twice, with backquotes and without");
    }
    for (String key : List.of("cause", "mediator")) {
      s.optionalText(key)
          .filter(term -> !terms.contains(Formula.bare(term)))
          .ifPresent(term -> s.unknown(key, "the formula has no term '" + term + "'", term, terms));
    }
  }
}
