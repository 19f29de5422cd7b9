package org.renxing.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.records.TableRows;

/** A table whose rows are a plan of Spark. */
public interface PlannedTask extends TableTask {
  /** The rows of one part; a lazy plan. */
  Dataset<Row> build(String part, Inputs inputs);

  @Override
  default TableRows rows(String part, Inputs inputs) {
    return new TableRows.Planned(build(part, inputs));
  }
}
