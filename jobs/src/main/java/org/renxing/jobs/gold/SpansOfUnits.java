package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.UnitRules;
import org.renxing.run.Inputs;
import org.renxing.shrinkage.Span;
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

  /** The rows of {@link UnitSpans#of} of these spans. */
  Dataset<Row> of(Scenario scenario, Inputs inputs, List<Span> spans) {
    Column isOne = lit(false);
    for (Span span : spans) {
      isOne =
          isOne.or(col("year_from").equalTo(span.from()).and(col("year_to").equalTo(span.to())));
    }
    return all(scenario, inputs).where(isOne);
  }

  private Dataset<Row> all(Scenario scenario, Inputs inputs) {
    Set<Span> spans = new LinkedHashSet<>(reported(scenario));
    spans.addAll(judged(scenario));
    return inputs.shared(
        "spans " + scenario.id(),
        () ->
            new UnitSpans(rules.shrinkage(), UnitBoundaries.of(scenario, inputs))
                .of(UnitStatistics.of(scenario, inputs), new ArrayList<>(spans)));
  }
}
