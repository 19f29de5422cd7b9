package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.renxing.model.WeightOptions.Retention;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Weights by principal components of the group's correlation matrix (the covariance of standardised
 * columns): importance Σ_c λ_c |v_jc| / Σ_c λ_c over the components kept, with eigenvalues λ and
 * unit eigenvectors v.
 *
 * <p>Kept are those with λ over 1 (Kaiser 1960), or the first that together hold 85 % of the
 * variance; the first always. A pair without common variation counts as uncorrelated. Where
 * eigenvalues are equal the eigenvectors are not unique, nor are the weights. The matrix is one
 * value of one row; the panel stays where it is.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW} (null), {@code CONSTANT} (0).
 */
final class PrincipalComponents implements WeightingMethod {
  private static final double SHARE = 0.85;

  /** An eigenvalue over 1 by less is 1. */
  private static final double NOISE = 1e-12;

  @Override
  public Dataset<Row> importance(WeightingInput input) {
    Dataset<Row> rows = Moments.rows(input);
    Dataset<Row> correlations =
        Correlations.of(Moments.centred(rows, Moments.means(rows)), input.indexSystem());
    Dataset<Row> moments = Moments.of(input);
    Dataset<Row> weighed =
        moments
            .join(
                broadcast(importances(correlations, input.scheme().options().keep())),
                Moments.key(),
                "left")
            .withColumn("sd", Moments.sd(input))
            .withColumn("reason", Moments.reason())
            .withColumn("variation", lit(null).cast("double"))
            .withColumn("conflict", lit(null).cast("double"));
    return Moments.result(weighed, input);
  }

  private static Dataset<Row> importances(Dataset<Row> correlations, Retention keep) {
    boolean isByShare = keep == Retention.SHARE;
    UDF2<Seq<String>, Seq<Row>, double[]> solve =
        (codes, pairs) -> {
          List<String> order = CollectionConverters.asJava(codes);
          return importances(matrix(order, CollectionConverters.asJava(pairs)), isByShare);
        };
    Column isDiagonal = col("j").equalTo(col("k"));
    Column varying =
        when(isDiagonal.and(col("r").isNotNull()).and(col("squares").gt(0.0)), col("j"));
    Column pair = struct(col("j"), col("k"), coalesce(col("r"), lit(0.0)).as("r"));
    return correlations
        .groupBy("year", "group")
        .agg(
            array_sort(collect_list(varying)).as("codes"),
            collect_list(when(isDiagonal, null).otherwise(pair)).as("pairs"))
        .withColumn(
            "importances",
            udf(solve, DataTypes.createArrayType(DataTypes.DoubleType))
                .apply(col("codes"), col("pairs")))
        .select(col("year"), inline(arrays_zip(col("codes"), col("importances"))))
        .withColumnRenamed("codes", "indicator_code")
        .withColumnRenamed("importances", "importance");
  }

  private static double[][] matrix(List<String> codes, List<Row> pairs) {
    double[][] out = new double[codes.size()][codes.size()];
    for (int i = 0; i < out.length; i++) {
      out[i][i] = 1;
    }
    for (Row pair : pairs) {
      int j = codes.indexOf(pair.getString(0));
      int k = codes.indexOf(pair.getString(1));
      out[j][k] = pair.getDouble(2);
      out[k][j] = pair.getDouble(2);
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
