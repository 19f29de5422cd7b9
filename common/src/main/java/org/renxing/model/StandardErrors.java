package org.renxing.model;

/** Which standard errors a regression on a panel has (methods: drivers). */
public enum StandardErrors {
  /** Of errors that are independent and of one variance. */
  CLASSIC,
  /** Robust, with a factor for the sample (White 1980; MacKinnon and White 1985). */
  HC1,
  /** Robust, by leverage. */
  HC3,
  /** Clustered by unit. */
  CLUSTER,
  /** Driscoll and Kraay (1998). */
  DK
}
