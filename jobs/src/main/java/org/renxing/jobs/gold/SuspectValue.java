package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.bool_or;
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
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.QualityPolicy;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.quality.Suspects;
import org.renxing.run.Inputs;
import org.renxing.run.PlannedTask;

/**
 * gold.suspect_value: figures of sources that look wrong. It is about sources, so it is made once,
 * not by scenario.
 */
public final class SuspectValue implements PlannedTask {
  /** The table. */
  public static final TableName TABLE = TableName.gold("suspect_value");

  private static final String CONTENT = "suspects of ";

  private final QualityPolicy policy;

  public SuspectValue(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a figure of a source that looks wrong, and in what way")
        .key("source_id", Type.STRING, "Source")
        .with(GoldTable::unitYear)
        .key("indicator_code", Type.STRING, "Base indicator")
        .required("value", Type.DOUBLE, "", "Value in the unit of measure of the base indicator")
        .key(
            "kind",
            Type.STRING,
            "spike, level-break, power-of-ten, row-shift, column-swap, scope, identity, range,"
                + " repeated, copied, shared or peer-level")
        .optional("expected_lower", Type.DOUBLE, "", "Least value to be expected; null = not known")
        .optional(
            "expected_upper", Type.DOUBLE, "", "Largest value to be expected; null = not known")
        .required("confidence", Type.DOUBLE, "0-1", "How sure; see docs/methods/quality.md")
        .required("evidence", Type.STRING, "", "The figures that were compared")
        .required(
            "level",
            Type.STRING,
            "",
            "warn; quarantine = counts in no scenario; fail = ends the run")
        .required("run_id", Type.STRING, "", "Run that made the row; see ops.run")
        .check("no suspect is of level fail", "level <> 'fail'")
        .build();
  }

  @Override
  public List<TableName> inputs() {
    return List.of(Observation.TABLE, DimUnit.TABLE, UnitLineage.TABLE);
  }

  @Override
  public String configuration(String part) {
    return policy.toString();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    if (!policy.isEnabled()) {
      return inputs.spark().createDataFrame(List.of(), TableShape.of(spec()));
    }
    Dataset<Row> cells =
        inputs
            .read(Observation.TABLE)
            .where(col("is_preferred"))
            .select("unit_id", "year", "indicator_code", "value", "source_id");
    return Units.named(new Suspects(policy, UnitBoundaries.moves(inputs)).of(cells), inputs);
  }

  /** A hash of the suspects of each indicator, so that scenarios see what concerns them. */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Column row = xxhash64(col("unit_id"), col("year"), col("kind"), col("level"));
    Map<String, String> out = new TreeMap<>();
    inputs
        .read(TABLE)
        .groupBy("indicator_code")
        .agg(sum(row.cast("decimal(20,0)")).cast("string"))
        .collectAsList()
        .forEach(r -> out.put(CONTENT + r.getString(0), r.getString(1)));
    return out;
  }

  /** The suspects of some base indicators. */
  static String contentOf(TableState state, Collection<String> codes) {
    SortedMap<String, String> contents = new TreeMap<>();
    codes.forEach(code -> contents.put(code, state.notes().getOrDefault(CONTENT + code, "none")));
    return contents.toString();
  }

  /**
   * The cells with suspects: unit_id, year, indicator_code, is_doubtful (true) and is_set_aside,
   * whether one of them is of level quarantine.
   */
  static Dataset<Row> cells(Inputs inputs) {
    return inputs
        .read(TABLE)
        .groupBy("unit_id", "year", "indicator_code")
        .agg(bool_or(col("level").equalTo("quarantine")).as("is_set_aside"))
        .withColumn("is_doubtful", lit(true));
  }
}
