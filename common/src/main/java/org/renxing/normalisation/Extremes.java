package org.renxing.normalisation;

/** The least and the largest value of an indicator; NaN without values. */
public final class Extremes implements ColumnStatistic<Extremes> {
  private static final long serialVersionUID = 1L;
  private double least = Double.NaN;
  private double largest = Double.NaN;

  @Override
  public void add(double x) {
    least = x >= least ? least : x;
    largest = x <= largest ? largest : x;
  }

  @Override
  public void merge(Extremes other) {
    if (!Double.isNaN(other.least)) {
      add(other.least);
      add(other.largest);
    }
  }

  /** The least value. */
  public double least() {
    return least;
  }

  /** The largest value. */
  public double largest() {
    return largest;
  }
}
