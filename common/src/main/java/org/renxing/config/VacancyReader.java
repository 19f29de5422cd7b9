package org.renxing.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;
import org.renxing.model.VacancyPolicy.RateClass;

/** Reads how signals of occupancy are weighed. */
final class VacancyReader {
  private static final VacancyPolicy STANDARD = VacancyPolicy.standard();

  private VacancyReader() {}

  static Optional<VacancyPolicy> read(Section s) {
    double confidence =
        s.number("confidence", STANDARD.confidence(), v -> v > 0 && v < 1, "between 0 and 1");
    double correlation =
        s.number("correlation", STANDARD.correlation(), v -> v >= 0 && v <= 0.95, "from 0 to 0.95");
    int audits = s.wholeNumber("least-audits", 10, 100_000).orElse(STANDARD.leastAudits());
    int folds = s.wholeNumber("folds", 2, 100).orElse(STANDARD.folds());
    Map<OccupancySignal, Double> deviations = deviations(s.section("standard-deviations"));
    List<RateClass> classes = new ArrayList<>();
    for (Section section : s.sections("classes")) {
      rateClass(section).ifPresent(classes::add);
    }
    List<RateClass> all = s.has("classes") ? classes : STANDARD.classes();
    return s.build(
        () -> new VacancyPolicy(deviations, correlation, confidence, audits, folds, all));
  }

  private static Map<OccupancySignal, Double> deviations(Section s) {
    Map<OccupancySignal, Double> out = new EnumMap<>(OccupancySignal.class);
    Words.of(OccupancySignal.class)
        .forEach(
            (key, signal) ->
                out.put(
                    signal,
                    s.number(
                        key,
                        STANDARD.standardDeviation(signal),
                        v -> v > 0 && v <= 1,
                        "above 0 and at most 1; 0.1 is ten points of percent")));
    s.finish();
    return out;
  }

  private static Optional<RateClass> rateClass(Section s) {
    String id = s.text("id");
    double from = s.number("from");
    return s.build(() -> new RateClass(id, from));
  }
}
