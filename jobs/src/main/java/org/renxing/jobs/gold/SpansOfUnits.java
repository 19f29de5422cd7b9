package org.renxing.jobs.gold;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.UnitRules;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.shrinkage.Span;
import org.renxing.shrinkage.UnitSpan;
import org.renxing.shrinkage.UnitSpans;
import org.renxing.territory.Basis;

/** Units between two years, computed once for the tables that compare years. */
final class SpansOfUnits {
  private final UnitRules rules;

  SpansOfUnits(UnitRules rules) {
    this.rules = rules;
  }

  /** Whether a scenario has a population, and years to compare. */
  boolean applyTo(Scenario scenario) {
    return UnitStatistics.are(scenario, Statistic.POPULATION) && !reported(scenario).isEmpty();
  }

  /** What of a scenario and of the rules they depend on. */
  Object configuration(Scenario scenario) {
    return List.of(
        UnitStatistics.configuration(scenario),
        rules.shrinkage(),
        rules.path().yearsBack(),
        Basis.of(scenario));
  }

  /** The spans that the rules want to see reported. */
  List<Span> reported(Scenario scenario) {
    return Span.of(scenario.years(), rules.shrinkage().spans());
  }

  /** The spans by which paths are judged. */
  List<Span> judged(Scenario scenario) {
    return Span.back(scenario.years(), rules.path().yearsBack());
  }

  /** Units in some of these spans. */
  Records<UnitSpan> of(Scenario scenario, Inputs inputs, List<Span> spans) {
    Set<Span> wanted = Set.copyOf(spans);
    return all(scenario, inputs).where(unit -> wanted.contains(unit.span()));
  }

  private Records<UnitSpan> all(Scenario scenario, Inputs inputs) {
    Set<Span> either = new LinkedHashSet<>(reported(scenario));
    either.addAll(judged(scenario));
    List<Span> spans = List.copyOf(either);
    UnitSpans kernel = new UnitSpans(rules.shrinkage(), UnitBoundaries.of(scenario, inputs));
    return inputs.shared(
        new SharedKey<Records<UnitSpan>>("spans", scenario.id()),
        () ->
            UnitStatistics.figures(scenario, inputs)
                .flatMap(unit -> kernel.of(unit, spans).iterator())
                .kept());
  }
}
