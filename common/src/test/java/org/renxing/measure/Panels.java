package org.renxing.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small panels from literals. */
public final class Panels {
  private Panels() {}

  /** A panel from 2010 on; NaN where there is no value; no groups, no places. */
  public static MeasurePanel of(double[]... values) {
    List<MeasurePanel.Unit> units = new ArrayList<>();
    for (int u = 0; u < values.length; u++) {
      units.add(
          new MeasurePanel.Unit(String.format(Locale.ROOT, "%05d", u), "u" + u, List.of(), u, 0));
    }
    int[] years = new int[values[0].length];
    for (int t = 0; t < years.length; t++) {
      years[t] = 2010 + t;
    }
    return new MeasurePanel("score.w.overall", units, years, values);
  }
}
