package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.cell.DecimalMark;
import org.renxing.column.Finite;
import org.renxing.column.NumberText;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.UnitOfMeasure;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What came in, judged: one row a cell of a source with its unit, year, indicator and value in the
 * indicator's own unit of measure, or with the reason why not; and one row a source row, with an
 * empty column_label, the text of its unit as value_text and, where the row cannot be placed, the
 * reason. Nothing is dropped but empty cells.
 *
 * <p>Columns: source_id, source_file, row_number, row_hash, column_label, value_text, unit_id,
 * year, vintage, indicator_code, value, value_as_received (before a correction), is_corrected,
 * precedence, reason_code (null for a sound cell), reason, is_preferred (of several sources and
 * vintages, the one that counts), preferred (which one counts, for cells with rivals).
 */
final class Reception {
  private static final String PER_CENT = "%";
  private static final StructType MAPPING =
      new StructType()
          .add("source_id", DataTypes.StringType)
          .add("column_label", DataTypes.StringType)
          .add("indicator_code", DataTypes.StringType)
          .add("times", DataTypes.DoubleType)
          .add("over", DataTypes.DoubleType)
          .add("per_cents", DataTypes.DoubleType);

  private final List<SourceSpec> sources;
  private final Map<String, BaseIndicator> indicators;
  private final Map<String, UnitOfMeasure> measures;
  private final Corrections corrections;

  Reception(List<SourceSpec> sources, Settings settings, Corrections corrections) {
    this.corrections = corrections;
    this.sources = sources;
    this.indicators = settings.baseIndicators();
    this.measures = settings.unitsOfMeasure();
  }

  /** The judged cells of all sources, shared by the steps that store them. */
  Dataset<Row> cells(Inputs inputs) {
    return inputs.shared("reception", () -> judge(inputs));
  }

  private Dataset<Row> judge(Inputs inputs) {
    Dataset<Row> cells = valued(inputs, new Placement(sources).of(inputs));
    return new Contest(sources).judge(corrections.applied(cells, inputs.spark()));
  }

  /** One row for the whole, and one a cell of a sound row that is mapped and not empty. */
  private Dataset<Row> valued(Inputs inputs, Dataset<Row> rows) {
    Dataset<Row> mapping = inputs.spark().createDataFrame(mappings(), MAPPING);
    Column whole = array(Placement.entry(lit(""), col("unit_text")));
    Column isWhole = col("column_label").equalTo("");
    Column text = col("value_text");
    Column mark = col("decimal_mark");
    Column isFaulty = not(isWhole).and(col("number").isNull());
    Column isOtherMark =
        isFaulty.and(NumberText.fault(text, mark).equalTo(DecimalMark.Fault.OTHER_MARK.name()));
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
            col("row_copies"),
            col("vintage"),
            col("null_marks"),
            col("decimal_mark"),
            explode(
                    when(col("reason_code").isNull(), concat(whole, col("entries")))
                        .otherwise(whole))
                .as("entry"))
        .withColumn("column_label", col("entry.key"))
        .withColumn("value_text", NumberText.stripped(col("entry.value")))
        .join(
            broadcast(mapping),
            CollectionConverters.asScala(List.of("source_id", "column_label")).toSeq(),
            "left")
        .where(isWhole.or(col("indicator_code").isNotNull().and(isGiven)))
        .withColumn("number", NumberText.parse(text, mark, col("per_cents")))
        .withColumn(
            "value", Finite.orNull(col("number").multiply(col("times")).divide(col("over"))))
        .withColumn(
            "fault_code",
            when(isOtherMark, Contest.DECIMAL_MARK).when(isFaulty, Contest.NOT_A_NUMBER))
        .withColumn(
            "fault",
            when(isFaulty, NumberText.inWords(text, mark))
                .when(
                    not(isWhole).and(col("value").isNull()),
                    "is too large for a double in the unit of its indicator"))
        .drop("number", "times", "over", "per_cents", "null_marks", "decimal_mark", "entry");
  }

  private List<Row> mappings() {
    List<Row> rows = new ArrayList<>();
    for (SourceSpec source : sources) {
      source.mappings().forEach((label, m) -> rows.add(mapping(source, label, m)));
    }
    return rows;
  }

  /**
   * How many per cent are one of the unit: of per cent itself and of a plain share; null for other
   * units, per mille among them, in whose columns a percentage is a mistake.
   */
  private Double perCents(String unit) {
    UnitOfMeasure perCent = measures.get(PER_CENT);
    UnitOfMeasure own = measures.get(unit);
    boolean isShare = perCent != null && perCent.dimension().equals(own.dimension());
    boolean isTold = isShare && (own.factor() == perCent.factor() || own.factor() == 1);
    return isTold ? (Double) (own.factor() / perCent.factor()) : null;
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
        from > to ? 1.0 : to / from,
        perCents(mapping.unitOfMeasure()));
  }
}
