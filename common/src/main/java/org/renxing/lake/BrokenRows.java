package org.renxing.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.TableSpec;

/** A second look at a part just written: which of its checks fail. Asked only where one does. */
final class BrokenRows {
  private final Lake lake;
  private final TableSpec spec;
  private final String part;

  BrokenRows(Lake lake, TableSpec spec, String part) {
    this.lake = lake;
    this.spec = spec;
    this.part = part;
  }

  /** Which conditions the rows break, and how often. */
  SortedMap<String, Long> conditions() {
    List<String> names = List.copyOf(spec.conditions().keySet());
    List<Column> counts = new ArrayList<>();
    for (String name : names) {
      counts.add(count_if(not(coalesce(expr(spec.conditions().get(name)), lit(true)))));
    }
    Row row =
        rows().agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new)).first();
    SortedMap<String, Long> out = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (row.getLong(i) > 0) {
        out.put(names.get(i), row.getLong(i));
      }
    }
    return out;
  }

  /** How many rows repeat the key of another. */
  long keys() {
    return rows()
        .groupBy(spec.keys().stream().map(k -> col(k)).toArray(Column[]::new))
        .agg(count(lit(1)).minus(1).as("extra"))
        .agg(coalesce(sum("extra"), lit(0L)))
        .first()
        .getLong(0);
  }

  private Dataset<Row> rows() {
    Dataset<Row> rows = lake.read(spec.name());
    return part.equals(TableState.WHOLE) ? rows : rows.where(col("scenario_id").equalTo(part));
  }
}
