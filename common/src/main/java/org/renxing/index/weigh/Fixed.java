package org.renxing.index.weigh;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.IndexSystem;

/**
 * The weights that the index system states: a leaf's is the product of the shares among siblings on
 * the way down. The tree's weights of systems hold unless the scheme states others.
 */
final class Fixed implements WeightingMethod {
  @Override
  public Dataset<Row> importance(WeightingInput input) {
    return StatedImportance.of(
        input.values().sparkSession(), input.indexSystem().fixedLeafWeights());
  }

  @Override
  public Map<String, Double> systemWeights(IndexSystem indexSystem) {
    return SystemWeights.ofTree(indexSystem);
  }

  @Override
  public boolean isStated() {
    return true;
  }
}
