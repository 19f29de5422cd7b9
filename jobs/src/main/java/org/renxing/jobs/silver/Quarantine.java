package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.name.Nearest;
import org.renxing.name.UnitIndex;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/** What came in and could not be used, as received, with the reason. */
public final class Quarantine extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("quarantine");

  /** So many unknown names at most are compared with the known ones, in alphabetical order. */
  private static final int MOST_NAMES = 500;

  private static final StructType QUESTION =
      new StructType()
          .add("unknown_text", DataTypes.StringType)
          .add("question", DataTypes.StringType);

  public Quarantine(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE, DimUnit.TABLE);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a row or cell that was set aside; notes of tables too, as FOOTNOTE")
        .key("source_id", Type.STRING, "Source")
        .key("source_file", Type.STRING, "File")
        .key("row_number", Type.LONG, "Line of the file when the row first came")
        .key("row_hash", Type.STRING, "Hash of the row's cells; tells apart rows that share a line")
        .key(
            "column_label", Type.STRING, "Column or label; empty where the whole row was set aside")
        .required("reason_code", Type.STRING, "", "Kind of defect")
        .required("reason", Type.STRING, "", "What is wrong, with the value and what is allowed")
        .optional(
            "value_text",
            Type.STRING,
            "",
            "The cell as received; for a whole row the text of its unit")
        .optional("unit_id", Type.STRING, "", "Unit, where it resolved")
        .optional("year", Type.INT, "", "Year, where it is one")
        .optional("indicator_code", Type.STRING, "", "Base indicator, for a cell")
        .required("raw", Type.STRING, "", "The row as received, as JSON")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> aside =
        withCandidates(reception().cells(inputs).where(col("reason_code").isNotNull()), inputs);
    return received(inputs)
        .join(
            broadcast(aside),
            CollectionConverters.asScala(
                    List.of("source_id", "source_file", "row_number", "row_hash"))
                .toSeq())
        .withColumn("raw", to_json(col("cells")));
  }

  /** Adds to the reasons of units that are not known the names that are nearest. */
  private static Dataset<Row> withCandidates(Dataset<Row> aside, Inputs inputs) {
    Column isUnknown = col("reason_code").equalTo("UNKNOWN_UNIT");
    List<Row> unknown =
        aside
            .where(isUnknown)
            .select("value_text")
            .distinct()
            .orderBy("value_text")
            .limit(MOST_NAMES)
            .collectAsList();
    if (unknown.isEmpty()) {
      return aside;
    }
    UnitIndex names = UnitAlias.index(inputs);
    List<Row> questions = new ArrayList<>();
    for (Row row : unknown) {
      Nearest.question(names.nearest(row.getString(0)))
          .ifPresent(text -> questions.add(RowFactory.create(row.getString(0), "; " + text)));
    }
    Dataset<Row> known = inputs.spark().createDataFrame(questions, QUESTION);
    return aside
        .join(
            broadcast(known), isUnknown.and(col("value_text").equalTo(col("unknown_text"))), "left")
        .withColumn("reason", concat(col("reason"), coalesce(col("question"), lit(""))));
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
