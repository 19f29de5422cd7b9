package org.renxing.multicriteria;

/**
 * Grey relational analysis (Deng 1982): with differences Δ_ij = |y_0j − y_ij| to a reference, the
 * coefficient is ξ_ij = (Δmin + ρ Δmax)/(Δ_ij + ρ Δmax), Δmin and Δmax over all alternatives and
 * criteria, and the degree is Σ_j w_j ξ_ij.
 */
final class GreyRelational {
  private GreyRelational() {}

  /**
   * The degree of each alternative, above 0 and up to 1.
   *
   * @param given some of it differs from the reference
   * @param reference one value a criterion
   * @param rho the distinguishing coefficient, above 0 and at most 1
   */
  static double[] degrees(Alternatives given, double[] reference, double rho) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < given.size(); i++) {
      for (int j = 0; j < given.criteria(); j++) {
        double difference = Math.abs(reference[j] - given.value(i, j));
        least = Math.min(least, difference);
        most = Math.max(most, difference);
      }
    }
    double[] out = new double[given.size()];
    for (int i = 0; i < given.size(); i++) {
      for (int j = 0; j < given.criteria(); j++) {
        double share = Math.abs(reference[j] - given.value(i, j)) / most;
        out[i] += given.weight(j) * (least / most + rho) / (share + rho);
      }
      out[i] = Math.min(1, out[i]);
    }
    return out;
  }
}
