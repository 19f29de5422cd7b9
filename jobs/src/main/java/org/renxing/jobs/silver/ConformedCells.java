package org.renxing.jobs.silver;

import java.util.List;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/**
 * What came in, judged: the rows of all sources with the cells that are mapped and not empty, each
 * with its value in the indicator's own unit of measure, or with the reason why not. Nothing else
 * is dropped.
 */
final class ConformedCells {
  private static final SharedKey<Records<SourceRow>> ROWS = new SharedKey<>("reception", "");
  private static final SharedKey<Records<SourceRow>> UNUSED = new SharedKey<>("unused cells", "");
  private static final SharedKey<ReceivedSummary> SUMMARY = new SharedKey<>("received", "");

  private final List<SourceSpec> sources;
  private final Settings settings;
  private final Corrections corrections;

  ConformedCells(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    this.sources = sources;
    this.settings = settings;
    this.corrections = corrections;
  }

  /** The judged rows of all sources, shared by the steps that store them. */
  Records<SourceRow> rows(Inputs inputs) {
    return inputs.shared(ROWS, () -> judged(inputs));
  }

  /** Of these rows those of which a cell does not count, or nothing at all; mostly few. */
  Records<SourceRow> unused(Inputs inputs) {
    return inputs.shared(UNUSED, () -> rows(inputs).where(row -> !row.isUsed()).kept());
  }

  /** What is told of all of them. */
  ReceivedSummary summary(Inputs inputs) {
    return inputs.shared(SUMMARY, () -> rows(inputs).reduce(ReceivedSummary::new));
  }

  private Records<SourceRow> judged(Inputs inputs) {
    UnitNames units = UnitNames.of(inputs);
    long cells = sources.stream().mapToLong(s -> BronzeTables.likelyCells(s, inputs)).sum();
    return sources.stream()
        .map(source -> placed(source, units, inputs, cells <= BronzeTables.MOST_CELLS))
        .reduce(Records::and)
        .orElseThrow()
        .groupedBy(SourceRow::unitAndYear, SourcePrecedence::settled)
        .kept();
  }

  private Records<SourceRow> placed(
      SourceSpec source, UnitNames units, Inputs inputs, boolean isFew) {
    SourceRules rules = SourceRules.of(source, settings);
    return BronzeTables.rows(source, inputs, isFew)
        .map(new UnitYearResolution(rules, units, corrections.byCell()));
  }

  /** What of the configuration decides them, as stable text. */
  String configuration() {
    return sources.stream().map(SourceSpec::contract).toList()
        + "\n"
        + settings.baseIndicators()
        + "\n"
        + settings.unitsOfMeasure()
        + "\n"
        + corrections.text();
  }
}
