package org.renxing.jobs.silver;

/** Reasons of rows of any source. */
public final class RowReasons {
  /** A note below a table: kept, and neither data nor a defect. */
  public static final String FOOTNOTE = "FOOTNOTE";

  private RowReasons() {}
}
