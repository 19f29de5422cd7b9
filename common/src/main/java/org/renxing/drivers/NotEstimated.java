package org.renxing.drivers;

/** A regression that has no estimate, and why. */
final class NotEstimated extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /**
   * A regression without estimate.
   *
   * @param reason one word, such as TOO_FEW_ROWS
   * @param more in words
   */
  NotEstimated(String reason, String more) {
    super(more);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
