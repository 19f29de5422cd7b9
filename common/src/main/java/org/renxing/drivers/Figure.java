package org.renxing.drivers;

import java.util.Locale;

/** What is known of a whole regression; the name in lower case is its column. */
public enum Figure {
  N,
  N_LEFT_OUT,
  N_SINGLE,
  N_UNITS,
  N_UNITS_LEFT_OUT,
  N_YEARS,
  N_LOWER,
  N_UPPER,
  N_UNITS_TREATED,
  DF_RESIDUAL,
  R2,
  R2_ADJUSTED,
  F,
  F_P_VALUE,
  LOG_LIKELIHOOD,
  AIC,
  SIGMA,
  RHO,
  LAMBDA,
  UNIT_VARIANCE,
  INDIRECT_SHARE;

  /** Whether it is a number of rows, units, years or degrees of freedom. */
  public boolean isCount() {
    return compareTo(DF_RESIDUAL) <= 0;
  }

  /** The column of tables. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
