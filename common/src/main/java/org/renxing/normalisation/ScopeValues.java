package org.renxing.normalisation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.UnitPanel;

/** The values of one indicator in one scope, or a part of them. */
final class ScopeValues implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int[] years;
  private final double[] values;

  private ScopeValues(String code, int[] years, double[] values) {
    this.code = code;
    this.years = years;
    this.values = values;
  }

  /** The values of a unit, by indicator and scope. */
  static Iterator<ScopeValues> of(PanelGrid grid, UnitPanel panel, boolean isYearly) {
    int[] years = grid.years().stream().mapToInt(Integer::intValue).toArray();
    List<ScopeValues> out = new ArrayList<>();
    for (int code = 0; code < grid.codes().size(); code++) {
      int column = code;
      String name = grid.codes().get(code);
      double[] values =
          IntStream.range(0, years.length)
              .mapToDouble(year -> panel.value(grid.at(year, column)))
              .toArray();
      if (isYearly) {
        IntStream.range(0, years.length)
            .mapToObj(i -> new ScopeValues(name, new int[] {years[i]}, new double[] {values[i]}))
            .forEach(out::add);
      } else {
        out.add(new ScopeValues(name, years, values));
      }
    }
    return out.iterator();
  }

  /** All parts of a scope together. */
  static ScopeValues joined(List<ScopeValues> parts) {
    return new ScopeValues(
        parts.get(0).code,
        parts.stream().flatMapToInt(part -> Arrays.stream(part.years)).toArray(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.values)).toArray());
  }

  String code() {
    return code;
  }

  int[] years() {
    return years;
  }

  double[] values() {
    return values;
  }
}
