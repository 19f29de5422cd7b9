package org.renxing.index.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;
import org.renxing.testing.Frames;
import org.renxing.testing.Systems;

/** Matrices with units down and indicators C1, C2, … across, as panels of one year. */
final class Matrices {
  private static final String LONG =
      "unit_id string, year int, indicator_code string, value double, normalised double";

  private Matrices() {}

  /** A long frame whose values are min-max normalised; NaN stands for a missing value. */
  static Dataset<Row> scaled(double[]... rows) {
    return frame(rows, minMax(rows));
  }

  /** A long frame whose values are taken as they are. */
  static Dataset<Row> plain(double[]... rows) {
    return frame(rows, rows);
  }

  /** (x − min)/(max − min) of each column, 0 where it is constant. */
  static double[][] minMax(double[]... rows) {
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

  static Map<String, Row> weights(Dataset<Row> values, int columns, WeightScheme scheme) {
    return Frames.by(
        new Weights(columns(columns)).of(values, List.of(scheme), Map.of()), "indicator_code");
  }

  static Map<String, Row> weights(Dataset<Row> values, int columns, String method) {
    return weights(values, columns, scheme(method, WeightOptions.DEFAULT));
  }

  static double get(Map<String, Row> rows, String code, String column) {
    return rows.get(code).<Double>getAs(column);
  }

  private static Dataset<Row> frame(double[][] raw, double[][] normalised) {
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < raw[i].length; j++) {
        boolean isMissing = Double.isNaN(raw[i][j]);
        out.add(
            Frames.row(
                "A" + i,
                2020,
                "C" + (j + 1),
                isMissing ? null : raw[i][j],
                isMissing ? null : normalised[i][j]));
      }
    }
    return Frames.of(LONG, out);
  }
}
