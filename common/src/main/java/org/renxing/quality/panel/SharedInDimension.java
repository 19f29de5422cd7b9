package org.renxing.quality.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Figures that any two indicators of one dimension share to the last digit, though they hardly ever
 * meet ({@link SharedFigures}).
 */
public final class SharedInDimension implements PanelCheck {
  private static final long serialVersionUID = 1L;
  private final ArrayList<String> codes;

  private record Value(String code, double value) {}

  private record Pair(String first, String second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return Comparator.comparing(Pair::first).thenComparing(Pair::second).compare(this, other);
    }
  }

  public SharedInDimension(List<String> codes) {
    this.codes = new ArrayList<>(codes);
  }

  @Override
  public Set<String> codes() {
    return new TreeSet<>(codes);
  }

  @Override
  public List<DoubtfulFigure> judge(PanelFigures figures) {
    Set<Pair> pairs = new TreeSet<>();
    for (int i = 0; i < figures.units().size(); i++) {
      for (int t = 0; t < figures.years(); t++) {
        collect(figures, i, t, pairs);
      }
    }
    List<DoubtfulFigure> out = new ArrayList<>();
    for (Pair pair : pairs) {
      out.addAll(new SharedFigures(pair.first(), pair.second(), false).judge(figures));
    }
    return out;
  }

  /**
   * Adds the indicators that lie next to each other in the order of values and are as good as
   * equal.
   */
  private static void collect(PanelFigures figures, int unit, int year, Set<Pair> pairs) {
    List<Value> row = new ArrayList<>();
    for (String code : figures.codes()) {
      double x = figures.value(code, unit, year);
      if (!Double.isNaN(x) && x != 0) {
        row.add(new Value(code, x));
      }
    }
    row.sort(Comparator.comparingDouble(Value::value).thenComparing(Value::code));
    for (int k = 1; k < row.size(); k++) {
      Value one = row.get(k - 1);
      Value other = row.get(k);
      if (SharedFigures.isClose(one.value(), other.value())) {
        boolean isOrdered = one.code().compareTo(other.code()) < 0;
        pairs.add(
            isOrdered ? new Pair(one.code(), other.code()) : new Pair(other.code(), one.code()));
      }
    }
  }
}
