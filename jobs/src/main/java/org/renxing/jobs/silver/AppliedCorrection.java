package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.Warning;
import scala.jdk.javaapi.CollectionConverters;

/** silver.correction: the corrections in force, with what they replaced. */
public final class AppliedCorrection extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("correction");

  private static final String UNUSED = "unused correction ";
  private final Corrections corrections;

  public AppliedCorrection(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    super(sources, settings, corrections, Observation.TABLE);
    this.corrections = corrections;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a reviewed correction of a value")
        .key("source_id", Type.STRING, "Source")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .optional("value_as_received", Type.DOUBLE, "", "What the source gives; null = no number")
        .optional("corrected_value", Type.DOUBLE, "", "What counts instead; null = set aside")
        .required("correction_reason", Type.STRING, "", "Why")
        .required("evidence", Type.STRING, "", "On what ground: a source that others can look up")
        .required("corrected_on", Type.STRING, "", "Day of the review")
        .required("reviewer", Type.STRING, "", "Who reviewed it")
        .required("place", Type.STRING, "", "File and line of the correction")
        .required("n_cells", Type.LONG, "", "Cells that it changed; several where vintages differ")
        .required(
            "is_year_given",
            Type.BOOLEAN,
            "",
            "Whether the source gives anything of that year; false while a backfill is not done")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .check(
            "a correction names a cell that its source gives", "n_cells > 0 OR NOT is_year_given")
        .build();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> cells = reception().cells(inputs).where(col("indicator_code").isNotNull());
    Dataset<Row> changed =
        cells
            .where(col("is_corrected"))
            .groupBy("source_id", "unit_id", "year", "indicator_code")
            .agg(
                max(col("value_as_received")).as("value_as_received"), count(lit(1)).as("n_cells"));
    Dataset<Row> years =
        cells.select("source_id", "year").distinct().withColumn("is_year_given", lit(true));
    return corrections
        .frame(inputs.spark())
        .join(broadcast(changed), CollectionConverters.asScala(Corrections.KEY).toSeq(), "left")
        .join(
            broadcast(years),
            CollectionConverters.asScala(List.of("source_id", "year")).toSeq(),
            "left")
        .withColumn("is_year_given", coalesce(col("is_year_given"), lit(false)))
        .withColumn("n_cells", coalesce(col("n_cells"), lit(0L)));
  }

  /** Corrections that change nothing, since their source gives nothing of the year. */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Map<String, String> out = new TreeMap<>();
    if (!corrections.text().isEmpty()) {
      inputs
          .lake()
          .read(TABLE)
          .where(col("n_cells").equalTo(0))
          .select("place", "source_id", "unit_id", "indicator_code", "year")
          .collectAsList()
          .forEach(
              row ->
                  out.put(
                      UNUSED + row.getString(0),
                      String.format(
                          Locale.ROOT,
                          "%s: corrects nothing, since source %s gives nothing of its year yet (unit %s, %s, %d); take in that year, or take the line out",
                          row.getString(0),
                          row.getString(1),
                          row.getString(2),
                          row.getString(3),
                          row.getInt(4))));
    }
    return out;
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return now.stream()
        .flatMap(state -> state.notes().entrySet().stream())
        .filter(note -> note.getKey().startsWith(UNUSED))
        .map(note -> new Warning(Warning.Kind.UNUSED_CORRECTION, note.getValue()))
        .toList();
  }

  @Override
  public String explain(Inputs inputs) {
    return "; correct the file of corrections, or take the line out" + super.explain(inputs);
  }
}
