package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.Warning;

/**
 * The account of each source: what came in equals what is used plus what was set aside, counted
 * from the stored tables; and not too much was set aside.
 */
public final class SourceAccount extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("source_account");

  public SourceAccount(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE, Quarantine.TABLE);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a source: what came in, what is used, what was set aside")
        .key("source_id", Type.STRING, "Source")
        .required("rows_in", Type.LONG, "rows", "Rows that the files of the source hold")
        .required("rows_valid", Type.LONG, "rows", "Rows with a known unit and year")
        .required("rows_quarantined", Type.LONG, "rows", "Rows set aside whole")
        .required("rows_noted", Type.LONG, "rows", "Notes below tables: kept, and no data")
        .required("cells_in", Type.LONG, "cells", "Mapped cells of valid rows that are not empty")
        .required("cells_valid", Type.LONG, "cells", "Cells in silver.observation")
        .required("cells_quarantined", Type.LONG, "cells", "Cells in silver.quarantine")
        .required("max_quarantine_share", Type.DOUBLE, "0-1", "Largest share that may be set aside")
        .required("is_simulated", Type.BOOLEAN, "", "Whether the figures are made up")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .with(Account::balance)
        .check(
            "cells in = cells valid + cells quarantined",
            "cells_in = cells_valid + cells_quarantined")
        .with(Account.limit("rows"))
        .with(Account.limit("cells"))
        .build();
  }

  /**
   * One pass over what each of the tables says of each source; rows in are what bronze counted when
   * it took the files in.
   */
  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Column isCell = col("column_label").notEqual("");
    Dataset<Row> judged =
        reception()
            .cells(inputs)
            .select(
                col("source_id"),
                when(isCell, "cells_in")
                    .when(col("reason_code").isNull(), "rows_valid")
                    .as("measure"));
    Dataset<Row> used =
        inputs
            .read(Observation.TABLE)
            .where(col("source_file").notEqual(Observation.COMPUTED))
            .select(col("source_id"), lit("cells_valid").as("measure"));
    Dataset<Row> aside =
        inputs
            .read(Quarantine.TABLE)
            .select(
                col("source_id"),
                when(isCell, "cells_quarantined")
                    .when(col("reason_code").equalTo(RowReasons.FOOTNOTE), "rows_noted")
                    .otherwise("rows_quarantined")
                    .as("measure"));
    Dataset<Row> all = judged.unionByName(used).unionByName(aside);
    Dataset<Row> counts =
        all.groupBy("source_id")
            .agg(
                Account.counted("rows_valid"),
                Account.counted("rows_quarantined"),
                Account.counted("rows_noted"),
                Account.counted("cells_in"),
                Account.counted("cells_valid"),
                Account.counted("cells_quarantined"));
    return counts
        .withColumn("rows_in", bySource(s -> lit(BronzeTables.rowsNow(s, inputs))))
        .withColumn("max_quarantine_share", bySource(s -> lit(s.maxQuarantineShare())))
        .withColumn("is_simulated", bySource(s -> lit(s.isSimulated())));
  }

  private Column bySource(Function<SourceSpec, Column> value) {
    return sources().stream()
        .map(s -> when(col("source_id").equalTo(s.id()), value.apply(s)))
        .reduce(functions::coalesce)
        .orElseThrow();
  }

  @Override
  public Map<String, String> notes(Inputs inputs) {
    return Account.notes(inputs.lake().read(TABLE), Quarantine.TABLE);
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return Account.warnings(now);
  }

  @Override
  public String explain(Inputs inputs) {
    Column cell =
        when(col("column_label").equalTo(""), "")
            .otherwise(concat(lit(", column "), col("column_label")));
    Dataset<Row> aside = inputs.read(Quarantine.TABLE).orderBy("source_file", "row_number");
    return Account.examples(Quarantine.TABLE, aside, cell) + super.explain(inputs);
  }
}
