package org.renxing.jobs.silver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renxing.records.Accumulator;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;

/**
 * Values that are computed from finer observations, in the form of received ones. They come last of
 * all sources.
 */
final class ComputedValues {
  private static final TableRecords<SourceRow> ROWS =
      TableRecords.of(
          Observation.TABLE,
          List.of("unit_id", "year", "indicator_code", "source_id", "value"),
          row ->
              row(
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.text("source_id"),
                  row.number("value")));

  private ComputedValues() {}

  /** The values. */
  static Records<SourceRow> of(DerivedObservations derived, Inputs inputs) {
    return ROWS.of(derived.rows(inputs));
  }

  /** The same with what counts instead, where a source gives the same cell. */
  static Records<SourceRow> beside(Records<SourceRow> received, Records<SourceRow> values) {
    Set<String> codes = values.reduce(Codes::new).codes;
    return codes.isEmpty()
        ? values
        : values
            .and(received.map(row -> given(row, codes)).where(row -> !row.cells().isEmpty()))
            .groupedBy(SourceRow::unitAndYear, ComputedValues::last)
            .kept();
  }

  static SourceRow row(String unit, int year, String indicator, String source, double value) {
    Cell cell =
        new Cell(
            Observation.COMPUTED,
            indicator,
            String.valueOf(value),
            value,
            value,
            false,
            Reason.NONE,
            Cell.Winner.NONE);
    return new SourceRow(
        source,
        Integer.MAX_VALUE,
        "",
        Observation.COMPUTED,
        0,
        "",
        unit,
        year,
        "",
        Reason.NONE,
        List.of(cell),
        Map.of());
  }

  /** Base indicators of which there are values. */
  private static final class Codes implements Accumulator<SourceRow, Codes> {
    private static final long serialVersionUID = 1L;
    private final HashSet<String> codes = new HashSet<>();

    @Override
    public void add(SourceRow row) {
      row.cells().forEach(cell -> codes.add(cell.indicator()));
    }

    @Override
    public void merge(Codes other) {
      codes.addAll(other.codes);
    }
  }

  private static SourceRow given(SourceRow row, Set<String> codes) {
    return row.with(
        row.cells().stream()
            .filter(cell -> cell.isPreferred() && codes.contains(cell.indicator()))
            .toList());
  }

  private static Iterator<SourceRow> last(String unitAndYear, List<SourceRow> rows) {
    Map<String, Cell.Winner> given = new HashMap<>();
    for (SourceRow row : rows) {
      if (!row.file().equals(Observation.COMPUTED)) {
        row.cells()
            .forEach(
                cell ->
                    given.put(
                        cell.indicator(),
                        new Cell.Winner(row.sourceId(), row.vintage(), cell.value())));
      }
    }
    return rows.stream()
        .filter(row -> row.file().equals(Observation.COMPUTED))
        .map(
            row ->
                row.with(
                    row.cells().stream()
                        .map(
                            cell ->
                                cell.judged(
                                    Reason.NONE,
                                    given.getOrDefault(cell.indicator(), Cell.Winner.NONE)))
                        .toList()))
        .iterator();
  }
}
