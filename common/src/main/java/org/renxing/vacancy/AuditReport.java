package org.renxing.vacancy;

import java.util.List;

/**
 * How estimates agree with a field audit of one use. Each audited area is judged by a calibration
 * that has not seen it. Areas without a usable signal are not judged.
 *
 * @param audited areas with a usable audit
 * @param judged those of them that the estimator judges; where it is 0, accuracy, error and bias
 *     are NaN
 * @param accuracy share of the judged areas whose class of vacancy rate is that of the audit
 * @param meanAbsoluteError of the vacancy rate of judged areas
 * @param bias mean of estimated minus audited vacancy rate
 * @param signals what is known of each signal, from all audited areas
 * @param alone how each signal does when the others are not there, in the order of the signals
 * @param weights of the signals where all are there
 * @param confusion judged areas by estimated and audited class, every pair of classes
 */
public record AuditReport(
    String use,
    int audited,
    int judged,
    double accuracy,
    double meanAbsoluteError,
    double bias,
    List<SignalFit> signals,
    List<Agreement> alone,
    List<Double> weights,
    List<Confusion> confusion)
    implements java.io.Serializable {

  public AuditReport {
    signals = List.copyOf(signals);
    alone = List.copyOf(alone);
    weights = List.copyOf(weights);
    confusion = List.copyOf(confusion);
  }

  /**
   * How estimates agree with the audit.
   *
   * @param judged areas; where it is 0, accuracy and error are NaN
   * @param accuracy share of them in the right class
   * @param meanAbsoluteError of the vacancy rate
   */
  public record Agreement(int judged, double accuracy, double meanAbsoluteError)
      implements java.io.Serializable {}

  /**
   * A cell of the confusion matrix.
   *
   * @param predicted class by the estimator
   * @param audited class by the audit
   */
  public record Confusion(String predicted, String audited, int count)
      implements java.io.Serializable {}
}
