package org.renxing.jobs.silver;

import java.io.Serializable;

/**
 * A cell of a source, judged.
 *
 * @param label column, or in a long source the label of the indicator
 * @param text as the source gives it
 * @param value in the unit of measure of the indicator; NaN for none
 * @param received the same before a correction
 * @param reason why it cannot be used
 * @param winner which other value counts instead of this one
 */
record Cell(
    String label,
    String indicator,
    String text,
    double value,
    double received,
    boolean isCorrected,
    Reason reason,
    Winner winner)
    implements Serializable {

  /** Of several values for one unit, year and indicator the one that counts. */
  record Winner(String sourceId, String vintage, double value) implements Serializable {
    /** No other value counts. */
    static final Winner NONE = new Winner("", "", Double.NaN);

    boolean isNone() {
      return sourceId.isEmpty();
    }
  }

  /** Whether it can be used. */
  boolean isSound() {
    return reason.isNone();
  }

  /** Whether this is the value that counts. */
  boolean isPreferred() {
    return isSound() && winner.isNone();
  }

  /** The same with what a comparison with others came to. */
  Cell judged(Reason now, Winner instead) {
    return new Cell(label, indicator, text, value, received, isCorrected, now, instead);
  }
}
