package org.renxing.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Key;
import org.renxing.model.Normalisation;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.YearRange;
import org.renxing.normalisation.NormalisationMethods;

/** Reads how a scenario makes values comparable. */
final class NormalisationReader {
  private NormalisationReader() {}

  static Optional<Normalisation> read(
      Section s, Binder binder, Optional<YearRange> years, Optional<IndexSystem> system) {
    Map<String, String> methods =
        NormalisationMethods.names().stream().collect(Collectors.toMap(m -> m, m -> m));
    Normalisation usual = Normalisation.pooledMinMax();
    String method = s.choice("method", methods, usual.method());
    Catalog<String> indicators = system.map(NormalisationReader::codes).orElse(Catalog.unknown());
    Bound<Normalisation> read =
        binder.knowing(Key.INDICATOR, indicators).read(s, usual, Map.of("method", method));
    Optional<Integer> baseYear = read.get("baseYear");
    if (read.get("scope") == Normalisation.Scope.BASE_YEAR && baseYear.isPresent()) {
      years
          .filter(all -> !all.contains(baseYear.get()))
          .ifPresent(
              all -> s.problem("base-year", baseYear.get() + " lies outside the years " + all));
    }
    Map<String, Bounds> goalposts = read.get("goalposts");
    List<String> missing =
        indicators.names().stream().filter(code -> !goalposts.containsKey(code)).sorted().toList();
    if (method.equals("goalposts") && !goalposts.isEmpty() && !missing.isEmpty()) {
      s.problem("goalposts", "no bounds for " + String.join(", ", missing));
    }
    return read.build();
  }

  private static Catalog<String> codes(IndexSystem system) {
    return Catalog.of(system.indicators().stream().map(Indicator::code).toList());
  }
}
