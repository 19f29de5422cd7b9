package org.renxing.regression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Columns of numbers by name, NaN where missing, and units and times of their rows where known.
 *
 * @param columns all of one length
 */
public record Frame(Map<String, double[]> columns, Optional<PanelRows> panel) {
  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException where they differ
   */
  public Frame {
    columns = new LinkedHashMap<>(columns);
    int size = size(columns);
    if (columns.values().stream().anyMatch(c -> c.length != size)
        || panel.filter(p -> p.size() != size).isPresent()) {
      throw new IllegalArgumentException("columns differ in length");
    }
  }

  /** Columns without units. */
  public static Frame of(Map<String, double[]> columns) {
    return new Frame(columns, Optional.empty());
  }

  /** How many rows. */
  public int size() {
    return size(columns);
  }

  private static int size(Map<String, double[]> columns) {
    return columns.values().stream().mapToInt(c -> c.length).findFirst().orElse(0);
  }

  /**
   * A column.
   *
   * @throws RenxingException USAGE where there is none of this name
   */
  double[] column(String name) {
    double[] found = columns.get(name);
    if (found == null) {
      throw new RenxingException(
          ErrorCode.USAGE, "formula: no column '" + name + "'; there are " + columns.keySet());
    }
    return found;
  }

  /** Units and times, which lags need. */
  PanelRows requirePanel(String function) {
    return panel.orElseThrow(
        () ->
            new RenxingException(
                ErrorCode.USAGE, "formula: " + function + " needs the unit and year of each row"));
  }
}
