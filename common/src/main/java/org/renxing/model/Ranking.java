package org.renxing.model;

import java.util.Locale;

/** A way to rank units by several criteria at once, beside weighted means. */
public enum Ranking {
  /** Nearness to the ideal (Hwang and Yoon 1981). */
  TOPSIS,
  /** Likeness to the best series (Deng 1982). */
  GREY_RELATIONAL,
  /** Weighted mean rank (Tian Fengdiao 1988). */
  RANK_SUM_RATIO,
  /** Compromise between the sum and the largest of regrets (Opricovic and Tzeng 2004). */
  VIKOR;

  /** The name in configuration, commands and tables, such as {@code grey-relational}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
