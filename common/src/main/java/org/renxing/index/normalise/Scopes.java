package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Normalisation;
import scala.jdk.javaapi.CollectionConverters;

/** Takes aggregates over the rows in scope and joins them back by broadcast. */
final class Scopes {
  private Scopes() {}

  /** Adds the aggregates of each indicator over the scope; scope frozen counts as pooled. */
  static Dataset<Row> attach(Dataset<Row> values, Normalisation spec, List<Column> aggregates) {
    boolean isYearly = spec.scope() == Normalisation.Scope.YEARLY;
    List<String> keys = isYearly ? List.of("indicator_code", "year") : List.of("indicator_code");
    Dataset<Row> rows =
        spec.scope() == Normalisation.Scope.BASE_YEAR
            ? values.where(col("year").equalTo(spec.baseYear().orElseThrow()))
            : values;
    Dataset<Row> found =
        rows.where(col("value").isNotNull())
            .groupBy(keys.stream().map(k -> col(k)).toArray(Column[]::new))
            .agg(
                aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
    return join(values, found, keys);
  }

  /** A left join by broadcast. */
  static Dataset<Row> join(Dataset<Row> values, Dataset<Row> small, List<String> keys) {
    return values.join(broadcast(small), CollectionConverters.asScala(keys).toSeq(), "left");
  }
}
