package org.renxing.vacancy;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;

/**
 * The errors of all signals of one use: within an area, and those that all areas share because the
 * lines themselves are estimated (methods: vacancy).
 *
 * @param fits one a signal, in the order of {@link OccupancySignal}
 * @param covariance S of the errors in an area, K by K and positive definite
 * @param shared covariances of the errors of the lines; 0 for signals that are not calibrated
 */
record ErrorModel(List<SignalFit> fits, PerPair covariance, Shared shared) implements Serializable {

  ErrorModel {
    fits = List.copyOf(fits);
  }

  /** What configuration says: a = 0, b = 1, S = D R D with one common correlation. */
  static ErrorModel configured(VacancyPolicy policy) {
    return new AuditRegression(List.of(), policy).model();
  }

  /** What audited areas tell; configuration fills in. The bits depend on the order of the areas. */
  static ErrorModel fitted(List<AuditedArea> areas, VacancyPolicy policy) {
    return new AuditRegression(areas, policy).model();
  }

  /**
   * Covariances of the errors of intercepts (aa), of slopes (bb), and of the intercept of the row
   * with the slope of the column (ab).
   */
  record Shared(PerPair aa, PerPair ab, PerPair bb) implements Serializable {
    /**
     * The variance of Σ_k x_k δa_k + y_k δb_k; not below 0.
     *
     * @param x weights of intercepts
     * @param y weights of slopes
     */
    double variance(PerSignal x, PerSignal y) {
      return Math.max(0, aa.product(x, x) + 2 * ab.product(x, y) + bb.product(y, y));
    }
  }
}
