package org.renxing.lake;

import java.util.Optional;
import org.renxing.model.TableName;

/** Tables of a lake that are small enough to be read into this JVM, without Spark. */
final class SmallTables {
  /** How many rows are packed in the place of one. */
  private static final int PACKED = 12;

  private final Lake lake;

  SmallTables(Lake lake) {
    this.lake = lake;
  }

  /** See {@link Lake#few(TableName, long, Optional)}. */
  Optional<TableRows.Held> at(TableName table, long version, Optional<String> scenario) {
    return KernelTable.isAvailable()
        ? Optional.of(lake.reader(table, version))
            .filter(r -> r.rowCount() <= most(r))
            .map(r -> r.rows(scenario))
        : Optional.empty();
  }

  /** See {@link Lake#few(TableName, String)}. */
  Optional<TableRows.Held> newest(TableName table, String part) {
    boolean isWhole = part.equals(TableState.WHOLE);
    Optional<Long> rows =
        lake.state(table)
            .flatMap(
                s -> isWhole ? Optional.of(s.rows()) : s.part(part).map(TableState.Part::rows));
    if (!KernelTable.isAvailable() || rows.isEmpty() || rows.get() > lake.mostLocal()) {
      return Optional.empty();
    }
    RowReader reader = newest(table);
    return rows.get() <= most(reader)
        ? Optional.of(reader.rows(isWhole ? Optional.empty() : Optional.of(part)))
        : Optional.empty();
  }

  /** See {@link Lake#packable}. */
  Optional<RowReader> packable(TableName table) {
    boolean isPackable =
        lake.state(table).filter(s -> s.rows() <= (long) PACKED * lake.mostLocal()).isPresent();
    return KernelTable.isAvailable() && isPackable ? Optional.of(newest(table)) : Optional.empty();
  }

  private RowReader newest(TableName table) {
    return lake.reader(table, lake.check().readable(table));
  }

  private int most(RowReader reader) {
    return LocalRows.most(lake.mostLocal(), reader.schema().length());
  }
}
