package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/** What came in and could not be used, as received, with the reason. */
public final class Quarantine extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("quarantine");

  public Quarantine(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a row or cell that was set aside")
        .key("source_id", Type.STRING, "Source")
        .key("source_file", Type.STRING, "File")
        .key("row_number", Type.LONG, "Line of the file when the row first came")
        .key("row_hash", Type.STRING, "Hash of the row's cells; tells apart rows that share a line")
        .key(
            "column_label", Type.STRING, "Column or label; empty where the whole row was set aside")
        .required("reason_code", Type.STRING, "", "Kind of defect")
        .required("reason", Type.STRING, "", "What is wrong, with the value and what is allowed")
        .optional("value_text", Type.STRING, "", "The cell as received")
        .optional("unit_id", Type.STRING, "", "Unit, where it resolved")
        .optional("year", Type.INT, "", "Year, where it is one")
        .optional("indicator_code", Type.STRING, "", "Base indicator, for a cell")
        .required("raw", Type.STRING, "", "The row as received, as JSON")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  /** After the observations, which compute what both share. */
  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>(super.inputs());
    out.add(Observation.TABLE);
    return out;
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> aside = reception().cells(inputs).where(col("reason_code").isNotNull());
    return received(inputs)
        .join(
            broadcast(aside),
            CollectionConverters.asScala(
                    List.of("source_id", "source_file", "row_number", "row_hash"))
                .toSeq())
        .withColumn("raw", to_json(col("cells")));
  }

  /** The rows of all sources as received. */
  private Dataset<Row> received(Inputs inputs) {
    return sources().stream()
        .map(
            source ->
                BronzeTables.current(source, inputs)
                    .select(
                        lit(source.id()).as("source_id"),
                        col("source_file"),
                        col("row_number"),
                        col("row_hash"),
                        col("cells")))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }
}
