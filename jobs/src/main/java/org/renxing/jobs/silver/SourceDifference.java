package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Values that do not count because another source or a newer vintage gives the same cell. */
public final class SourceDifference extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("source_difference");

  public SourceDifference(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a value that gives way to that of another source or vintage")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .key("source_id", Type.STRING, "Source that gives way")
        .key("vintage", Type.STRING, "Its day of publication; empty where it has none")
        .required("value", Type.DOUBLE, "", "Its value, in the unit of the base indicator")
        .required("preferred_source_id", Type.STRING, "", "Source that counts")
        .required("preferred_vintage", Type.STRING, "", "Its day of publication, or empty")
        .required("preferred_value", Type.DOUBLE, "", "Its value, in the same unit")
        .required("difference", Type.DOUBLE, "", "value minus preferred_value")
        .optional("ratio", Type.DOUBLE, "", "value over preferred_value; null where that is 0")
        .required("kind", Type.STRING, "", "VINTAGE within a source, SOURCE between two")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    return reception()
        .cells(inputs)
        .where(
            col("reason_code")
                .isNull()
                .and(col("preferred").isNotNull())
                .and(not(col("is_preferred"))))
        .withColumn("preferred_source_id", col("preferred.source_id"))
        .withColumn("preferred_vintage", col("preferred.vintage"))
        .withColumn("preferred_value", col("preferred.value"))
        .withColumn("difference", col("value").minus(col("preferred_value")))
        .withColumn("ratio", try_divide(col("value"), col("preferred_value")))
        .withColumn(
            "kind",
            when(col("source_id").equalTo(col("preferred_source_id")), lit("VINTAGE"))
                .otherwise("SOURCE"));
  }
}
