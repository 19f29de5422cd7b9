package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few rows of many tables, brought to the driver by one Spark job. */
final class CollectedRows {
  private final List<Dataset<Row>> parts = new ArrayList<>();
  private final Map<String, List<Fields>> rows = new HashMap<>();

  /** Adds rows under a name, to be read with the others. */
  CollectedRows add(String name, Dataset<Row> wanted) {
    parts.add(wanted.select(lit(name).as("name"), to_json(struct(col("*"))).as("json")));
    return this;
  }

  /** Reads what was added. */
  CollectedRows read() {
    parts.stream()
        .reduce(Dataset::union)
        .ifPresent(
            all ->
                all.collectAsList()
                    .forEach(
                        row ->
                            rows.computeIfAbsent(row.getString(0), k -> new ArrayList<>())
                                .add(Fields.parse(row.getString(1)))));
    parts.clear();
    return this;
  }

  /** The rows under a name; none where nothing was found or added. */
  List<Fields> rows(String name) {
    return rows.getOrDefault(name, List.of());
  }
}
