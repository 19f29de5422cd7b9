package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.Accumulator;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.run.Warning;

/** silver.correction: the corrections in force, with what they replaced. */
public final class AppliedCorrection extends ConformedCellsTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("correction");

  private static final String UNUSED = "unused correction ";
  private static final SharedKey<Effects> EFFECTS = new SharedKey<>("effects of corrections", "");
  private final Corrections corrections;

  public AppliedCorrection(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE);
    this.corrections = corrections;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a reviewed correction of a value")
        .key("source_id", Type.STRING, "Source")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .optional("value_as_received", Type.DOUBLE, "", "What the source gives; null = no number")
        .optional("corrected_value", Type.DOUBLE, "", "What counts instead; null = set aside")
        .required("correction_reason", Type.STRING, "", "Why")
        .required("evidence", Type.STRING, "", "On what ground: a source that others can look up")
        .required("corrected_on", Type.STRING, "", "Day of the review")
        .required("reviewer", Type.STRING, "", "Who reviewed it")
        .required("place", Type.STRING, "", "File and line of the correction")
        .required("n_cells", Type.LONG, "", "Cells that it changed; several where vintages differ")
        .required(
            "is_year_given",
            Type.BOOLEAN,
            "",
            "Whether the source gives anything of that year; false while a backfill is not done")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .check(
            "a correction names a cell that its source gives", "n_cells > 0 OR NOT is_year_given")
        .build();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    Effects effects = effects(inputs);
    List<Row> out = corrections.all().stream().map(c -> row(c, effects)).toList();
    return new TableRows.Held(shape(), out);
  }

  private Effects effects(Inputs inputs) {
    return inputs.shared(
        EFFECTS,
        () ->
            corrections.all().isEmpty()
                ? new Effects()
                : reception().rows(inputs).reduce(Effects::new));
  }

  private static Row row(Correction correction, Effects effects) {
    Correction.Key cell = correction.cell();
    Effect effect = effects.of(cell);
    return RowFactory.create(
        cell.sourceId(),
        cell.unitId(),
        cell.year(),
        cell.indicator(),
        Cells.number(effect.received()),
        Cells.number(correction.value()),
        correction.reason(),
        correction.evidence(),
        correction.day(),
        correction.reviewer(),
        correction.place(),
        effect.cells(),
        effects.isGiven(cell));
  }

  /** Corrections that change nothing, since their source gives nothing of the year. */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Map<String, String> out = new TreeMap<>();
    for (Correction correction : corrections.all()) {
      Correction.Key cell = correction.cell();
      if (effects(inputs).of(cell).cells() == 0) {
        out.put(
            UNUSED + correction.place(),
            String.format(
                Locale.ROOT,
                "%s: corrects nothing, since source %s gives nothing of its year yet (unit %s, %s,"
                    + " %d); take in that year, or take the line out",
                correction.place(),
                cell.sourceId(),
                cell.unitId(),
                cell.indicator(),
                cell.year()));
      }
    }
    return out;
  }

  /**
   * What a correction changed.
   *
   * @param received the largest value that it replaced; NaN for none
   * @param cells how many cells
   */
  private record Effect(double received, long cells) implements Serializable {
    private static final Effect NONE = new Effect(Double.NaN, 0);

    Effect plus(Effect other) {
      double most = Double.isNaN(received) ? other.received : Math.max(received, other.received);
      return new Effect(Double.isNaN(other.received) ? received : most, cells + other.cells);
    }
  }

  /** What corrections changed, and of which years their sources give anything. */
  private static final class Effects implements Accumulator<SourceRow, Effects> {
    private static final long serialVersionUID = 1L;
    private final HashMap<Correction.Key, Effect> byCell = new HashMap<>();
    private final HashSet<List<Object>> years = new HashSet<>();

    @Override
    public void add(SourceRow row) {
      if (!row.cells().isEmpty()) {
        years.add(List.of(row.sourceId(), row.year()));
      }
      for (Cell cell : row.cells()) {
        if (cell.isCorrected()) {
          byCell.merge(
              new Correction.Key(row.sourceId(), row.unitId(), row.year(), cell.indicator()),
              new Effect(cell.received(), 1),
              Effect::plus);
        }
      }
    }

    @Override
    public void merge(Effects other) {
      other.byCell.forEach((cell, effect) -> byCell.merge(cell, effect, Effect::plus));
      years.addAll(other.years);
    }

    Effect of(Correction.Key cell) {
      return byCell.getOrDefault(cell, Effect.NONE);
    }

    boolean isGiven(Correction.Key cell) {
      return years.contains(List.of(cell.sourceId(), cell.year()));
    }
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return noted(now, UNUSED, Warning.Kind.UNUSED_CORRECTION);
  }

  @Override
  public String explain(Inputs inputs) {
    return "; correct the file of corrections, or take the line out" + super.explain(inputs);
  }
}
