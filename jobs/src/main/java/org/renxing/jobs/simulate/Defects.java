package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.renxing.model.YearRange;

/**
 * Plants a few deliberate errors, one of each kind that real yearbooks hold: far fewer than the
 * share in quarantine that stops a run. Cells are changed in place; rows are added at the end.
 */
final class Defects {
  static final String QUARANTINE_ROW = "quarantine: row";
  static final String QUARANTINE_CELL = "quarantine: cell";
  static final String DROP_DUPLICATE = "counted once: the other copy is a duplicate";
  static final String CONFLICT = "quarantine: no value is taken in silence";
  static final String MISSING_WITH_REASON = "loaded; per-capita indicators missing with a reason";

  private static final Set<String> MISSING = Set.of("", "NA", "…", "—");

  private final YearRange years;
  private final Map<String, Sheet> sheets;
  private final List<PlantedDefect> planted = new ArrayList<>();

  private Defects(YearRange years, List<Sheet> sheets) {
    this.years = years;
    this.sheets = sheets.stream().collect(Collectors.toMap(Sheet::source, s -> s));
  }

  /** Changes the sheets and lists what was changed; nothing where a sheet has no rows. */
  static List<PlantedDefect> plant(YearRange years, List<Sheet> sheets) {
    if (sheets.stream().anyMatch(s -> s.rows().isEmpty())) {
      return List.of();
    }
    Defects defects = new Defects(years, sheets);
    defects.economy();
    defects.social();
    defects.environment();
    defects.digital();
    return List.copyOf(defects.planted);
  }

  private void economy() {
    Sheet sheet = sheets.get("city-economy");
    String gdp = "地区生产总值(亿元)";
    int line = sheet.set(at(sheet, 0.3, gdp), gdp, "12,3x4");
    note(sheet, line, gdp, "unparsable-number", QUARANTINE_CELL);
    endedCode(sheet, "371200", "莱芜市", 2020);
    endedCode(sheet, "341400", "巢湖市", 2015);
    line = sheet.append(with(sheet, 0.5, Map.of("年份", "20l5")));
    note(sheet, line, "年份", "unparsable-year", QUARANTINE_ROW);
    line = sheet.append(sheet.rows().get(at(sheet, 0.7, gdp)));
    note(sheet, line, "", "exact-duplicate", DROP_DUPLICATE);
  }

  private void social() {
    Sheet sheet = sheets.get("city-social");
    String residents = "resident population (persons)";
    String urban = "urban population (persons)";
    int line = sheet.set(at(sheet, 0.4, residents), residents, "0");
    note(sheet, line, residents, "zero-denominator", MISSING_WITH_REASON);
    int first = at(sheet, 0.6, urban);
    note(sheet, first + 1 + Sheet.HEADER_LINES, urban, "conflicting-duplicate", CONFLICT);
    String other = sheet.rows().get(first).get(sheet.header().indexOf(urban)) + "0";
    line = sheet.append(changed(sheet, first, Map.of(urban, other)));
    note(sheet, line, urban, "conflicting-duplicate", CONFLICT);
    line = sheet.append(with(sheet, 0.2, Map.of("city", "虚构市")));
    note(sheet, line, "city", "unknown-unit", QUARANTINE_ROW);
    line = sheet.append(with(sheet, 0.8, Map.of("city", "")));
    note(sheet, line, "city", "empty-key", QUARANTINE_ROW);
  }

  private void environment() {
    Sheet sheet = sheets.get("city-environment");
    int line = sheet.append(sheet.rows().get(at(sheet, 0.5, "value")).subList(0, 3));
    note(sheet, line, "", "too-few-fields", QUARANTINE_ROW);
  }

  private void digital() {
    Sheet sheet = sheets.get("city-digital");
    int line = sheet.append(with(sheet, 0.5, Map.of("city", "Nowhere")));
    note(sheet, line, "city", "unknown-unit", QUARANTINE_ROW);
  }

  /** A row under a code that had ended by then; only where the years hold that year. */
  private void endedCode(Sheet sheet, String code, String name, int year) {
    if (years.contains(year)) {
      int line =
          sheet.append(
              with(sheet, 0.1, Map.of("行政区划代码", code, "地区", name, "年份", Integer.toString(year))));
      note(sheet, line, "行政区划代码", "code-not-in-force", QUARANTINE_ROW);
    }
  }

  /** Index of the first row from the given share of the sheet on whose cell holds a figure. */
  private static int at(Sheet sheet, double share, String column) {
    int cell = sheet.header().indexOf(column);
    int start = (int) (share * sheet.rows().size());
    for (int i = start; i < sheet.rows().size(); i++) {
      if (!MISSING.contains(sheet.rows().get(i).get(cell))) {
        return i;
      }
    }
    return start;
  }

  private static List<String> with(Sheet sheet, double share, Map<String, String> cells) {
    return changed(sheet, (int) (share * sheet.rows().size()), cells);
  }

  private static List<String> changed(Sheet sheet, int row, Map<String, String> cells) {
    List<String> out = new ArrayList<>(sheet.rows().get(row));
    cells.forEach((column, text) -> out.set(sheet.header().indexOf(column), text));
    return out;
  }

  private void note(Sheet sheet, int line, String column, String kind, String expected) {
    planted.add(
        new PlantedDefect(sheet.source(), sheet.fileName(years), line, column, kind, expected));
  }
}
