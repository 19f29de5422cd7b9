package org.renxing.jobs.init;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.model.YearRange;

/** What is counted of a column of figures, or of an item of a long file. */
final class FigureScan {
  private final SortedMap<Integer, Integer> knownByYear = new TreeMap<>();
  private final Map<String, Double> firstOfUnit = new HashMap<>();
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private boolean isWhole = true;
  private boolean isSteady = true;

  void see(String unit, int year, double value) {
    knownByYear.merge(year, 1, Integer::sum);
    least = Math.min(least, value);
    most = Math.max(most, value);
    isWhole &= value == Math.rint(value);
    Double first = firstOfUnit.putIfAbsent(unit, value);
    isSteady &= first == null || first == value;
  }

  /** Whether it has one value only, or none. */
  boolean isConstant() {
    return !(least < most);
  }

  /** Whether all are whole numbers that no unit ever changes, as codes are. */
  boolean isLikeCode() {
    return isWhole && isSteady;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /** How many values there are in some years. */
  int known(YearRange years) {
    return years.years().stream().mapToInt(year -> knownByYear.getOrDefault(year, 0)).sum();
  }
}
