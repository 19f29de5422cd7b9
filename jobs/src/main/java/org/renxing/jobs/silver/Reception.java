package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Finite;
import org.renxing.column.NumberText;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.UnitOfMeasure;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What came in, judged: one row a cell of a source with its unit, year, indicator and value in the
 * indicator's own unit of measure, or with the reason why not; and one row a source row, with an
 * empty column_label and, where the row cannot be placed, the reason. Nothing is dropped but empty
 * cells.
 *
 * <p>Columns: source_id, source_file, row_number, row_hash, column_label, value_text, unit_id, year,
 * indicator_code, value, precedence, reason_code (null for a sound cell), reason, is_preferred (of
 * several sources, the one that counts).
 */
final class Reception {
  private static final StructType MAPPING =
      new StructType()
          .add("source_id", DataTypes.StringType)
          .add("column_label", DataTypes.StringType)
          .add("indicator_code", DataTypes.StringType)
          .add("times", DataTypes.DoubleType)
          .add("over", DataTypes.DoubleType);

  private final List<SourceSpec> sources;
  private final Map<String, BaseIndicator> indicators;
  private final Map<String, UnitOfMeasure> measures;

  Reception(List<SourceSpec> sources, Settings settings) {
    this.sources = sources;
    this.indicators = settings.baseIndicators();
    this.measures = settings.unitsOfMeasure();
  }

  /** The judged cells of all sources, shared by the steps that store them. */
  Dataset<Row> cells(Inputs inputs) {
    return inputs.shared("reception", () -> judge(inputs));
  }

  private Dataset<Row> judge(Inputs inputs) {
    return withDuplicates(valued(inputs, placed(inputs)));
  }

  /** Rows of all sources with unit and year, or a reason. */
  private Dataset<Row> placed(Inputs inputs) {
    Dataset<Row> all = null;
    for (SourceSpec source : sources) {
      Dataset<Row> rows = rowsOf(source, inputs);
      all = all == null ? rows : all.unionByName(rows);
    }
    Dataset<Row> aliases = UnitAlias.candidates(inputs);
    Column inYear =
        filter(
            col("candidates"),
            c ->
                c.getField("valid_from")
                    .leq(col("division_year"))
                    .and(c.getField("valid_to").geq(col("division_year"))));
    Dataset<Row> matched =
        all.withColumn("year", year(col("year_text")))
            .withColumn("division_year", coalesce(col("division"), col("year")))
            .join(broadcast(aliases), UnitAlias.key(col("unit_text")).equalTo(col("alias")), "left")
            .withColumn("in_year", inYear)
            .withColumn("best", best());
    Column reasonCode = RowReasons.code();
    return matched
        .withColumn("reason_code", reasonCode)
        .withColumn("reason", RowReasons.text())
        .withColumn("unit_id", when(col("reason_code").isNull(), element_at(col("best"), lit(1))))
        .drop(
            "alias",
            "candidates",
            "in_year",
            "best",
            "defect",
            "unit_text",
            "year_text",
            "division",
            "division_year");
  }

  /** The units of the year that the name means: of the lowest rank, each once. */
  private static Column best() {
    Column lowest = element_at(col("in_year"), lit(1)).getField("rank");
    Column chosen = filter(col("in_year"), c -> c.getField("rank").equalTo(lowest));
    return array_distinct(transform(chosen, c -> c.getField("unit_id")));
  }

