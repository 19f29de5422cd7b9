package org.renxing.weights;

import java.io.Serializable;

/**
 * The first of two passes over the rows of one scope: counts, extremes and means of the indicators.
 * Merges as {@link FirstMoments} do.
 */
public final class PanelMeans implements Serializable {
  private static final long serialVersionUID = 1L;
  private final FirstMoments basis;
  private final FirstMoments shares;

  /**
   * No rows yet.
   *
   * @param isRaw whether the basis is something else than the normalised values
   */
  public PanelMeans(int indicators, boolean isRaw) {
    shares = new FirstMoments(indicators);
    basis = isRaw ? new FirstMoments(indicators) : shares;
  }

  /**
   * Adds a row.
   *
   * @param raw values of the basis, if it is raw
   * @param normalised normalised values with the shift of the scheme
   */
  public void add(double[] raw, double[] normalised) {
    shares.add(normalised);
    if (isRaw()) {
      basis.add(raw);
    }
  }

  /** Adds what others have seen. */
  public void merge(PanelMeans others) {
    shares.merge(others.shares);
    if (isRaw()) {
      basis.merge(others.basis);
    }
  }

  boolean isRaw() {
    return basis != shares;
  }

  /** Of the values whose mean and deviation count. */
  FirstMoments basis() {
    return basis;
  }

  /** Of normalised values with their shift. */
  FirstMoments shares() {
    return shares;
  }
}
