package org.renxing.records;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows that are to become part of a table. */
public sealed interface TableRows {
  /** Their columns. */
  StructType schema();

  /** Rows that are held in this JVM. */
  record Held(StructType schema, List<Row> rows) implements TableRows {
    public Held {
      rows = List.copyOf(rows);
    }
  }

  /** A plan of Spark. */
  record Planned(Dataset<Row> plan) implements TableRows {
    @Override
    public StructType schema() {
      return plan.schema();
    }
  }
}
