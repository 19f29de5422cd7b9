package org.renxing.weights;

import java.util.Optional;
import org.renxing.panel.PackedPanel;

/**
 * What weighting methods rest on: moments of the indicators over the rows of one scope.
 *
 * @param basis counts, extremes and means of the basis: normalised or raw values
 * @param basisSpread squared deviations of the basis
 * @param shares counts, extremes and means of the normalised values with their shift
 * @param sharesSpread squared deviations and divergences of the same
 * @param cross correlations of the same; empty unless the method reads them
 */
public record PanelMoments(
    FirstMoments basis,
    SecondMoments basisSpread,
    FirstMoments shares,
    SecondMoments sharesSpread,
    Optional<CrossMoments> cross) {

  /**
   * The moments of some rows of a panel.
   *
   * @param basis values whose mean and deviation count
   * @param shares normalised values with their shift; the same object where it is the basis
   * @param groups the group of each indicator
   * @param isCrossed whether correlations are wanted
   */
  static PanelMoments of(
      PackedPanel basis, PackedPanel shares, int[] rows, int[] groups, boolean isCrossed) {
    int size = basis.indicators().size();
    FirstMoments firstOfShares = new FirstMoments(size);
    FirstMoments firstOfBasis = shares == basis ? firstOfShares : new FirstMoments(size);
    for (int row : rows) {
      firstOfShares.add(shares.row(row));
      if (shares != basis) {
        firstOfBasis.add(basis.row(row));
      }
    }
    SecondMoments secondOfShares = new SecondMoments(firstOfShares);
    SecondMoments secondOfBasis =
        shares == basis ? secondOfShares : new SecondMoments(firstOfBasis);
    Optional<CrossMoments> cross =
        isCrossed ? Optional.of(new CrossMoments(firstOfShares, groups)) : Optional.empty();
    for (int row : rows) {
      double[] values = shares.row(row);
      secondOfShares.add(values);
      cross.ifPresent(c -> c.add(values));
      if (shares != basis) {
        secondOfBasis.add(basis.row(row));
      }
    }
    return new PanelMoments(firstOfBasis, secondOfBasis, firstOfShares, secondOfShares, cross);
  }
}
