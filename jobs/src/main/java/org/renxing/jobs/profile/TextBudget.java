package org.renxing.jobs.profile;

/** Characters of a file that its profile may keep, for all columns together. */
final class TextBudget {
  private static final long USUAL = 32L << 20;
  private long left;

  TextBudget(long most) {
    this.left = most;
  }

  static TextBudget usual() {
    return new TextBudget(USUAL);
  }

  /** Whether a text may be kept; it then is. */
  boolean takes(String text) {
    if (text.length() > left) {
      return false;
    }
    left -= text.length();
    return true;
  }
}
