package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The input with the parts of its columns: the unit, the year, and the others. */
final class UnitFile {
  private final InputTable table;
  private final String id;
  private final Optional<String> year;

  private UnitFile(InputTable table, String id, Optional<String> year) {
    this.table = table;
    this.id = id;
    this.year = year;
  }

  /** Finds the columns that the options name; USAGE where one is missing. */
  static UnitFile of(InputTable table, String id, Optional<String> year) {
    String unit = table.column("--id", id);
    Optional<String> period = year.map(y -> table.column("--year", y));
    return new UnitFile(table, unit, period);
  }

  /** The cells. */
  InputTable table() {
    return table;
  }

  /** The file as the user named it. */
  String name() {
    return table.name();
  }

  /** The column of the unit. */
  String id() {
    return id;
  }

  /** The column of the year. */
  Optional<String> year() {
    return year;
  }

  /** The column of the unit, and that of the year where there is one. */
  List<String> keys() {
    return year.map(y -> List.of(id, y)).orElse(List.of(id));
  }

  /** The columns besides id and year, in the order of the file. */
  List<String> columns() {
    List<String> out = new ArrayList<>(table.columns());
    out.removeAll(keys());
    return List.copyOf(out);
  }

  /** See {@link InputTable#named}. */
  List<String> named(String option, List<String> texts) {
    return table.named(option, texts);
  }
}
