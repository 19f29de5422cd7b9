package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/** Tidy observations of base indicators, from all sources. */
public final class Observation extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("observation");

  /** Stands for the file and column of values that were computed from finer observations. */
  public static final String COMPUTED = "(computed)";

  private static final String CONTENT = "content of ";
  private static final String VINTAGES = "vintages of ";

  private final List<DerivedObservations> derived;

  /**
   * The observations of these sources.
   *
   * @param derived values that are computed from finer observations; they count where no source
   *     gives the same cell
   */
  public Observation(
      List<SourceSpec> sources,
      Settings settings,
      Corrections corrections,
      List<DerivedObservations> derived) {
    super(sources, settings, corrections);
    this.derived = List.copyOf(derived);
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>(super.inputs());
    derived.forEach(d -> out.addAll(d.inputs()));
    return out;
  }

  @Override
  public String configuration(String part) {
    return super.configuration(part)
        + derived.stream().map(DerivedObservations::configuration).toList();
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a unit, year, base indicator, source and vintage")
        .key("unit_id", Type.STRING, "Unit")
        .key("year", Type.INT, "Year")
        .key("indicator_code", Type.STRING, "Base indicator")
        .key("source_id", Type.STRING, "Source")
        .key(
            "vintage",
            Type.STRING,
            "Day of publication as 2020-12-31; empty for sources without vintages")
        .required("value", Type.DOUBLE, "", "Value in the unit of measure of the base indicator")
        .optional(
            "value_as_received",
            Type.DOUBLE,
            "",
            "The same before a correction, in the same unit; null where it was no number")
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
        .required(
            "is_corrected",
            Type.BOOLEAN,
            "",
            "Whether a reviewed correction changed it; see silver.correction")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public boolean isCheapToRepeat() {
    return true;
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> received =
        reception()
            .cells(inputs)
            .where(col("reason_code").isNull().and(col("column_label").notEqual("")));
    Dataset<Row> out = received;
    for (DerivedObservations computed : derived) {
      out = out.unionByName(computed(computed.rows(inputs).plan(inputs.spark()), received), true);
    }
    return out;
  }

  /** Computed values in the form of received ones; they come last of all sources. */
  private static Dataset<Row> computed(Dataset<Row> values, Dataset<Row> received) {
    Dataset<Row> given =
        received
            .where(col("is_preferred"))
            .select(col("unit_id"), col("year"), col("indicator_code"), lit(true).as("is_given"));
    return values
        .join(
            given,
            CollectionConverters.asScala(List.of("unit_id", "year", "indicator_code")).toSeq(),
            "left")
        .select(
            col("unit_id"),
            col("year"),
            col("indicator_code"),
            col("source_id"),
            lit("").as("vintage"),
            col("value"),
            col("value").as("value_as_received"),
            col("value").cast("string").as("value_text"),
            lit(COMPUTED).as("column_label"),
            lit(Integer.MAX_VALUE).as("precedence"),
            col("is_given").isNull().as("is_preferred"),
            lit(COMPUTED).as("source_file"),
            lit(0L).as("row_number"),
            lit(false).as("is_corrected"));
  }

  /**
   * Hashes of each indicator's values, so that scenarios see what concerns them: of those that
   * count, and of all for scenarios that look back to an earlier vintage.
   */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Column row =
        xxhash64(col("unit_id"), col("year"), col("value"), col("source_id"), col("is_corrected"))
            .cast("decimal(20,0)");
    Column every = xxhash64(row, col("precedence"), col("vintage")).cast("decimal(20,0)");
    Map<String, String> out = new TreeMap<>();
    build(TableState.WHOLE, inputs)
        .groupBy("indicator_code")
        .agg(sum(when(col("is_preferred"), row)).cast("string"), sum(every).cast("string"))
        .collectAsList()
        .forEach(
            r -> {
              out.put(CONTENT + r.getString(0), String.valueOf(r.get(1)));
              out.put(VINTAGES + r.getString(0), r.getString(2));
            });
    return out;
  }

  /**
   * The content of some base indicators; of all where a write was cut short before its notes.
   *
   * @param isLookingBack whether values that do not count now matter as well
   */
  public static String contentOf(
      TableState state, Collection<String> codes, boolean isLookingBack) {
    if (state.notes().keySet().stream().noneMatch(key -> key.startsWith(CONTENT))) {
      return state.contentOf(TableState.WHOLE);
    }
    String kind = isLookingBack ? VINTAGES : CONTENT;
    SortedMap<String, String> contents = new TreeMap<>();
    codes.forEach(code -> contents.put(code, state.notes().getOrDefault(kind + code, "none")));
    return contents.toString();
  }
}
