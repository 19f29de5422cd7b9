package org.renxing.run;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;

/**
 * A stored table as records.
 *
 * @param <T> immutable
 */
public final class StoredRows<T extends Serializable> extends Need<Records<T>> {
  private final TableRecords<T> reading;

  private StoredRows(
      TableRecords<T> reading,
      Content content,
      BiFunction<Inputs, Optional<Scenario>, Records<T>> getting) {
    super(
        reading.table().toString(),
        List.of(),
        Map.of(reading.table(), content),
        scenario -> "",
        getting);
    this.reading = reading;
  }

  /** The rows of the scenario, of a table that is kept by scenario. */
  public static <T extends Serializable> StoredRows<T> ofScenario(
      TableName table, List<String> columns, TableRecords.Reading<T> reading) {
    TableRecords<T> rows = TableRecords.of(table, columns, reading);
    return new StoredRows<>(
        rows,
        (state, scenario) -> state.contentOf(scenario.id()),
        (inputs, scenario) -> inputs.records(rows, scenario(table.toString(), scenario).id()));
  }

  /** All rows, of a table that is not kept by scenario. */
  public static <T extends Serializable> StoredRows<T> whole(TableRecords<T> rows) {
    return new StoredRows<>(
        rows,
        (state, scenario) -> state.contentOf(TableState.WHOLE),
        (inputs, scenario) -> inputs.records(rows));
  }

  /** How rows are read. */
  public TableRecords<T> reading() {
    return reading;
  }
}
