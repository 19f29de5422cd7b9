package org.renxing.index;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.IndexSystem;

/** The indicators of an index system as a small frame, to be joined by broadcast. */
public final class IndicatorTable {
  private static final StructType SCHEMA =
      new StructType()
          .add("indicator_code", "string", false)
          .add("direction", "string", false)
          .add("system", "string", false);

  private IndicatorTable() {}

  /** Columns indicator_code, direction ({@code +} or {@code -}), system; one row an indicator. */
  public static Dataset<Row> of(SparkSession spark, IndexSystem indexSystem) {
    Map<String, String> systems = indexSystem.systemOfIndicator();
    List<Row> rows =
        indexSystem.indicators().stream()
            .map(i -> RowFactory.create(i.code(), i.direction().sign(), systems.get(i.code())))
            .toList();
    return spark.createDataFrame(rows, SCHEMA);
  }
}
