package org.renxing.jobs.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.cell.Blanks;
import org.renxing.cell.YearText;
import org.renxing.intake.FileRow;
import org.renxing.lake.Fingerprint;

/** The second reading of a file: which figures are missing in which year, and which rows repeat. */
final class GapScan {
  private static final int MOST_KEYS = 500_000;
  private static final int MOST_YEARS = 300;

  /** Longer keys are kept as their hash. */
  private static final int LONGEST_KEY = 200;

  private final Optional<ColumnScan> unit;
  private final Optional<ColumnScan> year;
  private final Optional<ColumnScan> item;
  private final Optional<ColumnScan> value;
  private final List<String> wide;
  private final Set<String> missingMarks;
  private final Map<String, String> yearOfSheet;
  private final Map<String, Map<String, Long>> missing = new LinkedHashMap<>();
  private final Set<String> years = new TreeSet<>();
  private final Map<String, Long> keys = new HashMap<>();
  private final List<String> repeated = new ArrayList<>();
  private final Map<String, String> aboveBySheet = new HashMap<>();
  private long repeats;
  private long repeatsFilled;
  private long withoutUnit;
  private long lost;
  private long lostFilled;

  /**
   * Prepares it.
   *
   * @param wide labels of the figures of a wide file
   * @param missingMarks texts that stand for a missing figure
   * @param yearOfSheet the year of each sheet, where no column gives it
   */
  GapScan(
      Optional<ColumnScan> unit,
      Optional<ColumnScan> year,
      Optional<ColumnScan> item,
      Optional<ColumnScan> value,
      List<String> wide,
      Set<String> missingMarks,
      Map<String, String> yearOfSheet) {
    this.unit = unit;
    this.year = year;
    this.item = item;
    this.value = value;
    this.wide = item.isPresent() ? List.of() : List.copyOf(wide);
    this.missingMarks = Set.copyOf(missingMarks);
    this.yearOfSheet = Map.copyOf(yearOfSheet);
  }

  void see(String sheet, FileRow row) {
    if (row.defect().isPresent()) {
      return;
    }
    String ofSheet = yearOfSheet.getOrDefault(sheet, "");
    String when = year.map(y -> YearText.canonical(cell(row, y))).orElse(ofSheet);
    boolean isYear = YearText.year(when).isPresent();
    if (isYear && years.size() < MOST_YEARS) {
      years.add(when);
    }
    if (years.contains(when)) {
      wide.forEach(label -> count(label, when, row.cells().get(label)));
      item.ifPresent(i -> value.ifPresent(v -> count(cell(row, i), when, cell(row, v))));
    }
    if (unit.isPresent()) {
      place(sheet, row, unit.get(), when);
    } else {
      lost++;
      lostFilled++;
    }
  }

  /** What becomes of the row: whether its unit is known, and whether it repeats another. */
  private void place(String sheet, FileRow row, ColumnScan units, String when) {
    String own = cell(row, units);
    boolean isFilledDown = own.isEmpty();
    String name = isFilledDown ? aboveBySheet.getOrDefault(sheet, "") : own;
    aboveBySheet.put(sheet, name);
    boolean isPlaced = units.resolves(name) && YearText.year(when).isPresent();
    withoutUnit += isFilledDown ? 1 : 0;
    lost += isFilledDown || !isPlaced ? 1 : 0;
    lostFilled += isPlaced ? 0 : 1;
    if (keys.size() >= MOST_KEYS) {
      return;
    }
    String whole = name + "|" + when + "|" + item.map(i -> cell(row, i)).orElse("");
    String key = whole.length() > LONGEST_KEY ? Fingerprint.of(whole) : whole;
    Long before = keys.putIfAbsent(key, row.number());
    if (before != null && isFilledDown) {
      repeatsFilled++;
    } else if (before != null) {
      repeats++;
      if (repeated.size() < 3) {
        repeated.add("lines " + before + " and " + row.number());
      }
    }
  }

  /** How many rows have an empty cell for the unit. */
  long withoutUnit() {
    return withoutUnit;
  }

  /**
   * Whether cells of the unit look merged downwards: some are empty, and with what stands above
   * them each row is about a unit and year of its own.
   */
  boolean isMergedDownwards() {
    return withoutUnit > 0 && repeatsFilled == 0 && lostFilled < lost;
  }

  /** How many rows a draft would set aside, besides malformed ones. */
  long lost() {
    return isMergedDownwards() ? lostFilled : lost;
  }

  private void count(String label, String when, String text) {
    if ((text == null || missingMarks.contains(Blanks.strip(text)))) {
      missing.computeIfAbsent(label, l -> new TreeMap<>()).merge(when, 1L, Long::sum);
    }
  }

  private String cell(FileRow row, ColumnScan column) {
    return Blanks.strip(Optional.ofNullable(row.cells().get(column.label())).orElse(""));
  }

  /** By label: year to how many figures are missing. */
  Map<String, Map<String, Long>> missing() {
    return missing;
  }

  Set<String> years() {
    return years;
  }

  List<String> repeats() {
    return repeats == 0
        ? List.of()
        : List.of(repeats + " rows repeat unit and year, such as " + String.join("; ", repeated));
  }
}
