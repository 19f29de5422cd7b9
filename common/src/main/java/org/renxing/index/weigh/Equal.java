package org.renxing.index.weigh;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every indicator matters alike. */
final class Equal implements WeightingMethod {
  @Override
  public Dataset<Row> importance(WeightingInput input) {
    Map<String, Double> ones = new LinkedHashMap<>();
    input.indexSystem().indicators().forEach(i -> ones.put(i.code(), 1.0));
    return StatedImportance.of(input.values().sparkSession(), ones);
  }

  @Override
  public boolean isStated() {
    return true;
  }
}
