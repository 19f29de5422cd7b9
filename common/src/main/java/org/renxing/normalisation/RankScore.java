package org.renxing.normalisation;

import java.util.Arrays;
import org.renxing.model.ErrorCode;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.numerics.SignificantDigits;

/**
 * (rank − 1)/(n − 1) from the worst to the best; ties (values equal to 12 significant digits) share
 * their mean rank. Scope pooled or yearly. All values equal, or one alone, gives 0. Bounds are the
 * ranks 1 and n.
 */
final class RankScore implements NormalisationMethod<SortedValues> {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "rank";
  }

  @Override
  public SortedValues statistic() {
    return new SortedValues();
  }

  @Override
  public Scaler fit(SortedValues statistic, Normalisation spec) {
    double[] keys =
        Arrays.stream(statistic.sorted()).map(SignificantDigits::tieKey).sorted().toArray();
    return new Ranked(keys, spec.scale());
  }

  @Override
  public Scaler within(double lower, double upper, Normalisation spec) {
    throw refused(spec);
  }

  @Override
  public void check(Normalisation spec) {
    if (spec.scope() != Normalisation.Scope.YEARLY && spec.scope() != Normalisation.Scope.POOLED) {
      throw refused(spec);
    }
  }

  private static RenxingException refused(Normalisation spec) {
    return new RenxingException(
        ErrorCode.CONFIGURATION,
        "normalisation: method rank takes scope pooled or yearly, found " + spec.scope());
  }

  /** Ranks among the keys of the values in scope, upwards. */
  private static final class Ranked implements Scaler {
    private static final long serialVersionUID = 1L;
    private final double[] keys;
    private final double scale;

    Ranked(double[] keys, double scale) {
      this.keys = keys;
      this.scale = scale;
    }

    @Override
    public double lower() {
      return 1;
    }

    @Override
    public double upper() {
      return keys.length;
    }

    @Override
    public double normalised(double x, boolean isNegative) {
      if (Double.isNaN(x)) {
        return Double.NaN;
      }
      double key = SignificantDigits.tieKey(x);
      int below = first(key, false);
      int ties = first(key, true) - below;
      if (ties == keys.length) {
        return 0;
      }
      int worse = isNegative ? keys.length - below - ties : below;
      return (worse + (ties - 1) / 2.0) / (keys.length - 1) * scale;
    }

    /** The first place whose key is not below another, or is above it. */
    private int first(double key, boolean isAbove) {
      int from = 0;
      int to = keys.length;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (keys[middle] < key || (isAbove && keys[middle] == key)) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }
}
