package org.renxing.land;

import java.io.Serializable;
import java.util.List;

/**
 * What one observation adds to the figures of its zone, unit and year.
 *
 * @param sums terms of sums; NaN for none
 * @param counts whether it counts, by what is counted
 * @param maxima candidates for maxima; NaN for none
 */
record Term(ZoneYear about, List<Double> sums, List<Boolean> counts, List<Double> maxima)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  Term {
    sums = List.copyOf(sums);
    counts = List.copyOf(counts);
    maxima = List.copyOf(maxima);
  }
}
