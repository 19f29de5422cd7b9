package org.renxing.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverModel;
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
        s.optionalText("years")
            .flatMap(text -> s.attempt("years", () -> YearRange.parse(text)))
            .filter(range -> isWithin(s, range));
    List<DriverModel> models = binder.list(s, "models", DriverModel.class, this::model);
    return Map.of("years", own, "models", models);
  }

  private boolean isWithin(Section s, YearRange own) {
    boolean isWithin = years.filter(y -> !y.years().containsAll(own.years())).isEmpty();
    if (!isWithin) {
      s.problem("years", own + " are not all years of the scenario, which are " + years.get());
    }
    return isWithin;
  }

  private Map<String, ?> model(Section s) {
    Optional<String> text = s.optionalText("formula");
    text.flatMap(written -> s.attempt("formula", () -> Formula.parse(written)))
        .ifPresent(formula -> check(s, formula));
    return Map.of("formula", text);
  }

  private void check(Section s, Formula formula) {
    measures.requireEach(s, "formula", Key.MEASURE, formula.columns());
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
