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
import java.util.regex.Pattern;
import org.renxing.intake.FileRow;

/** The second reading of a file: which figures are missing in which year, and which rows repeat. */
final class GapScan {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final int MOST_KEYS = 500_000;
  private static final int MOST_YEARS = 300;

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
  private long repeats;

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
    String when = year.map(y -> cell(row, y)).orElse(ofSheet);
    if (YEAR.matcher(when).matches() && years.size() < MOST_YEARS) {
      years.add(when);
    }
    if (years.contains(when)) {
      wide.forEach(label -> count(label, when, row.cells().get(label)));
      item.ifPresent(i -> value.ifPresent(v -> count(cell(row, i), when, cell(row, v))));
    }
    String key =
        unit.map(u -> cell(row, u)).orElse("")
            + "|"
            + when
            + "|"
            + item.map(i -> cell(row, i)).orElse("");
    if (unit.isPresent() && keys.size() < MOST_KEYS) {
      Long before = keys.putIfAbsent(key, row.number());
      if (before != null) {
        repeats++;
        if (repeated.size() < 3) {
          repeated.add("lines " + before + " and " + row.number());
        }
      }
    }
  }

  private void count(String label, String when, String text) {
    if ((text == null || missingMarks.contains(text.strip()))) {
      missing.computeIfAbsent(label, l -> new TreeMap<>()).merge(when, 1L, Long::sum);
    }
  }

  private String cell(FileRow row, ColumnScan column) {
    return Optional.ofNullable(row.cells().get(column.label())).orElse("").strip();
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
