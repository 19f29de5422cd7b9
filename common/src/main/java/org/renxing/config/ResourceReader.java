package org.renxing.config;

import java.util.List;
import java.util.Optional;
import org.renxing.model.PolicyEvent;
import org.renxing.model.ResourceRules;
import org.renxing.model.ResourceRules.Verdict;
import org.renxing.model.YearRange;

/** Reads dated policies, and how a scenario judges resource-based cities. */
final class ResourceReader {
  private final Catalog<PolicyEvent> events;

  ResourceReader(Catalog<PolicyEvent> events) {
    this.events = events;
  }

  /** One event. */
  static Optional<PolicyEvent> event(String id, Section s) {
    String title = s.text("title");
    s.number("year");
    int year = s.wholeNumber("year", 1900, 2200).orElse(1900);
    List<String> units = s.texts("units", List.of());
    if (units.isEmpty() && !s.isTroubled("units")) {
      s.problem("units", "needs the ids of the units that it concerns");
    }
    String source = s.text("source");
    return s.build(() -> new PolicyEvent(id, title, year, units, source));
  }

  /** The rules; the first year of the scenario is the base unless given. */
  Optional<ResourceRules> read(Section s, Optional<YearRange> years) {
    Verdict verdict = s.choice("exhaustion", Verdict.class, Verdict.ANY);
    int base =
        s.wholeNumber("base-year", 1900, 2200).orElse(years.map(YearRange::first).orElse(1900));
    if (s.has("base-year") && years.filter(y -> !y.years().contains(base)).isPresent()) {
      s.problem("base-year", base + " is none of the scenario's years " + years.get());
    }
    int span = s.wholeNumber("event-span", 1, 20).orElse(ResourceRules.EVENT_SPAN);
    List<String> ids = s.texts("events", List.of());
    events.require(s, "events", "event", ids);
    List<PolicyEvent> chosen = ids.stream().flatMap(id -> events.find(id).stream()).toList();
    return s.build(() -> new ResourceRules(verdict, base, span, chosen));
  }
}
