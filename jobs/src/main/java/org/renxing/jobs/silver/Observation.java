package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Tidy observations of base indicators, from all sources. */
public final class Observation extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("observation");

  public Observation(List<SourceSpec> sources, Settings settings) {
    super(sources, settings);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a unit, year, base indicator and source")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .key("source_id", Type.STRING, "Source")
        .required("value", Type.DOUBLE, "", "Value in the unit of measure of the base indicator")
        .required("value_text", Type.STRING, "", "As the source gives it")
        .required(
            "column_label", Type.STRING, "", "Column or label under which the source gives it")
        .required("precedence", Type.INT, "", "Lower wins where two sources give the same cell")
        .required(
            "is_preferred",
            Type.BOOLEAN,
            "",
            "Whether this is the value that counts, of several sources")
        .required("source_file", Type.STRING, "", "File")
        .required("row_number", Type.LONG, "", "Line of the file")
        .optional("flag", Type.STRING, "", "Mark of doubt; null for none")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    return reception()
        .cells(inputs)
        .where(col("reason_code").isNull().and(col("column_label").notEqual("")))
        .withColumn("flag", lit(null).cast("string"));
  }
}
