package org.renxing.jobs.silver;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.name.Nearest;
import org.renxing.name.UnitIndex;
import org.renxing.records.Accumulator;
import org.renxing.records.Records;
import org.renxing.run.Inputs;

/** What came in and could not be used, as received, with the reason. */
public final class Quarantine extends ConformedCellsTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("quarantine");

  /** So many unknown names at most are compared with the known ones, in alphabetical order. */
  private static final int MOST_NAMES = 500;

  public Quarantine(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE, DimUnit.TABLE);
  }

  @Override
  public TableSpec spec() {
    return SetAside.table(
            TABLE, "One row a row or cell that was set aside; notes of tables too, as FOOTNOTE")
        .key(
            "column_label", Type.STRING, "Column or label; empty where the whole row was set aside")
        .with(SetAside::reason)
        .optional(
            "value_text",
            Type.STRING,
            "",
            "The cell as received; for a whole row the text of its unit")
        .with(SetAside::place)
        .optional("indicator_code", Type.STRING, "", "Base indicator, for a cell")
        .with(SetAside::raw)
        .build();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    Records<SourceRow> aside = reception().unused(inputs).where(SourceRow::isSetAside);
    Map<String, String> questions = questions(aside, inputs);
    return aside.rows(shape(), row -> lines(row, questions));
  }

  /** By units that are not known the names that are nearest, as the end of a reason. */
  private static Map<String, String> questions(Records<SourceRow> aside, Inputs inputs) {
    TreeSet<String> unknown = aside.reduce(Unknown::new).texts;
    Map<String, String> out = new HashMap<>();
    if (!unknown.isEmpty()) {
      UnitIndex names = UnitAlias.index(inputs);
      unknown.forEach(
          text ->
              Nearest.question(names.nearest(text))
                  .ifPresent(question -> out.put(text, "; " + question)));
    }
    return Map.copyOf(out);
  }

  /** The first texts that are no known unit, in alphabetical order. */
  private static final class Unknown implements Accumulator<SourceRow, Unknown> {
    private static final long serialVersionUID = 1L;
    private final TreeSet<String> texts = new TreeSet<>();

    @Override
    public void add(SourceRow row) {
      if (isUnknown(row)) {
        row.unitText().ifPresent(this::add);
      }
    }

    private void add(String text) {
      texts.add(text);
      if (texts.size() > MOST_NAMES) {
        texts.pollLast();
      }
    }

    @Override
    public void merge(Unknown other) {
      other.texts.forEach(this::add);
    }
  }

  private static boolean isUnknown(SourceRow row) {
    return row.reason().code().equals(UnitNames.UNKNOWN);
  }

  private static Iterator<Row> lines(SourceRow row, Map<String, String> questions) {
    String raw = SetAside.json(row.raw());
    if (row.isPlaced()) {
      return row.cells().stream()
          .filter(cell -> !cell.isSound())
          .map(cell -> line(row, cell.label(), cell.reason(), cell.text(), cell.indicator(), raw))
          .iterator();
    }
    String text = row.unitText().orElse(null);
    String question = isUnknown(row) ? questions.getOrDefault(text, "") : "";
    Reason reason = new Reason(row.reason().code(), row.reason().text() + question);
    return Stream.of(line(row, "", reason, text, null, raw)).iterator();
  }

  private static Row line(
      SourceRow row, String label, Reason reason, String text, String indicator, String raw) {
    return RowFactory.create(
        row.sourceId(),
        row.file(),
        row.number(),
        row.hash(),
        label,
        reason.code(),
        reason.text(),
        text,
        Cells.text(row.unitId()),
        SetAside.year(row.year()),
        indicator,
        raw);
  }
}
