package org.renxing.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.Normalisation.Quantiles;
import org.renxing.model.YearRange;
import org.renxing.normalisation.NormalisationMethods;

/** Reads how a scenario makes values comparable. */
final class NormalisationReader {
  private NormalisationReader() {}

  static Optional<Normalisation> read(
      Section s, Optional<YearRange> years, Optional<IndexSystem> system) {
    var method = s.choice("method", methods(), "min-max");
    var scope = s.choice("scope", Normalisation.Scope.class, Normalisation.Scope.POOLED);
    Optional<Integer> baseYear = s.wholeNumber("base-year", 1900, 2200);
    Optional<String> frozenRelease = s.optionalText("frozen-release");
    Optional<Quantiles> winsorise = winsorise(s);
    boolean clamp = s.flag("clamp", false);
    double scale = s.number("scale", 1, v -> v > 0, "above 0");
    Map<String, Bounds> goalposts = goalposts(s, system);
    boolean isOutside =
        scope == Normalisation.Scope.BASE_YEAR
            && baseYear.isPresent()
            && years.isPresent()
            && !years.get().contains(baseYear.get());
    if (isOutside) {
      s.problem("base-year", baseYear.get() + " lies outside the years " + years.get());
    }
    if (method.equals("goalposts") && system.isPresent() && !goalposts.isEmpty()) {
      requireAll(s, goalposts.keySet(), system.get());
    }
    return s.build(
        () ->
            new Normalisation(
                method, scope, baseYear, frozenRelease, winsorise, clamp, scale, goalposts));
  }

  private static Map<String, String> methods() {
    return NormalisationMethods.names().stream().collect(Collectors.toMap(m -> m, m -> m));
  }

  private static Optional<Quantiles> winsorise(Section s) {
    List<Double> ends = s.numbers("winsorise");
    if (!s.has("winsorise") || ends.isEmpty()) {
      return Optional.empty();
    }
    if (ends.size() != 2) {
      s.problem("winsorise", "two quantiles expected, such as [0.01, 0.99]");
      return Optional.empty();
    }
    return s.attempt("winsorise", () -> new Quantiles(ends.get(0), ends.get(1)));
  }

  private static Map<String, Bounds> goalposts(Section s, Optional<IndexSystem> system) {
    Map<String, Bounds> out = new TreeMap<>();
    Section goalposts = s.section("goalposts");
    for (String code : goalposts.keys()) {
      List<Double> ends = goalposts.numbers(code);
      if (ends.size() != 2) {
        goalposts.problem(code, "two bounds expected, such as [0, 100]");
      } else {
        goalposts
            .attempt(code, () -> new Bounds(ends.get(0), ends.get(1)))
            .ifPresent(bounds -> out.put(code, bounds));
      }
      system.ifPresent(known -> requireIndicator(goalposts, code, codes(known)));
    }
    return out;
  }

  private static void requireIndicator(Section goalposts, String code, Set<String> known) {
    if (!known.contains(code)) {
      String message = "the index system has no indicator '" + code + "'";
      goalposts.unknown(code, message, code, known);
    }
  }

  private static void requireAll(Section s, Set<String> given, IndexSystem system) {
    List<String> missing =
        codes(system).stream().filter(code -> !given.contains(code)).sorted().toList();
    if (!missing.isEmpty()) {
      s.problem("goalposts", "no bounds for " + String.join(", ", missing));
    }
  }

  private static Set<String> codes(IndexSystem system) {
    return system.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
  }
}
