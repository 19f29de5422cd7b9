package org.renxing.index.normalise;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Normalisation;

/** One formula by which values become comparable. */
public interface NormalisationMethod {

  /**
   * Adds lower, upper and normalised (doubles).
   *
   * @param values unit_id, year, indicator_code, value, direction ({@code +} or {@code -})
   * @param frozen indicator_code, lower, upper, for scope {@code frozen}
   */
  Dataset<Row> apply(Dataset<Row> values, Normalisation spec, Optional<Dataset<Row>> frozen);
}
