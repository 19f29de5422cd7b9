package org.renxing.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.PackedPanel;
import org.renxing.testing.Systems;

/** Matrices with units down and indicators C1, C2, … across, as panels of one year. */
final class Matrices {
  private Matrices() {}

  /** A panel whose values are min-max normalised; NaN stands for a missing value. */
  static Normalised scaled(double[]... rows) {
    return new Normalised(panel(rows), panel(minMax(rows)));
  }

  /** A panel whose values are taken as they are. */
  static Normalised plain(double[]... rows) {
    return new Normalised(panel(rows), panel(rows));
  }

  private static PackedPanel panel(double[]... rows) {
    int width = rows[0].length;
    List<String> units = new ArrayList<>();
    int[] years = new int[rows.length];
    double[] values = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      units.add("A" + i);
      years[i] = 2020;
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    List<String> codes = new ArrayList<>();
    for (int j = 1; j <= width; j++) {
      codes.add("C" + j);
    }
    return new PackedPanel(units, years, codes, values);
  }

  /** (x − min)/(max − min) of each column, 0 where it is constant. */
  private static double[][] minMax(double[]... rows) {
    double[][] out = new double[rows.length][rows[0].length];
    for (int j = 0; j < rows[0].length; j++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double[] row : rows) {
        least = row[j] < least ? row[j] : least;
        most = row[j] > most ? row[j] : most;
      }
      for (int i = 0; i < rows.length; i++) {
        out[i][j] = most > least ? (rows[i][j] - least) / (most - least) : 0 * rows[i][j];
      }
    }
    return out;
  }

  static IndexSystem columns(int n) {
    IndexNode[] leaves = new IndexNode[n];
    for (int j = 0; j < n; j++) {
      leaves[j] = Systems.leaf("C" + (j + 1), "x");
    }
    return Systems.index(Systems.node("s", leaves));
  }

  static WeightScheme scheme(String method, WeightOptions options) {
    WeightScheme plain =
        Systems.scheme(method, WeightScheme.Within.OVERALL, WeightScheme.Scope.POOLED, Map.of());
    return new WeightScheme(
        method, method, plain.within(), plain.scope(), plain.frozenRelease(), 0, Map.of(), options);
  }

  static WeightOptions options(WeightOptions.Basis basis, WeightOptions.Sigma sigma) {
    WeightOptions d = WeightOptions.DEFAULT;
    return new WeightOptions(basis, sigma, d.keep(), d.combination(), List.of(), false);
  }

  static Map<String, Weight> weights(Normalised panel, IndexSystem system, WeightScheme scheme) {
    Map<String, Weight> out = new LinkedHashMap<>();
    Weights.of(panel, system, scheme).forEach(w -> out.put(w.indicator(), w));
    return out;
  }

  static Map<String, Weight> weights(Normalised panel, int columns, WeightScheme scheme) {
    return weights(panel, columns(columns), scheme);
  }

  static Map<String, Weight> weights(Normalised panel, int columns, String method) {
    return weights(panel, columns, scheme(method, WeightOptions.DEFAULT));
  }

  static double get(Map<String, Weight> rows, String code, String column) {
    Weight weight = rows.get(code);
    Evidence evidence = weight.evidence();
    return switch (column) {
      case "weight" -> weight.weight();
      case "global_weight" -> weight.globalWeight();
      case "entropy" -> evidence.entropy();
      case "variation" -> evidence.variation();
      case "conflict" -> evidence.conflict();
      case "mean" -> evidence.mean();
      default -> evidence.sd();
    };
  }
}
