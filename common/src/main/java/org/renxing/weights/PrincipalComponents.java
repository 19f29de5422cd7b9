package org.renxing.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightOptions.Retention;
import org.renxing.numerics.CodePointOrder;

/**
 * Weights by principal components of the group's correlation matrix (the covariance of standardised
 * columns): importance Σ_c λ_c |v_jc| / Σ_c λ_c over the components kept, with eigenvalues λ and
 * unit eigenvectors v.
 *
 * <p>Kept are those with λ over 1 (Kaiser 1960), or the first that together hold 85 % of the
 * variance; the first always. A pair without common variation counts as uncorrelated. Where
 * eigenvalues are equal the eigenvectors are not unique, nor are the weights.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW}, {@code TOO_LARGE} (NaN), {@code CONSTANT} (0).
 */
final class PrincipalComponents implements WeightingMethod {
  private static final double SHARE = 0.85;

  /** An eigenvalue over 1 by less is 1. */
  private static final double NOISE = 1e-12;

  @Override
  public String id() {
    return "pca";
  }

  @Override
  public boolean readsCorrelations(WeightOptions options) {
    return true;
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    int[] groups = given.plan().groups();
    double[] out = new double[given.size()];
    Arrays.fill(out, Double.NaN);
    for (int group : Arrays.stream(groups).distinct().toArray()) {
      int[] members = members(given, groups, group);
      CrossMoments cross = given.moments().cross();
      double[] found =
          importances(matrix(cross, members), given.plan().options().keep() == Retention.SHARE);
      for (int i = 0; i < members.length; i++) {
        out[members[i]] = found[i];
      }
    }
    return IntStream.range(0, out.length)
        .mapToObj(
            j -> Importance.of(out[j], given.reason(j), given.evidence(j, Double.NaN, Double.NaN)))
        .toList();
  }

  /** The indicators of a group that vary, in the order of their codes. */
  private static int[] members(WeightingCase given, int[] groups, int group) {
    FirstMoments basis = given.moments().means().basis();
    return IntStream.range(0, groups.length)
        .filter(j -> groups[j] == group && basis.isVarying(j))
        .boxed()
        .sorted(Comparator.comparing(given.plan().codes()::get, CodePointOrder.ASCENDING))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[][] matrix(CrossMoments cross, int[] members) {
    double[][] out = new double[members.length][members.length];
    for (int i = 0; i < members.length; i++) {
      out[i][i] = 1;
      for (int k = 0; k < i; k++) {
        double r = cross.correlation(members[i], members[k]);
        out[i][k] = Double.isNaN(r) ? 0 : r;
        out[k][i] = out[i][k];
      }
    }
    return out;
  }

  /** Σ_c λ_c |v_jc| / Σ_c λ_c over the components kept of a correlation matrix. */
  static double[] importances(double[][] correlation, boolean isByShare) {
    int size = correlation.length;
    double[] out = new double[size];
    if (size == 0) {
      return out;
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(correlation));
    double[] values = eigen.getRealEigenvalues();
    RealMatrix vectors = eigen.getV();
    double total = 0;
    for (int component : kept(values, isByShare)) {
      total += values[component];
      for (int j = 0; j < size; j++) {
        out[j] += values[component] * Math.abs(vectors.getEntry(j, component));
      }
    }
    for (int j = 0; j < size; j++) {
      out[j] /= total;
    }
    return out;
  }

  /** Of eigenvalues from the largest down. */
  private static List<Integer> kept(double[] values, boolean isByShare) {
    List<Integer> out = new ArrayList<>(List.of(0));
    double held = values[0];
    for (int c = 1; c < values.length; c++) {
      boolean isKept = isByShare ? held < (SHARE - NOISE) * values.length : values[c] > 1 + NOISE;
      if (isKept && values[c] > 0) {
        out.add(c);
        held += values[c];
      }
    }
    return out;
  }
}
