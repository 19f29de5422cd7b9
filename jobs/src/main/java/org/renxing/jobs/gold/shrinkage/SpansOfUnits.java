package org.renxing.jobs.gold.shrinkage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.renxing.jobs.gold.panel.UnitStatistics;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.UnitRules;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.shrinkage.Span;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.shrinkage.UnitSpans;

/** Units between two years, computed once for the tables that compare years. */
final class SpansOfUnits {
  private final UnitRules rules;
  private final Need<Records<UnitSpan>> all;

  SpansOfUnits(UnitRules rules) {
    this.rules = rules;
    this.all =
        Need.of(
            "spans",
            List.of(UnitStatistics.FIGURES, UnitBoundaries.OF_SCENARIO),
            scenario -> List.of(scenario.years(), rules.shrinkage(), rules.path().yearsBack()),
            this::all);
  }

  /** Whether a scenario has a population, and years to compare. */
  boolean applyTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.POPULATION) && !reported(scenario).isEmpty();
  }

  /** The spans that the rules want to see reported. */
  List<Span> reported(Scenario scenario) {
    return Span.of(scenario.years(), rules.shrinkage().spans());
  }

  /** The spans by which paths are judged. */
  List<Span> judged(Scenario scenario) {
    return Span.back(scenario.years(), rules.path().yearsBack());
  }

  /** Units in all of these spans. */
  Need<Records<UnitSpan>> all() {
    return all;
  }

  /** Units in some of these spans. */
  Records<UnitSpan> of(Given given, List<Span> spans) {
    Set<Span> wanted = Set.copyOf(spans);
    return given.get(all).where(unit -> wanted.contains(unit.span()));
  }

  private Records<UnitSpan> all(Scenario scenario, Given given) {
    Set<Span> either = new LinkedHashSet<>(reported(scenario));
    either.addAll(judged(scenario));
    List<Span> spans = List.copyOf(either);
    UnitSpans kernel = new UnitSpans(rules.shrinkage(), given.get(UnitBoundaries.OF_SCENARIO));
    return given
        .get(UnitStatistics.FIGURES)
        .flatMap(unit -> kernel.of(unit, spans).iterator())
        .kept();
  }
}
