package org.renxing.weights;

import java.io.Serializable;

/**
 * The second pass over the rows of one scope: all that weighting methods rest on. Merges as {@link
 * FirstMoments} do.
 */
public final class PanelMoments implements Serializable {
  private static final long serialVersionUID = 1L;
  private final PanelMeans means;
  private final SecondMoments basis;
  private final SecondMoments shares;
  private final CrossMoments cross;

  /**
   * No rows yet.
   *
   * @param means of the same rows
   */
  public PanelMoments(PanelMeans means, WeightingPlan plan) {
    this.means = means;
    shares = new SecondMoments(means.shares());
    basis = means.isRaw() ? new SecondMoments(means.basis()) : shares;
    cross =
        plan.readsCorrelations()
            ? new CrossMoments(means.shares(), plan.groups())
            : new CrossMoments(new FirstMoments(0), new int[0]);
  }

  /** Adds a row, see {@link PanelMeans#add}. */
  public void add(double[] raw, double[] normalised) {
    shares.add(normalised);
    cross.add(normalised);
    if (means.isRaw()) {
      basis.add(raw);
    }
  }

  /** Adds what others have seen. */
  public void merge(PanelMoments others) {
    shares.merge(others.shares);
    cross.merge(others.cross);
    if (means.isRaw()) {
      basis.merge(others.basis);
    }
  }

  PanelMeans means() {
    return means;
  }

  /** Of the values whose mean and deviation count. */
  SecondMoments basis() {
    return basis;
  }

  /** Of normalised values with their shift. */
  SecondMoments shares() {
    return shares;
  }

  /** Correlations of normalised values; only where the plan reads them. */
  CrossMoments cross() {
    return cross;
  }
}
