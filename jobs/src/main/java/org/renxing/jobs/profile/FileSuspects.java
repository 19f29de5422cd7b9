package org.renxing.jobs.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.renxing.cell.DecimalMark;

/** What looks wrong with a file, in words, one after the other. */
final class FileSuspects {
  private final MetadataCatalog known;
  private final List<ColumnScan> columns;
  private final long rows;
  private final Set<String> suspects;

  /**
   * Of a file that has been read.
   *
   * @param suspects where they are put
   */
  FileSuspects(MetadataCatalog known, List<ColumnScan> columns, long rows, Set<String> suspects) {
    this.known = known;
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.suspects = suspects;
  }

  /** Rows that are malformed or absent, and columns that were not looked at. */
  void ofForm(int width, int most, long malformed) {
    if (malformed > 3) {
      suspects.add(malformed + " malformed rows in all");
    }
    if (width > most) {
      suspects.add("it has " + width + " columns; only the first " + most + " were looked at");
    }
    if (rows == 0) {
      suspects.add("it has a head and no rows");
    }
    columns.forEach(this::marks);
  }

  /** Units that are not known, or not there. */
  void ofUnits(Optional<ColumnScan> unit, GapScan second) {
    if (unit.isEmpty()) {
      suspects.add("no column names known units");
    } else if (second.withoutUnit() > 0) {
      String label = unit.get().label();
      String offer =
          second.isMergedDownwards()
              ? "; its cells seem merged downwards: fill-down = [\"" + label + "\"]"
              : "";
      suspects.add(
          String.format(
              Locale.ROOT,
              "%d of %d rows have no unit in column %s%s",
              second.withoutUnit(),
              rows,
              label,
              offer));
    }
  }

  /** Years that are none, or not there. */
  void ofYears(Optional<ColumnScan> year, boolean isSaid) {
    if (!isSaid) {
      suspects.add("no column holds years, nor does a sheet, title or file name");
    }
    year.filter(y -> y.yearShare() < 1)
        .ifPresent(y -> suspects.add("column " + y.label() + " holds what is no year" + odd(y)));
  }

  /** Figures that are none, constant, or beyond what their unit allows. */
  void ofFigures(List<ColumnScan> figures, boolean isLong) {
    for (ColumnScan c : figures) {
      if (c.numbers() < c.filled()) {
        suspects.add(
            "column " + c.label() + ": " + (c.filled() - c.numbers()) + " no numbers" + odd(c));
      }
      if (c.isConstant()) {
        suspects.add("column " + c.label() + " is constant: " + c.least());
      }
      boolean isShare = known.unit(c.label(), "").filter(u -> u.name().equals("%")).isPresent();
      if (isShare && (c.least() < 0 || c.most() > 100) && !isLong) {
        suspects.add("column " + c.label() + " in % runs from " + c.least() + " to " + c.most());
      }
    }
  }

  /** Says of a column of figures that its commas and points can be read in two ways. */
  private void marks(ColumnScan c) {
    NumberScan commas = c.scan(DecimalMark.COMMA);
    NumberScan points = c.scan(DecimalMark.POINT);
    boolean isMixed = commas.decimals() > 0 && points.decimals() + points.grouped() > 0;
    if (isMixed && 2 * Math.max(commas.numbers(), points.numbers()) >= c.filled()) {
      suspects.add(
          "column "
              + c.label()
              + ": "
              + commas.decimals()
              + " figures have a comma before decimals, "
              + (points.decimals() + points.grouped())
              + " a point before decimals or a comma between thousands; make them alike");
    } else if (commas.decimals() > 0 && commas.numbers() == c.filled()) {
      suspects.add("column " + c.label() + ": a comma stands before decimals: decimal = \",\"");
    }
  }

  private static String odd(ColumnScan c) {
    return c.oddities().isEmpty() ? "" : ", such as " + String.join("; ", c.oddities());
  }
}
