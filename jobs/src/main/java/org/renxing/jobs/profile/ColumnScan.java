package org.renxing.jobs.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is counted of one column while its file goes by; memory is bounded. */
final class ColumnScan {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?(?:[eE][+-]?\\d+)?");
  private static final Set<String> MISSING = Set.of("", "NA", "N/A", "…", "—", "-", "--", "null");
  private static final int MOST_VALUES = 5000;
  private static final int MOST_EXAMPLES = 3;

  private final Knowledge known;
  private final String label;
  private final Map<String, Boolean> resolved = new HashMap<>();
  private final Map<String, Long> values = new LinkedHashMap<>();
  private final List<String> oddities = new ArrayList<>();
  private final Map<String, Long> marks = new TreeMap<>();
  private long filled;
  private long missing;
  private long numbers;
  private long years;
  private long units;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  ColumnScan(Knowledge known, String label) {
    this.known = known;
    this.label = label;
  }

  void see(long row, String given) {
    String text = given.strip();
    if (MISSING.contains(text)) {
      missing++;
      marks.merge(text, 1L, Long::sum);
      return;
    }
    filled++;
    if (values.size() < MOST_VALUES || values.containsKey(text)) {
      values.merge(text, 1L, Long::sum);
    }
    boolean isNumber = NUMBER.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
    if (isNumber) {
      double value = Double.parseDouble(text.replace(",", ""));
      numbers++;
      least = Math.min(least, value);
      most = Math.max(most, value);
      boolean isYear = text.length() == 4 && value >= 1900 && value <= 2200;
      years += isYear ? 1 : 0;
    } else if (oddities.size() < MOST_EXAMPLES) {
      oddities.add("line " + row + ": '" + text.substring(0, Math.min(40, text.length())) + "'");
    }
    // a column whose first thousand values name no unit is no column of units
    if ((filled < 1000 || units > 0) && resolves(text)) {
      units++;
    }
  }

  private boolean resolves(String text) {
    if (resolved.size() > MOST_VALUES) {
      return resolved.getOrDefault(text, false);
    }
    return resolved.computeIfAbsent(text, t -> t.length() < 64 && !known.units().find(t).isEmpty());
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
    return numbers;
  }

  double unitShare() {
    return filled == 0 ? 0 : (double) units / filled;
  }

  double yearShare() {
    return filled == 0 ? 0 : (double) years / filled;
  }

  /** Whether most of what is there are numbers. */
  boolean isNumeric() {
    return filled > 0 && 2 * numbers >= filled;
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
    return values.keySet().stream().filter(v -> !resolved.getOrDefault(v, false)).toList();
  }

  long resolvedValues() {
    return values.keySet().stream().filter(v -> resolved.getOrDefault(v, false)).count();
  }

  /** Examples of what is no number. */
  List<String> oddities() {
    return oddities;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }
}
