package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/** Tidy observations of base indicators, from all sources. */
public final class Observation extends ConformedCellsTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("observation");

  /** Stands for the file and column of values that were computed from finer observations. */
  public static final String COMPUTED = "(computed)";

  private static final String CONTENT = "content of ";
  private static final String VINTAGES = "vintages of ";
  private static final SharedKey<Records<SourceRow>> COMPUTED_ROWS =
      new SharedKey<>("computed observations", "");
  private static final SharedKey<ObservedContent> CONTENTS =
      new SharedKey<>("content of observations", "");

  private final List<DerivedObservations> derived;

  /**
   * The observations of these sources.
   *
   * @param derived values that are computed from finer observations; they count where no source
   *     gives the same cell
   */
  public Observation(
      List<SourceSpec> sources,
      Settings settings,
      Corrections corrections,
      List<DerivedObservations> derived) {
    super(sources, settings, corrections);
    this.derived = List.copyOf(derived);
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>(super.inputs());
    derived.forEach(d -> out.addAll(d.inputs()));
    return out;
  }

  @Override
  public String configuration(String part) {
    return super.configuration(part)
        + derived.stream().map(DerivedObservations::configuration).toList();
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a unit, year, base indicator, source and vintage")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .key("source_id", Type.STRING, "Source")
        .key(
            "vintage",
            Type.STRING,
            "Day of publication as 2020-12-31; empty for sources without vintages")
        .required("value", Type.DOUBLE, "", "Value in the unit of measure of the base indicator")
        .optional(
            "value_as_received",
            Type.DOUBLE,
            "",
            "The same before a correction, in the same unit; null where it was no number")
        .required("value_text", Type.STRING, "", "As the source gives it")
        .required(
            "column_label", Type.STRING, "", "Column or label under which the source gives it")
        .required("precedence", Type.INT, "", "Lower wins where two sources give the same cell")
        .required(
            "is_preferred",
            Type.BOOLEAN,
            "",
            "Whether this is the value that counts, of several sources")
        .required("source_file", Type.STRING, "", "File")
        .required("row_number", Type.LONG, "", "Line of the file")
        .required(
            "is_corrected",
            Type.BOOLEAN,
            "",
            "Whether a reviewed correction changed it; see silver.correction")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public boolean isCheapToRepeat() {
    return true;
  }

  /** Held here where they are few. */
  @Override
  public TableRows rows(String part, Inputs inputs) {
    Records<SourceRow> all = all(inputs);
    return content(inputs).count() <= inputs.lake().mostLocal()
        ? all.rows(shape(), Observation::values)
        : inputs.manyRows(all, shape(), Observation::values);
  }

  /** The rows of all sources, and those that are computed. */
  private Records<SourceRow> all(Inputs inputs) {
    return reception().rows(inputs).and(computed(inputs));
  }

  private Records<SourceRow> computed(Inputs inputs) {
    return inputs.shared(
        COMPUTED_ROWS,
        () -> {
          Records<SourceRow> received = reception().rows(inputs);
          Records<SourceRow> none = LocalRecords.none();
          return derived.stream()
              .map(d -> ComputedValues.beside(received, ComputedValues.of(d, inputs)))
              .reduce(none, Records::and);
        });
  }

  private ObservedContent content(Inputs inputs) {
    return inputs.shared(
        CONTENTS,
        () -> {
          ObservedContent out = computed(inputs).reduce(ObservedContent::new);
          out.merge(reception().summary(inputs).content());
          return out;
        });
  }

  private static Iterator<Row> values(SourceRow row) {
    Integer year = row.year();
    Long number = row.number();
    return row.cells().stream()
        .filter(Cell::isSound)
        .map(cell -> value(row, cell, year, number))
        .iterator();
  }

  private static Row value(SourceRow row, Cell cell, Integer year, Long number) {
    Double value = cell.value();
    return RowFactory.create(
        row.unitId(),
        year,
        cell.indicator(),
        row.sourceId(),
        row.vintage(),
        value,
        cell.isCorrected() ? received(cell) : value,
        cell.text(),
        cell.label(),
        row.precedence(),
        cell.isPreferred(),
        row.file(),
        number,
        cell.isCorrected());
  }

  private static Double received(Cell cell) {
    return Double.isNaN(cell.received()) ? null : (Double) cell.received();
  }

  /**
   * Hashes of each indicator's values, so that scenarios see what concerns them: of those that
   * count, and of all for scenarios that look back to an earlier vintage.
   */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Map<String, String> out = new TreeMap<>();
    content(inputs).preferred().forEach((code, hash) -> out.put(CONTENT + code, hash));
    content(inputs).every().forEach((code, hash) -> out.put(VINTAGES + code, hash));
    return out;
  }

  /**
   * The content of some base indicators; of all where a write was cut short before its notes.
   *
   * @param isLookingBack whether values that do not count now matter as well
   */
  public static String contentOf(
      TableState state, Collection<String> codes, boolean isLookingBack) {
    if (state.notes().keySet().stream().noneMatch(key -> key.startsWith(CONTENT))) {
      return state.contentOf(TableState.WHOLE);
    }
    String kind = isLookingBack ? VINTAGES : CONTENT;
    SortedMap<String, String> contents = new TreeMap<>();
    codes.forEach(code -> contents.put(code, state.notes().getOrDefault(kind + code, "none")));
    return contents.toString();
  }
}
