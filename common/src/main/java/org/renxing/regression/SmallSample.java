package org.renxing.regression;

/** How many parameters the factor of a robust or clustered covariance counts. */
public enum SmallSample {
  /** No factor at all. */
  NONE("no factor"),
  /** The coefficients that are reported, as plm has it. */
  TERMS("K = reported coefficients, as plm"),
  /** Besides one constant in place of absorbed effects, as Stata's xtreg has it. */
  CONSTANT("K = reported coefficients + 1 for absorbed effects, as Stata xtreg"),
  /** Besides every absorbed effect, as with a dummy for each. */
  DUMMIES("K = reported coefficients + all absorbed effects, as with dummies and Stata areg");

  private final String text;

  SmallSample(String text) {
    this.text = text;
  }

  /** What K is, in words. */
  public String text() {
    return text;
  }

  int parameters(int terms, int effects) {
    return switch (this) {
      case NONE, TERMS -> terms;
      case CONSTANT -> terms + (effects > 0 ? 1 : 0);
      case DUMMIES -> terms + effects;
    };
  }
}
