package org.renxing.jobs.gold.inequality;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** A table of the inequality of a scenario's scores, which is computed once for all of these. */
abstract class InequalityTable implements GoldTable {
  static final String REASONS = "NEGATIVE_VALUE, MEAN_ZERO, ZERO_VALUE";

  private static final Need<Records<InequalityRows>> FOUND =
      Need.of(
          "inequality",
          List.of(Measures.PANELS),
          Scenario::groupings,
          (scenario, given) -> {
            List<String> groupings = scenario.groupings();
            return given
                .get(Measures.PANELS)
                .flatMap(panel -> InequalityRows.of(panel, groupings).iterator())
                .kept();
          });

  private final Records.Each<InequalityRows, Row> each;

  /**
   * A table of one kind of rows.
   *
   * @param each those that the table shows
   */
  InequalityTable(Records.Each<InequalityRows, Row> each) {
    this.each = each;
  }

  /** Starts a shape with the columns that say what is compared. */
  static TableSpec.Builder shape(String name, String grain) {
    return GoldTable.shape(name, grain)
        .key("measure", Type.STRING, Measures.COMMENT)
        .key(
            "grouping", Type.STRING, "Column of dim_unit that groups; all: every unit in one group")
        .key("year", Type.INT, "Year");
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(FOUND);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.INEQUALITY);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(FOUND));
  }

  TableRows rows(Records<InequalityRows> found) {
    return found.rows(columns(), each);
  }
}
