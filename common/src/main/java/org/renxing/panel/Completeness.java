package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renxing.records.Accumulator;

/** How complete and how varied the values of each indicator are, over all units of a panel. */
public final class Completeness implements Accumulator<UnitPanel, Completeness> {
  private static final long serialVersionUID = 1L;

  private final PanelGrid grid;
  private long units;
  private final long[] missing;
  private final long[] imputed;
  private final double[] least;
  private final double[] largest;

  /** No units yet, of panels along a grid. */
  public Completeness(PanelGrid grid) {
    int size = grid.codes().size();
    this.grid = grid;
    this.missing = new long[size];
    this.imputed = new long[size];
    this.least = new double[size];
    this.largest = new double[size];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
  }

  /**
   * What is known of one indicator.
   *
   * @param cells of all units, those that leave the panel included
   * @param missing of these without a value as derived
   * @param imputed values that were imputed, of units that stay
   * @param least the least value of units that stay; NaN for none
   * @param largest the largest of the same
   */
  public record OfIndicator(
      String code, long cells, long missing, long imputed, double least, double largest)
      implements Serializable {}

  @Override
  public void add(UnitPanel panel) {
    units++;
    for (int cell = 0; cell < grid.size(); cell++) {
      int code = cell % missing.length;
      missing[code] += Double.isNaN(panel.rawValue(cell)) ? 1 : 0;
      if (panel.exclusion().isEmpty()) {
        imputed[code] += panel.method(cell).isPresent() ? 1 : 0;
        if (!panel.isMissing(cell)) {
          least[code] = Math.min(least[code], panel.value(cell));
          largest[code] = Math.max(largest[code], panel.value(cell));
        }
      }
    }
  }

  @Override
  public void merge(Completeness other) {
    units += other.units;
    for (int code = 0; code < missing.length; code++) {
      missing[code] += other.missing[code];
      imputed[code] += other.imputed[code];
      least[code] = Math.min(least[code], other.least[code]);
      largest[code] = Math.max(largest[code], other.largest[code]);
    }
  }

  /** Each indicator in the order of the grid; none where there are no units. */
  public List<OfIndicator> indicators() {
    List<OfIndicator> out = new ArrayList<>();
    for (int code = 0; units > 0 && code < missing.length; code++) {
      boolean isKnown = least[code] <= largest[code];
      out.add(
          new OfIndicator(
              grid.codes().get(code),
              units * grid.years().size(),
              missing[code],
              imputed[code],
              isKnown ? least[code] : Double.NaN,
              isKnown ? largest[code] : Double.NaN));
    }
    return out;
  }
}
