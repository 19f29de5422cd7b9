package org.renxing.panel;

import java.io.Serializable;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.model.Imputation;

/**
 * The imputation chain (methods: panel) of one unit: cap, interior, ends; then the fallback from
 * the unit's group; then the exclusion of units that still lack something. Each step gives a new
 * panel.
 */
final class Imputer implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a share of the years may miss by rounding. */
  private static final double ROUNDING = 1e-9;

  private final Imputation rules;
  private final PanelGrid grid;

  Imputer(Imputation rules, PanelGrid grid) {
    this.rules = rules;
    this.grid = grid;
  }

  /**
   * Fills in the interior and the ends of each series, and excludes a unit over the cap. Between
   * known values (s, a) and (e, b) the value of year t is a + (b − a) · (t − s) / (e − s); the ends
   * take the nearest known value, or the same line through the two nearest.
   *
   * @param panel of which {@code value} is {@code rawValue}
   */
  UnitPanel impute(UnitPanel panel) {
    double allowed = rules.cap() * grid.years().size() + ROUNDING;
    UnitPanel out = panel.copy(worst(UnitExclusion.OVER_CAP, panel, allowed));
    for (int code = 0; code < grid.codes().size(); code++) {
      int column = code;
      int[] known =
          IntStream.range(0, grid.years().size())
              .filter(year -> !panel.isMissing(grid.at(year, column)))
              .toArray();
      fillSeries(out, code, known);
    }
    return out;
  }

  private void fillSeries(UnitPanel out, int code, int[] known) {
    int n = known.length;
    int after = 0;
    for (int year = 0; n > 0 && year < grid.years().size(); year++) {
      if (after < n && known[after] == year) {
        after++;
      } else if (after > 0 && after < n) {
        if (rules.interior() == Imputation.Interior.LINEAR) {
          line(out, code, year, known[after - 1], known[after], ImputationMethod.LINEAR);
        }
      } else if (rules.ends() == Imputation.Ends.NEAREST) {
        nearest(out, code, year, known[after == 0 ? 0 : n - 1]);
      } else if (rules.ends() == Imputation.Ends.LINEAR_EXTRAPOLATE && n > 1) {
        int first = after == 0 ? 0 : n - 2;
        ImputationMethod method = ImputationMethod.LINEAR_EXTRAPOLATE;
        line(out, code, year, known[first], known[first + 1], method);
      }
    }
  }

  private void nearest(UnitPanel out, int code, int year, int from) {
    double value = out.raw[grid.at(from, code)];
    String origin = Integer.toString(grid.years().get(from));
    out.impute(grid.at(year, code), value, ImputationMethod.NEAREST, origin);
  }

  private void line(UnitPanel out, int code, int year, int from, int to, ImputationMethod method) {
    int start = grid.years().get(from);
    int end = grid.years().get(to);
    double a = out.raw[grid.at(from, code)];
    double b = out.raw[grid.at(to, code)];
    double value = a + (b - a) * ((double) (grid.years().get(year) - start) / (end - start));
    if (Double.isFinite(value)) {
      out.impute(grid.at(year, code), value, method, start + "," + end);
    }
  }

  /** Fills in what is still missing from the medians of the unit's group. */
  static UnitPanel fill(UnitPanel panel, GroupMedians medians) {
    UnitPanel out = panel.copy(Optional.empty());
    for (int cell = 0; cell < out.values.length; cell++) {
      if (out.isMissing(cell) && medians.size(cell) > 0) {
        String origin = panel.group() + ": " + medians.size(cell) + " units";
        out.impute(cell, medians.median(cell), ImputationMethod.GROUP_MEDIAN, origin);
      }
    }
    return out;
  }

  /** Excludes a unit that still lacks a value. */
  UnitPanel dropIncomplete(UnitPanel panel) {
    return panel.copy(worst(UnitExclusion.INCOMPLETE, panel, 0));
  }

  /** The series that lacks most values, if any lacks more than allowed; ties by code. */
  private Optional<UnitExclusion> worst(String reason, UnitPanel panel, double allowed) {
    int series = 0;
    int most = 0;
    String worst = "";
    for (int code = 0; code < grid.codes().size(); code++) {
      int missing = 0;
      for (int year = 0; year < grid.years().size(); year++) {
        missing += panel.isMissing(grid.at(year, code)) ? 1 : 0;
      }
      if (missing > allowed) {
        series++;
        String name = grid.codes().get(code);
        if (missing > most || (missing == most && name.compareTo(worst) < 0)) {
          most = missing;
          worst = name;
        }
      }
    }
    return series == 0
        ? Optional.empty()
        : Optional.of(new UnitExclusion(reason, worst, most, series));
  }
}
