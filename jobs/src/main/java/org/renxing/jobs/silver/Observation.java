package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

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

/** Tidy observations of base indicators, from all sources. */
public final class Observation extends ReceptionTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("observation");

  private static final String CONTENT = "content of ";

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
  public boolean isCheapToRepeat() {
    return true;
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    return reception()
        .cells(inputs)
        .where(col("reason_code").isNull().and(col("column_label").notEqual("")))
        .withColumn("flag", lit(null).cast("string"));
  }

  /**
   * A hash of the values that count of each indicator, so that scenarios see what concerns them.
   */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Column row =
        xxhash64(col("unit_id"), col("year"), col("value"), col("source_id"), col("precedence"));
    Map<String, String> out = new TreeMap<>();
    reception()
        .cells(inputs)
        .where(col("is_preferred"))
        .groupBy("indicator_code")
        .agg(sum(row.cast("decimal(20,0)")).cast("string"))
        .collectAsList()
        .forEach(r -> out.put(CONTENT + r.getString(0), r.getString(1)));
    return out;
  }

  /** The content of some base indicators; of all where a write was cut short before its notes. */
  public static String contentOf(TableState state, Collection<String> codes) {
    if (state.notes().keySet().stream().noneMatch(key -> key.startsWith(CONTENT))) {
      return state.contentOf(TableState.WHOLE);
    }
    SortedMap<String, String> contents = new TreeMap<>();
    codes.forEach(code -> contents.put(code, state.notes().getOrDefault(CONTENT + code, "none")));
    return contents.toString();
  }
}
