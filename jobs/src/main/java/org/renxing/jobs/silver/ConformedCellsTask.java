package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;

/** What the tables made from judged cells have in common: all sources, as one part. */
abstract class ConformedCellsTask implements TableTask {
  private final List<SourceSpec> sources;
  private final Settings settings;
  private final Corrections corrections;
  private final List<TableName> others;

  /**
   * A table from judged cells.
   *
   * @param others tables that it reads too, or that come before it as they compute what all share
   */
  ConformedCellsTask(
      List<SourceSpec> sources, Settings settings, Corrections corrections, TableName... others) {
    this.corrections = corrections;
    this.others = List.of(others);
    this.sources = List.copyOf(sources);
    this.settings = settings;
  }

  List<SourceSpec> sources() {
    return sources;
  }

  ConformedCells reception() {
    return new ConformedCells(sources, settings, corrections);
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>();
    sources.forEach(s -> out.add(BronzeTables.name(s)));
    out.add(UnitAlias.TABLE);
    out.addAll(others);
    return out;
  }

  @Override
  public String configuration(String part) {
    return sources.stream().map(SourceSpec::contract).toList()
        + "\n"
        + settings.baseIndicators()
        + "\n"
        + settings.unitsOfMeasure()
        + "\n"
        + corrections.text();
  }

  @Override
  public String explain(Inputs inputs) {
    return HeldFile.hint(sources, inputs.lake());
  }
}
