package org.renxing.jobs.publish;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.model.TableName;

/** Rows of a table in the order of all its columns, to be read once. */
record OrderedRows(StructType schema, Iterator<Row> rows) {
  /** Rows as a release has them: held in this JVM where they are few, else planned by Spark. */
  static OrderedRows of(Lake lake, Selection selection, TableName table) {
    Releases releases = new Releases(lake);
    Optional<TableRows.Held> few = releases.few(selection.release(), table, selection.only());
    if (few.isPresent()) {
      var rows = few.get().rows().stream().sorted(new RowOrder()).iterator();
      return new OrderedRows(few.get().schema(), rows);
    }
    Dataset<Row> all = releases.read(selection.release(), table).orElseThrow();
    boolean isByScenario = List.of(all.columns()).contains("scenario_id");
    Dataset<Row> wanted =
        selection
            .only()
            .filter(id -> isByScenario)
            .map(id -> all.where(col("scenario_id").equalTo(id)))
            .orElse(all);
    Column[] order = Arrays.stream(all.columns()).map(c -> col(c)).toArray(Column[]::new);
    return new OrderedRows(all.schema(), wanted.orderBy(order).toLocalIterator());
  }

  /** Names of the columns. */
  List<String> columns() {
    return List.of(schema.fieldNames());
  }
}
