package org.renxing.lake;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Reads a version of a table by Spark, where Delta Kernel is not at hand. */
record SparkReader(Dataset<Row> all) implements RowReader {
  @Override
  public StructType schema() {
    return all.schema();
  }

  @Override
  public long rowCount() {
    return all.count();
  }

  @Override
  public void forEach(Optional<String> scenario, Consumer<Row> use) {
    Dataset<Row> wanted = scenario.map(id -> all.where(col("scenario_id").equalTo(id))).orElse(all);
    for (Iterator<Row> rows = wanted.toLocalIterator(); rows.hasNext(); ) {
      use.accept(plain(rows.next()));
    }
  }

  private static Row plain(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = plain(row.get(i));
    }
    return new GenericRowWithSchema(values, row.schema());
  }

  private static Object plain(Object value) {
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).toArray(String[]::new);
    }
    return value instanceof scala.collection.Map<?, ?> map
        ? CollectionConverters.asJava(map)
        : value;
  }
}
