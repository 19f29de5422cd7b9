package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.column.NumberText;
import org.renxing.intake.FileRow;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.SourceSpec;
import org.renxing.run.Inputs;

/**
 * Rows of sources with the unit and year that they are about, or the reason why not.
 *
 * <p>Columns: source_id, precedence, source_file, row_number, row_hash, unit_text, unit_id, year,
 * entries (array of label and text), null_marks, decimal_mark, vintage (day of publication; empty
 * for sources without vintages), reason_code, reason, row_copies (how many sound rows of the source
 * are about the same unit and year and, in a long source, the same indicator).
 */
public final class Placement {
  private static final String[] SCAFFOLD = {
    "alias",
    "candidates",
    "in_year",
    "best",
    "defect",
    "note",
    "year_text",
    "division",
    "division_year",
    "row_indicator",
    "vintage_text"
  };

  private final List<SourceSpec> sources;

  Placement(List<SourceSpec> sources) {
    this.sources = sources;
  }

  Dataset<Row> of(Inputs inputs) {
    Dataset<Row> all =
        sources.stream()
            .map(source -> rowsOf(source, inputs))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Column copies =
        count(when(col("reason_code").isNull(), 1))
            .over(Window.partitionBy("source_id", "unit_id", "year", "row_indicator"));
    Dataset<Row> dated =
        all.withColumn("year", NumberText.year(col("year_text")))
            .withColumn("vintage", VintageText.day(col("vintage_text")))
            .withColumn("division_year", coalesce(col("division"), col("year")));
    return UnitLookup.of(dated, inputs)
        .withColumn("reason_code", RowReasons.code())
        .withColumn("reason", RowReasons.text())
        .withColumn("unit_id", when(col("reason_code").isNull(), element_at(col("best"), lit(1))))
        .withColumn("row_copies", copies)
        .drop(SCAFFOLD);
  }

  private static Dataset<Row> rowsOf(SourceSpec source, Inputs inputs) {
    Dataset<Row> rows = BronzeTables.current(source, inputs);
    Column cells = col("cells");
    Column entries =
        source
            .longColumns()
            .map(
                l ->
                    array(
                        entry(
                            NumberText.stripped(element_at(cells, lit(l.indicatorColumn()))),
                            element_at(cells, lit(l.valueColumn())))))
            .orElse(map_entries(cells));
    return rows.select(
        lit(source.id()).as("source_id"),
        lit(source.precedence()).as("precedence"),
        lit(source.division().orElse(null)).cast("int").as("division"),
        col("source_file"),
        col("row_number"),
        col("row_hash"),
        col("defect"),
        element_at(cells, lit(FileRow.NOTE)).as("note"),
        coalesce(
                NumberText.stripped(element_at(cells, lit(source.unitColumn()))),
                element_at(cells, lit(FileRow.NOTE)))
            .as("unit_text"),
        NumberText.stripped(element_at(cells, lit(source.yearColumn()))).as("year_text"),
        rowIndicator(source, cells).as("row_indicator"),
        VintageText.of(source, cells).as("vintage_text"),
        entries.as("entries"),
        lit(source.nullMarks().toArray(String[]::new)).as("null_marks"),
        lit(source.form().decimal().toString()).as("decimal_mark"));
  }

  /** The base indicator that the row of a long source gives; empty for wide ones. */
  private static Column rowIndicator(SourceSpec source, Column cells) {
    if (source.longColumns().isEmpty()) {
      return lit("");
    }
    Map<String, String> codes = new TreeMap<>();
    source.mappings().forEach((label, mapping) -> codes.put(label, mapping.indicator()));
    String labelColumn = source.longColumns().get().indicatorColumn();
    return element_at(literalMap(codes), NumberText.stripped(element_at(cells, lit(labelColumn))));
  }

  private static Column literalMap(Map<String, String> entries) {
    Column[] cells =
        entries.entrySet().stream()
            .flatMap(e -> Stream.of(lit(e.getKey()), lit(e.getValue())))
            .toArray(Column[]::new);
    return map(cells);
  }

  static Column entry(Column label, Column text) {
    return struct(label.as("key"), text.as("value"));
  }
}
