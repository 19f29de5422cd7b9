package org.renxing.index.normalise;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.Normalisation;

/**
 * Min-max between fixed bounds that the scenario states (as the Human Development Index does). The
 * scope plays no part. An indicator without goalposts normalises to null.
 */
final class Goalposts extends MinMax {
  private static final StructType SCHEMA =
      new StructType()
          .add("indicator_code", "string", false)
          .add("lower", "double", false)
          .add("upper", "double", false);

  @Override
  Dataset<Row> withBounds(Dataset<Row> values, Normalisation spec, Optional<Dataset<Row>> frozen) {
    List<Row> posts =
        spec.goalposts().entrySet().stream()
            .map(e -> RowFactory.create(e.getKey(), e.getValue().lower(), e.getValue().upper()))
            .toList();
    Dataset<Row> table = values.sparkSession().createDataFrame(posts, SCHEMA);
    return Scopes.join(values, table, List.of("indicator_code"));
  }
}
