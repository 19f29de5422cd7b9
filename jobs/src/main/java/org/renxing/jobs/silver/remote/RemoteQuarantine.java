package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Fine-grained observations that could not be used, as received, with the reason. */
public final class RemoteQuarantine extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("remote_quarantine");

  public RemoteQuarantine(RemoteIntake intake) {
    super(intake, Arrays.asList(Group.values()));
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a row of a remote source that was set aside")
        .key("source_id", Type.STRING, "Source")
        .key("source_file", Type.STRING, "File")
        .key("row_number", Type.LONG, "Line of the file when the row first came")
        .key("row_hash", Type.STRING, "Hash of the row's cells; tells apart rows that share a line")
        .key("copy", Type.INT, "From 1, for rows that share all of these")
        .required("family", Type.STRING, "", "What the source observes")
        .required("reason_code", Type.STRING, "", "Kind of defect")
        .required("reason", Type.STRING, "", "What is wrong, with the value and what is allowed")
        .optional("observation_id", Type.STRING, "", "The observation, as its source names it")
        .optional("unit_id", Type.STRING, "", "Unit, where it resolved")
        .optional("year", Type.INT, "", "Year, where it is one")
        .required("raw", Type.STRING, "", "The row as received, as JSON")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    WindowSpec same =
        Window.partitionBy("source_id", "source_file", "row_number", "row_hash")
            .orderBy("reason_code");
    return Arrays.stream(Group.values())
        .filter(group -> intake().has(group) && group != Group.GRID)
        .map(
            group ->
                intake()
                    .judged(group, inputs)
                    .where(col("reason_code").isNotNull())
                    .select(
                        "source_id",
                        "source_file",
                        "row_number",
                        "row_hash",
                        "family",
                        "reason_code",
                        "reason",
                        "observation_id",
                        "unit_id",
                        "year",
                        "raw"))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .withColumn("copy", row_number().over(same));
  }
}
