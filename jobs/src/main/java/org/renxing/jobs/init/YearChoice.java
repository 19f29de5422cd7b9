package org.renxing.jobs.init;

import java.util.List;
import org.renxing.model.YearRange;

/** Which years of a panel a scenario takes. */
final class YearChoice {
  private YearChoice() {}

  /** The longest row of evenly spaced years; of equally long ones the last to end. */
  static YearRange of(List<Integer> years) {
    int last = years.get(years.size() - 1);
    YearRange best = new YearRange(last, last);
    for (int from : years) {
      for (int step = 1; from + step <= last; step++) {
        int to = from;
        while (years.contains(to + step)) {
          to += step;
        }
        YearRange range = new YearRange(from, to, step);
        boolean isBetter =
            range.length() > best.length()
                || (range.length() == best.length() && range.length() > 1 && to > best.last());
        best = isBetter ? range : best;
      }
    }
    return best;
  }
}
