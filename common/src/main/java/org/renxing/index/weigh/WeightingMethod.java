package org.renxing.index.weigh;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.IndexSystem;

/**
 * One way of saying how much an indicator matters. A method gives importances on any scale; {@link
 * Weights} turns them into weights that sum to 1.
 */
public interface WeightingMethod {

  /**
   * One row an indicator and scope year, lazily: indicator_code; year int (0 for all years);
   * importance double (0 or more; null where it cannot be said); entropy, variation, conflict,
   * mean, sd doubles (null where the method has none); n, n_negative bigint; reason string (why the
   * importance is 0 or null).
   */
  Dataset<Row> importance(WeightingInput input);

  /** Whether importances come from the index system alone, and so have no year. */
  default boolean isStated() {
    return false;
  }

  /** Whether it weighs indicators by their conflict with others. */
  default boolean hasConflict() {
    return false;
  }

  /**
   * Weights of the systems in the whole where the scheme weighs within systems and states none;
   * equal unless the method knows better.
   */
  default Map<String, Double> systemWeights(IndexSystem indexSystem) {
    return SystemWeights.equal(indexSystem);
  }
}
