package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.renxing.column.NumberText;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.Warning;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The account of each source: what came in equals what is used plus what was set aside, counted
 * from the stored tables; and not too much was set aside.
 */
public final class SourceAccount extends ReceptionTask {
  private static final Column IS_MIXED = col("n_other_mark").gt(0).and(col("n_grouped").gt(0));

  /** Nothing in the file shows that the declared mark is right, and something that it is not. */
  private static final Column IS_UNPROVEN =
      sum("n_other_mark").gt(0).and(sum("n_ambiguous").gt(0)).and(sum("n_proof").equalTo(0));

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
        .with(Account::files)
        .optional(
            "mixed_marks",
            Type.STRING,
            "",
            "A file and column whose commas and points can be read in two ways")
        .check("no column can be read with either decimal mark", "mixed_marks IS NULL")
        .build();
  }

  /**
   * One pass over what each of the tables says of each source, file and column; rows in are what
   * bronze counted when it took the files in.
   */
  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> columns = byColumn(inputs);
    Dataset<Row> files =
        columns
            .groupBy("source_id", "source_file")
            .agg(
                sum("rows_valid").as("rows_used"),
                sum("rows_quarantined").as("rows_lost"),
                sum("rows_noted").as("notes"),
                sum("cells_in").as("cells_in"),
                sum("cells_valid").as("cells_valid"),
                sum("cells_quarantined").as("cells_quarantined"),
                coalesce(
                        min(when(IS_MIXED, col("column_label"))),
                        when(IS_UNPROVEN, min(when(col("n_ambiguous").gt(0), col("column_label")))))
                    .as("mixed_column"));
    Column place = concat(lit("file "), col("source_file"), lit(", column "), col("mixed_column"));
    Dataset<Row> counts =
        files
            .groupBy("source_id")
            .agg(
                sum("rows_used").as("rows_valid"),
                sum("rows_lost").as("rows_quarantined"),
                sum("notes").as("rows_noted"),
                sum("cells_in").as("cells_in"),
                sum("cells_valid").as("cells_valid"),
                sum("cells_quarantined").as("cells_quarantined"),
                min(place).as("mixed_marks"));
    return counts
        .join(Account.worstFile(lossesOf(files)), names("source_id"), "left")
        .withColumn("rows_in", bySource(s -> lit(BronzeTables.rowsNow(s, inputs))))
        .withColumn("max_quarantine_share", bySource(s -> lit(s.maxQuarantineShare())))
        .withColumn("is_simulated", bySource(s -> lit(s.isSimulated())));
  }

  /** Of rows and of cells that of which a file lost more; a file may lose all cells and no row. */
  private static Dataset<Row> lossesOf(Dataset<Row> files) {
    Column rows = col("rows_lost").divide(col("rows_lost").plus(col("rows_used")));
    Column cells = col("cells_quarantined").divide(col("cells_in"));
    Column isOfCells = coalesce(cells, lit(0.0)).gt(coalesce(rows, lit(0.0)));
    return files
        .withColumn("lost", when(isOfCells, col("cells_quarantined")).otherwise(col("rows_lost")))
        .withColumn("used", when(isOfCells, col("cells_valid")).otherwise(col("rows_used")))
        .select(
            col("source_id"),
            col("source_file"),
            col("used").as("rows_used"),
            col("lost").as("rows_lost"));
  }

  /** Counts by source_id, source_file and column_label, which is empty for whole rows. */
  private Dataset<Row> byColumn(Inputs inputs) {
    Column isCell = col("column_label").notEqual("");
    Column isOther = col("reason_code").equalTo(Contest.DECIMAL_MARK);
    Dataset<Row> judged =
        reception()
            .cells(inputs)
            .select(
                col("source_id"),
                col("source_file"),
                col("column_label"),
                when(isCell, "cells_in")
                    .when(col("reason_code").isNull(), "rows_valid")
                    .as("measure"),
                lit(false).as("is_other_mark"),
                lit("").as("form"));
    Column mark = bySource(s -> lit(s.form().decimal().toString()));
    Column hasMark = col("value_text").rlike("[,.\uFF0C\uFF0E]");
    Dataset<Row> used =
        inputs
            .read(Observation.TABLE)
            .where(col("source_file").notEqual(Observation.COMPUTED))
            .select(
                col("source_id"),
                col("source_file"),
                col("column_label"),
                lit("cells_valid").as("measure"),
                lit(false).as("is_other_mark"),
                when(hasMark, NumberText.form(col("value_text"), mark)).otherwise("").as("form"));
    Dataset<Row> aside =
        inputs
            .read(Quarantine.TABLE)
            .select(
                col("source_id"),
                col("source_file"),
                col("column_label"),
                when(isCell, "cells_quarantined")
                    .when(col("reason_code").equalTo(RowReasons.FOOTNOTE), "rows_noted")
                    .otherwise("rows_quarantined")
                    .as("measure"),
                isOther.as("is_other_mark"),
                lit("").as("form"));
    return judged
        .unionByName(used)
        .unionByName(aside)
        .groupBy("source_id", "source_file", "column_label")
        .agg(
            Account.counted("rows_valid"),
            Account.counted("rows_quarantined"),
            Account.counted("rows_noted"),
            Account.counted("cells_in"),
            Account.counted("cells_valid"),
            Account.counted("cells_quarantined"),
            count_if(col("is_other_mark")).as("n_other_mark"),
            count_if(col("form").equalTo(NumberText.GROUPED)).as("n_grouped"),
            count_if(col("form").isin(NumberText.GROUPED, NumberText.AMBIGUOUS)).as("n_ambiguous"),
            count_if(col("form").equalTo(NumberText.PROOF)).as("n_proof"));
  }

  private static Seq<String> names(String column) {
    return CollectionConverters.asScala(List.of(column)).toSeq();
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
    Dataset<Row> account = inputs.lake().read(TABLE);
    StringBuilder mixed = new StringBuilder();
    account
        .where(col("mixed_marks").isNotNull())
        .orderBy("source_id")
        .select("source_id", "mixed_marks")
        .collectAsList()
        .forEach(
            row ->
                mixed.append(
                    "\n  source %s, %s: commas stand between thousands (1,234) and before decimals (0,512), so that the column can be read in two ways; make them alike, or declare decimal = \",\""
                        .formatted(row.get(0), row.get(1))));
    return mixed
        + Account.lostFiles(account)
        + Account.examples(Quarantine.TABLE, aside, cell)
        + super.explain(inputs);
  }
}
