package org.renxing.jobs.cli.method;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.renxing.cell.Blanks;
import org.renxing.cell.YearText;

/**
 * The periods in a column: years and other whole numbers, or names such as 2020Q1. All forms of a
 * year are one period. A column that holds both, or a number that is no year, is refused by cell.
 */
final class Periods {
  private final InputTable table;
  private final String column;

  private Periods(InputTable table, String column) {
    this.table = table;
    this.column = column;
  }

  /** Those of a column; empty cells are for the caller to refuse. */
  static Periods of(InputTable table, String column) {
    int year = -1;
    int name = -1;
    Map<Integer, String> days = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      if (table.bare(row, column).isEmpty()) {
        continue;
      }
      OptionalInt found = table.year(row, column);
      year = year < 0 && found.isPresent() ? row : year;
      name = name < 0 && found.isEmpty() ? row : name;
      String day = Blanks.strip(table.bare(row, column));
      boolean isDay = found.isPresent() && YearText.isDay(day);
      if (isDay && !days.computeIfAbsent(found.getAsInt(), y -> day).equals(day)) {
        throw table.broken(
            row,
            "",
            ", column %s: '%s' and '%s' are days of one year; name a column of years or periods"
                .formatted(column, days.get(found.getAsInt()), day));
      }
      boolean isNumber = !Double.isNaN(table.mark().value(table.bare(row, column)));
      if (found.isEmpty() && isNumber) {
        throw table.broken(
            row,
            "",
            String.format(
                Locale.ROOT, ", column %s: '%s' is no year", column, table.text(row, column)));
      }
    }
    if (year >= 0 && name >= 0) {
      throw table.broken(
          name,
          "",
          String.format(
              Locale.ROOT,
              ", column %s: '%s' is no year, and row %d has the year %s; write all periods alike",
              column,
              table.text(name, column),
              table.number(year),
              table.text(year, column)));
    }
    return new Periods(table, column);
  }

  /** The period of a row, in one form. */
  String of(int row) {
    OptionalInt year = table.year(row, column);
    return year.isPresent() ? String.valueOf(year.getAsInt()) : table.text(row, column);
  }
}
