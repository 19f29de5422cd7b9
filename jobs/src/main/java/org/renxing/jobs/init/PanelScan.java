package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.YearText;
import org.renxing.intake.FileRow;
import org.renxing.jobs.profile.FileProfile;
import org.renxing.jobs.profile.FoundFile;
import org.renxing.jobs.silver.UnitAlias;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The units, years and figures of a panel whose columns are known; one reading of its file. */
final class PanelScan {
  private static final int MOST_UNITS = 100_000;

  private final FileProfile profile;
  private final KeyColumns keys;
  private final DecimalMark mark;
  private final List<String> texts;
  private final SortedMap<String, Map<String, String>> units = new TreeMap<>();
  private final SortedMap<Integer, Set<String>> unitsByYear = new TreeMap<>();
  private final Map<String, FigureScan> figures = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private final Set<String> rows = new HashSet<>();
  private String above = "";

  private PanelScan(FileProfile profile, KeyColumns keys, List<String> texts) {
    this.profile = profile;
    this.keys = keys;
    this.texts = List.copyOf(texts);
    this.mark = DecimalMark.of(profile.decimal()).orElseThrow();
  }

  /**
   * Reads a file.
   *
   * @param texts columns of which the last value of each unit is kept
   * @throws RenxingException USAGE where units and years do not tell rows apart
   */
  static PanelScan of(FoundFile file, FileProfile profile, KeyColumns keys, List<String> texts) {
    PanelScan scan = new PanelScan(profile, keys, texts);
    file.forEach((sheet, row) -> scan.see(row));
    scan.requireUnits();
    return scan;
  }

  private void see(FileRow row) {
    if (row.defect().isPresent()) {
      return;
    }
    String own = cell(row, keys.id());
    String unit = own.isEmpty() && !profile.fillDown().isEmpty() ? above : own;
    above = unit;
    OptionalInt year =
        keys.year()
            .map(column -> YearText.year(cell(row, column)))
            .orElseGet(() -> OptionalInt.of(keys.atYear().orElseThrow()));
    if (unit.isEmpty() || year.isEmpty()) {
      return;
    }
    requireNew(row, unit, year.getAsInt());
    unitsByYear.computeIfAbsent(year.getAsInt(), y -> new HashSet<>()).add(unit);
    Map<String, String> known = units.computeIfAbsent(unit, u -> new HashMap<>());
    for (String column : texts) {
      String text = cell(row, column);
      String before = text.isEmpty() ? null : known.put(column, text);
      if (before != null && !before.equals(text)) {
        changed.add(column);
      }
    }
    if (profile.itemColumn().isPresent()) {
      figure(row, unit, year.getAsInt(), cell(row, profile.itemColumn().get()), "");
    } else {
      profile.figures().forEach(f -> figure(row, unit, year.getAsInt(), f.label(), f.label()));
    }
  }

  private void figure(FileRow row, String unit, int year, String label, String column) {
    String text = cell(row, column.isEmpty() ? profile.valueColumn().orElseThrow() : column);
    double value = text.isEmpty() ? Double.NaN : mark.value(text);
    FigureScan scan = figures.computeIfAbsent(label, l -> new FigureScan());
    if (!Double.isNaN(value)) {
      scan.see(unit, year, value);
    }
  }

  private void requireNew(FileRow row, String unit, int year) {
    String item = profile.itemColumn().map(column -> cell(row, column)).orElse("");
    if (!rows.add(unit + "\n" + year + "\n" + item)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "line "
              + row.number()
              + ": unit '"
              + unit
              + "' comes a second time in "
              + year
              + "; name the column that tells units apart by --id, and that of years by --year");
    }
  }

  /** Units must be there, and differ by more than blanks, hyphens and the size of letters. */
  private void requireUnits() {
    if (units.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "no row has a unit in column "
              + keys.id()
              + keys.year().map(c -> " and a year in column " + c).orElse("")
              + "; name them by --id and --year");
    }
    if (units.size() > MOST_UNITS) {
      throw new RenxingException(
          ErrorCode.USAGE, "more than " + MOST_UNITS + " units in column " + keys.id());
    }
    Map<String, String> byKey = new HashMap<>();
    for (String unit : units.keySet()) {
      String other = byKey.putIfAbsent(UnitAlias.key(unit), unit);
      if (other != null) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "units '"
                + other
                + "' and '"
                + unit
                + "' of column "
                + keys.id()
                + " differ in blanks, signs or the size of letters only; name a column of codes by"
                + " --id");
      }
    }
  }

  private static String cell(FileRow row, String column) {
    return Optional.ofNullable(row.cells().get(column)).map(Blanks::strip).orElse("");
  }

  /** Codes of the units, in order. */
  List<String> codes() {
    return List.copyOf(units.keySet());
  }

  /** The last value of a unit in a column of texts; empty for none. */
  String text(String code, String column) {
    return units.get(code).getOrDefault(column, "");
  }

  /** Whether a unit has different values in a column of texts. */
  boolean isChanged(String column) {
    return changed.contains(column);
  }

  /** The years that have rows. */
  List<Integer> years() {
    return new ArrayList<>(unitsByYear.keySet());
  }

  /** How many units have a row in a year. */
  int rows(int year) {
    return unitsByYear.getOrDefault(year, Set.of()).size();
  }

  /** What was counted of a column of figures, or of an item. */
  FigureScan figure(String label) {
    return figures.getOrDefault(label, new FigureScan());
  }
}
