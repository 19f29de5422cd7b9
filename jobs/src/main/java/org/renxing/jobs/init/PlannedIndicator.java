package org.renxing.jobs.init;

/**
 * An indicator of the index that is drafted.
 *
 * @param code of the indicator
 * @param label of its column
 * @param base code of the base indicator that the column becomes
 * @param denominator code of the base indicator by which it is divided; empty for none
 * @param denominatorLabel the column of that base indicator
 * @param direction {@code +} or {@code -}
 * @param why how the direction is known
 * @param missing share of the units and years that lack it
 * @param weight among its siblings
 */
record PlannedIndicator(
    String code,
    String label,
    String name,
    String base,
    String denominator,
    String denominatorLabel,
    String direction,
    String why,
    UnitGuess unit,
    double missing,
    double weight) {
  /** Its unit of measure in the index. */
  String unitText() {
    return denominator.isEmpty() ? unit.unit() : unit.unit() + " / " + denominatorLabel;
  }

  String expression() {
    return denominator.isEmpty() ? base : base + " / " + denominator;
  }
}
