package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  static final String LOADED_WITH_MARK = "loaded without the mark, which stands beside it";

  static final String SUSPECT = "loaded; in suspect_value";
  static final String FLAGGED = "loaded; flagged in base_indicator_quality";

  private static final Set<String> MISSING = Set.of("", "NA", "…", "—");

  private final YearRange years;
  private final Sheet sheet;
  private final List<PlantedDefect> planted = new ArrayList<>();

  private Defects(YearRange years, Sheet sheet) {
    this.years = years;
    this.sheet = sheet;
  }

  /** Changes the sheet and lists what was changed; nothing where it has no rows. */
  static List<PlantedDefect> plant(YearRange years, Sheet sheet) {
    if (sheet.rows().isEmpty()) {
      return List.of();
    }
    Defects defects = new Defects(years, sheet);
    switch (sheet.source()) {
      case "city-economy" -> defects.economy();
      case "city-social" -> defects.social();
      case "city-environment" -> defects.environment();
      case "city-digital" -> defects.digital();
      case "city-industry" -> defects.industry();
      default -> throw new IllegalArgumentException(sheet.source());
    }
    return List.copyOf(defects.planted);
  }

  private void economy() {
    new Suspects(
            sheet,
            years.length(),
            3,
            (row, column, kind) -> note(row, column, kind, row < 0 ? FLAGGED : SUSPECT))
        .plant();
    String gdp = "地区生产总值(亿元)";
    int row = sheet.set(at(0.3, gdp), gdp, "12,3x4");
    note(row, gdp, "unparsable-number", QUARANTINE_CELL);
    endedCode("371200", "莱芜市", 2020);
    endedCode("341400", "巢湖市", 2015);
    row = sheet.append(with(0.5, Map.of("年份", "20l5")));
    note(row, "年份", "unparsable-year", QUARANTINE_ROW);
    row = sheet.append(sheet.rows().get(at(0.7, gdp)));
    note(row, "", "exact-duplicate", DROP_DUPLICATE);
    row = sheet.append(with(0.6, Map.of("地区", "乱" + SampleForm.FAULT + "码")));
    note(row, "", "undecodable-byte", QUARANTINE_ROW);
  }

  private void social() {
    String residents = "resident population (persons)";
    String urban = "urban population (persons)";
    int row = sheet.set(at(0.4, residents), residents, "0");
    note(row, residents, "zero-denominator", MISSING_WITH_REASON);
    int first = at(0.6, urban);
    note(first, urban, "conflicting-duplicate", CONFLICT);
    String other = sheet.rows().get(first).get(sheet.header().indexOf(urban)) + "0";
    row = sheet.append(changed(first, Map.of(urban, other)));
    note(row, urban, "conflicting-duplicate", CONFLICT);
    row = sheet.append(with(0.2, Map.of("city", "虚构市")));
    note(row, "city", "unknown-unit", QUARANTINE_ROW);
    row = sheet.append(with(0.8, Map.of("city", "")));
    note(row, "city", "empty-key", QUARANTINE_ROW);
    String beds = "hospital beds";
    first = at(0.15, beds);
    row = sheet.set(first, beds, sheet.rows().get(first).get(sheet.header().indexOf(beds)) + "①");
    note(row, beds, "footnote-mark", LOADED_WITH_MARK);
    String growth = "natural growth (per mille)";
    row = sheet.set(at(0.25, growth), growth, "0.35%");
    note(row, growth, "percentage-format", QUARANTINE_CELL);
    String communities = "communities";
    row = sheet.set(at(0.35, communities), communities, "#DIV/0!");
    note(row, communities, "formula-error", QUARANTINE_CELL);
  }

  private void environment() {
    int row = sheet.append(sheet.rows().get(at(0.5, "value")).subList(0, 3));
    note(row, "", "cut-line", QUARANTINE_ROW);
  }

  private void digital() {
    int row = sheet.append(with(0.5, Map.of("city", "Nowhere")));
    note(row, "city", "unknown-unit", QUARANTINE_ROW);
    row = sheet.append(with(0.7, Map.of("city", "Lost" + SampleForm.FAULT)));
    note(row, "", "undecodable-byte", QUARANTINE_ROW);
  }

  private void industry() {
    String coal = "原煤(吨)";
    int row = sheet.set(at(0.3, coal), coal, "约120万");
    note(row, coal, "unparsable-number", QUARANTINE_CELL);
    row = sheet.append(with(0.5, Map.of("行政区划代码", "999900")));
    note(row, "行政区划代码", "unknown-unit", QUARANTINE_ROW);
    row = sheet.append(sheet.rows().get(at(0.7, coal)));
    note(row, "", "exact-duplicate", DROP_DUPLICATE);
  }

  /** A row under a code that had ended by then; only where the years hold that year. */
  private void endedCode(String code, String name, int year) {
    if (years.contains(year)) {
      int row =
          sheet.append(with(0.1, Map.of("行政区划代码", code, "地区", name, "年份", Integer.toString(year))));
      note(row, "行政区划代码", "code-not-in-force", QUARANTINE_ROW);
    }
  }

  /** Index of the first row from the given share of the sheet on whose cell holds a figure. */
  private int at(double share, String column) {
    int cell = sheet.header().indexOf(column);
    int start = (int) (share * sheet.rows().size());
    for (int i = start; i < sheet.rows().size(); i++) {
      if (!MISSING.contains(sheet.rows().get(i).get(cell))) {
        return i;
      }
    }
    return start;
  }

  private List<String> with(double share, Map<String, String> cells) {
    return changed((int) (share * sheet.rows().size()), cells);
  }

  private List<String> changed(int row, Map<String, String> cells) {
    List<String> out = new ArrayList<>(sheet.rows().get(row));
    cells.forEach((column, text) -> out.set(sheet.header().indexOf(column), text));
    return out;
  }

  private void note(int row, String column, String kind, String expected) {
    planted.add(
        new PlantedDefect(
            sheet.source(),
            sheet.place(row, years),
            sheet.line(row),
            sheet.label(column),
            kind,
            expected));
  }
}
