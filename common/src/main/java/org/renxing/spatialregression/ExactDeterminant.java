package org.renxing.spatialregression;

import org.renxing.space.WeightMatrix;

/** By sparse elimination; keeps the factors of the last ρ for solutions. */
final class ExactDeterminant extends LogDeterminant {
  private final SparseFactors plain;
  private final SparseFactors full;
  private double solved = Double.NaN;

  ExactDeterminant(WeightMatrix weights, EliminationOrder order) {
    super(weights);
    this.plain = new SparseFactors(weights, order, false);
    this.full = new SparseFactors(weights, order, true);
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  double value(double rho) {
    factor(rho);
    return plain.value();
  }

  private void factor(double rho) {
    if (rho != solved) {
      plain.factor(rho);
      solved = rho;
    }
  }

  @Override
  Derivatives derivatives(double rho) {
    full.factor(rho);
    return new Derivatives(full.value(), full.first(), full.second());
  }

  @Override
  double squares(double rho) {
    double sum = 0;
    double[] unit = new double[weights().size()];
    for (int j = 0; j < unit.length; j++) {
      unit[j] = 1;
      for (double g : weights().lag(solve(rho, unit))) {
        sum += g * g;
      }
      unit[j] = 0;
    }
    return sum;
  }

  @Override
  double[] solve(double rho, double[] b) {
    factor(rho);
    return plain.solve(b);
  }
}
