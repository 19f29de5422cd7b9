package org.renxing.column;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Keeps NaN and infinities out of tables. */
public final class Finite {
  private Finite() {}

  /** The double itself, or null where it is null, NaN or infinite. */
  public static Column orNull(Column x) {
    return when(abs(x).leq(Double.MAX_VALUE), x);
  }
}
