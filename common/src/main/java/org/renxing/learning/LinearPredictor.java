package org.renxing.learning;

/** An intercept and a coefficient for each column. */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record LinearPredictor(double intercept, double[] coefficients) implements Predictor {
  @Override
  public double predict(double[] row) {
    double sum = intercept;
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * row[j];
    }
    return sum;
  }
}
