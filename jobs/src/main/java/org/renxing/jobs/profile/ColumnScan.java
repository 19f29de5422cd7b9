package org.renxing.jobs.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.MissingMarks;
import org.renxing.cell.YearText;
import org.renxing.model.Excerpt;

/** What is counted of one column while its file goes by; memory is bounded. */
final class ColumnScan {
  private static final int MOST_VALUES = 5000;
  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_NAME = 64;

  private final MetadataCatalog known;
  private final String label;
  private final TextBudget budget;
  private final boolean isUnit;
  private final Map<String, Boolean> resolved = new HashMap<>();
  private final Map<String, Long> values = new LinkedHashMap<>();
  private final NumberScan points = new NumberScan(DecimalMark.POINT);
  private final NumberScan commas = new NumberScan(DecimalMark.COMMA);
  private final List<String> oddities = new ArrayList<>();
  private final List<String> odditiesWithComma = new ArrayList<>();
  private final Map<String, Long> marks = new TreeMap<>();
  private long filled;
  private long missing;
  private long years;
  private long units;
  private DecimalMark mark = DecimalMark.POINT;

  /**
   * A column of which nothing is counted yet.
   *
   * @param isUnit whether it is known to hold units, so that its texts need not be known
   */
  ColumnScan(MetadataCatalog known, String label, TextBudget budget, boolean isUnit) {
    this.isUnit = isUnit;
    this.known = known;
    this.label = label;
    this.budget = budget;
  }

  void see(long row, String given) {
    String text = Blanks.strip(given);
    if (MissingMarks.isLikely(text)) {
      missing++;
      marks.merge(text, 1L, Long::sum);
      return;
    }
    filled++;
    if (values.containsKey(text) || (values.size() < MOST_VALUES && budget.takes(text))) {
      values.merge(text, 1L, Long::sum);
    }
    boolean isNumber = points.see(text);
    boolean isWithComma = commas.see(text);
    years += YearText.year(text).isPresent() ? 1 : 0;
    if (!isNumber) {
      note(oddities, row, text);
    }
    if (!isWithComma) {
      note(odditiesWithComma, row, text);
    }
    // a column whose first thousand values name no unit is no column of units
    if ((filled < 1000 || units > 0) && resolves(text)) {
      units++;
    }
  }

  private static void note(List<String> oddities, long row, String text) {
    if (oddities.size() < MOST_EXAMPLES) {
      oddities.add("line " + row + ": '" + Excerpt.cell(text) + "'");
    }
  }

  /** The column as a file with another mark before decimals has it. */
  void setMark(DecimalMark given) {
    mark = given;
  }

  /** What its texts are as numbers, with the file's mark before decimals. */
  NumberScan scan() {
    return scan(mark);
  }

  /** The same with a given mark. */
  NumberScan scan(DecimalMark given) {
    return given == DecimalMark.POINT ? points : commas;
  }

  /** Whether a text names a known unit. */
  boolean resolves(String text) {
    if (isUnit) {
      return !text.isEmpty();
    }
    if (text.length() >= LONGEST_NAME) {
      return false;
    }
    if (resolved.size() > MOST_VALUES) {
      return resolved.getOrDefault(text, false);
    }
    return resolved.computeIfAbsent(text, t -> !known.units().find(t).isEmpty());
  }

  String label() {
    return label;
  }

  long filled() {
    return filled;
  }

  long missing() {
    return missing;
  }

  /** Texts that stand for a missing value, as they came. */
  Set<String> marks() {
    return marks.keySet();
  }

  long numbers() {
    return scan().numbers();
  }

  /** Rows whose value names a known unit. */
  long unitRows() {
    return units;
  }

  double unitShare() {
    return filled == 0 ? 0 : (double) units / filled;
  }

  double yearShare() {
    return filled == 0 ? 0 : (double) years / filled;
  }

  /** Whether most of what is there are numbers. */
  boolean isNumeric() {
    return filled > 0 && 2 * scan().numbers() >= filled;
  }

  boolean isConstant() {
    return filled > 1 && values.size() == 1;
  }

  /** Distinct values with how often they came; the first ones only where there are many. */
  Map<String, Long> values() {
    return values;
  }

  /** Values that name no unit, of a column of units. */
  List<String> unresolved() {
    return values.keySet().stream().filter(v -> !isResolved(v)).toList();
  }

  long resolvedValues() {
    return values.keySet().stream().filter(this::isResolved).count();
  }

  private boolean isResolved(String text) {
    return isUnit || resolved.getOrDefault(text, false);
  }

  /** Examples of what is no number. */
  List<String> oddities() {
    return mark == DecimalMark.POINT ? oddities : odditiesWithComma;
  }

  double least() {
    return scan().least();
  }

  double most() {
    return scan().most();
  }
}
