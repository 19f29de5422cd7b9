package org.renxing.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The QR decomposition of the columns that are independent of those before them (Gram-Schmidt, each
 * column orthogonalised twice, which keeps Q orthogonal to rounding: Giraud, Langou and Rozložník
 * 2005). Columns that are not are set aside, with those of which they are combinations; as in R and
 * Stata the later column goes.
 */
final class PivotedQr {
  /** What is left of a dependent column, as a share of its length. */
  static final double TOLERANCE = 1e-9;

  private final List<double[]> q = new ArrayList<>();
  private final List<double[]> r = new ArrayList<>();
  private final List<Integer> kept = new ArrayList<>();
  private final Map<Integer, List<Integer>> dependent = new LinkedHashMap<>();

  private PivotedQr() {}

  /**
   * The decomposition.
   *
   * @param least for each column what must be left of it beside those before
   */
  static PivotedQr of(double[][] columns, double[] least) {
    PivotedQr out = new PivotedQr();
    for (int j = 0; j < columns.length; j++) {
      out.add(j, columns[j].clone(), least[j]);
    }
    return out;
  }

  private void add(int j, double[] rest, double least) {
    double length = Columns.norm(rest);
    double[] coordinates = new double[q.size() + 1];
    orthogonalise(rest, coordinates);
    double left = Columns.norm(rest);
    if (!(left > least)) {
      dependent.put(j, partners(coordinates, length));
      return;
    }
    coordinates[q.size()] = left;
    for (int i = 0; i < rest.length; i++) {
      rest[i] /= left;
    }
    q.add(rest);
    r.add(coordinates);
    kept.add(j);
  }

  /** Takes the projection on Q off a column, twice, and adds its coordinates. */
  void orthogonalise(double[] rest, double[] coordinates) {
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < q.size(); i++) {
        double share = Columns.dot(q.get(i), rest);
        Columns.add(rest, -share, q.get(i));
        coordinates[i] += share;
      }
    }
  }

  /** The kept columns with a part in a combination that is visible beside its length. */
  private List<Integer> partners(double[] coordinates, double length) {
    double[] parts = solve(coordinates);
    Map<Integer, Boolean> out = new TreeMap<>();
    for (int i = 0; i < q.size(); i++) {
      if (Math.abs(parts[i]) * Columns.norm(r.get(i)) > 1e-6 * length) {
        out.put(kept.get(i), true);
      }
    }
    return List.copyOf(out.keySet());
  }

  /** b of R b = coordinates. */
  double[] solve(double[] coordinates) {
    int k = q.size();
    double[] out = new double[k];
    for (int i = k - 1; i >= 0; i--) {
      double rest = coordinates[i];
      for (int j = i + 1; j < k; j++) {
        rest -= r.get(j)[i] * out[j];
      }
      out[i] = rest / r.get(i)[i];
    }
    return out;
  }

  /** The inverse of R, upper triangular. */
  double[][] inverse() {
    int k = q.size();
    double[][] out = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] unit = new double[k];
      unit[j] = 1;
      double[] column = solve(unit);
      for (int i = 0; i < k; i++) {
        out[i][j] = column[i];
      }
    }
    return out;
  }

  /** R, upper triangular. */
  double[][] upper() {
    int k = q.size();
    double[][] out = new double[k][k];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i <= j; i++) {
        out[i][j] = r.get(j)[i];
      }
    }
    return out;
  }

  /** The orthonormal columns. */
  List<double[]> q() {
    return q;
  }

  /** Which columns are independent of those before. */
  List<Integer> kept() {
    return kept;
  }

  /** The others, with those of which they are combinations. */
  Map<Integer, List<Integer>> dependent() {
    return dependent;
  }
}