  private static Dataset<Row> rowsOf(SourceSpec source, Inputs inputs) {
    Dataset<Row> rows = BronzeTables.current(source, inputs.lake());
    Column cells = col("cells");
    Column entries =
        source
            .longColumns()
            .map(
                l ->
                    array(
                        entry(
                            element_at(cells, lit(l.indicatorColumn())),
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
        trim(element_at(cells, lit(source.unitColumn()))).as("unit_text"),
        trim(element_at(cells, lit(source.yearColumn()))).as("year_text"),
        entries.as("entries"),
        lit(source.nullMarks().toArray(String[]::new)).as("null_marks"));
  }

  private static Column year(Column text) {
    Column year = when(text.rlike("^\\d{4}$"), text.try_cast("int"));
    return when(year.between(1900, 2200), year);
  }

  private static Column entry(Column label, Column text) {
    return struct(label.as("key"), text.as("value"));
  }

  /** One row for the whole, and one a cell of a sound row that is mapped and not empty. */
  private Dataset<Row> valued(Inputs inputs, Dataset<Row> rows) {
    Dataset<Row> mapping = inputs.spark().createDataFrame(mappings(), MAPPING);
    Column whole = array(entry(lit(""), lit(null).cast("string")));
    Column isWhole = col("column_label").equalTo("");
    Column isGiven = not(array_contains(col("null_marks"), col("value_text")));
    return rows.select(
            col("source_id"),
            col("precedence"),
            col("source_file"),
            col("row_number"),
        col("row_hash"),
            col("unit_id"),
            col("year"),
            col("reason_code").as("row_code"),
            col("reason").as("row_reason"),
            col("null_marks"),
            explode(
                    when(col("reason_code").isNull(), concat(whole, col("entries")))
                        .otherwise(whole))
                .as("entry"))
        .withColumn("column_label", col("entry.key"))
        .withColumn("value_text", trim(col("entry.value")))
        .join(
            broadcast(mapping),
            CollectionConverters.asScala(List.of("source_id", "column_label")).toSeq(),
            "left")
        .where(isWhole.or(col("indicator_code").isNotNull().and(isGiven)))
        .withColumn("number", Finite.orNull(NumberText.parse(col("value_text"))))
        .withColumn("value", col("number").multiply(col("times")).divide(col("over")))
        .drop("number", "times", "over", "null_marks", "entry");
  }

  /**
   * A cell given twice with one value counts once; given twice with different values it does not
   * count at all.
   */
  private static Dataset<Row> withDuplicates(Dataset<Row> cells) {
    WindowSpec cell = Window.partitionBy("unit_id", "year", "indicator_code");
    WindowSpec same = Window.partitionBy("unit_id", "year", "indicator_code", "source_id");
    WindowSpec inOrder = same.orderBy(col("value").isNull(), col("source_file"), col("row_number"));
    Dataset<Row> counted =
        cells
            .repartition(col("unit_id"))
            .withColumn("copy", row_number().over(inOrder))
            .withColumn("copies", count(col("value")).over(same))
            .withColumn("lowest", min(col("value")).over(same))
            .withColumn("highest", max(col("value")).over(same));
    Column conflict = col("copies").gt(1).and(col("lowest").notEqual(col("highest")));
    Column code =
        when(col("column_label").equalTo(""), col("row_code"))
            .when(col("value").isNull(), "NOT_A_NUMBER")
            .when(conflict, "CONFLICTING_DUPLICATE")
            .when(col("copies").gt(1).and(col("copy").gt(1)), "DUPLICATE");
    Column reason =
        when(col("column_label").equalTo(""), col("row_reason"))
            .when(
                col("reason_code").equalTo("NOT_A_NUMBER"),
                concat(lit("'"), col("value_text"), lit("' is not a number")))
            .when(
                col("reason_code").equalTo("CONFLICTING_DUPLICATE"),
                concat(
                    lit("the source gives "),
                    col("copies"),
                    lit(" values for this unit, year and indicator, from "),
                    col("lowest"),
                    lit(" to "),
                    col("highest"),
                    lit("; none is taken")))
            .when(
                col("reason_code").equalTo("DUPLICATE"),
                lit("the same value for this unit, year and indicator came before"));
    Column rank =
        when(
            col("reason_code").isNull().and(col("indicator_code").isNotNull()),
            struct(col("precedence"), col("source_id")));
    return counted
        .withColumn("reason_code", code)
        .withColumn("is_preferred", coalesce(rank.equalTo(min(rank).over(cell)), lit(false)))
        .withColumn("reason", reason)
        .drop(
            "copies", "lowest", "highest", "copy", "number", "times", "over", "null_marks", "text");
  }

  private List<Row> mappings() {
    List<Row> rows = new ArrayList<>();
    for (SourceSpec source : sources) {
      source.mappings().forEach((label, m) -> rows.add(mapping(source, label, m)));
    }
    return rows;
  }

  /** One of the two factors is 1, so that a whole ratio in either direction adds no rounding. */
  private Row mapping(SourceSpec source, String label, SourceSpec.Mapping mapping) {
    double from = measures.get(mapping.unitOfMeasure()).factor();
    double to = measures.get(indicators.get(mapping.indicator()).unitOfMeasure()).factor();
    return RowFactory.create(
        source.id(),
        label,
        mapping.indicator(),
        from > to ? from / to : 1.0,
        from > to ? 1.0 : to / from);
  }
}
