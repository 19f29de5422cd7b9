package org.renxing.jobs.gold;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.inequality.InequalityStage;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** Inequality of a scenario's scores, computed once for the tables that show it. */
final class InequalityAnswers {
  static final List<TableName> INPUTS =
      Stream.concat(Measures.INPUTS.stream(), Stream.of(DimUnit.TABLE)).toList();

  static final String REASONS = "NEGATIVE_VALUE, MEAN_ZERO, ZERO_VALUE";

  private InequalityAnswers() {}

  static boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.INEQUALITY);
  }

  /** What of a scenario the answers depend on, besides the rows of the inputs. */
  static Object configuration(Scenario scenario) {
    return List.of(scenario.groupings(), Measures.configuration(scenario));
  }

  /** See {@link InequalityStage#compare}; kept while the run lasts. */
  static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        "inequality " + scenario.id(),
        () ->
            InequalityStage.byYear(
                Measures.of(scenario, inputs), Units.newest(inputs), scenario.groupings()));
  }

  /** Starts a shape with the columns that say what is compared. */
  static TableSpec.Builder shape(String name, String grain) {
    return GoldTable.shape(name, grain)
        .key("measure", Type.STRING, Measures.COMMENT)
        .key(
            "grouping", Type.STRING, "Column of dim_unit that groups; all: every unit in one group")
        .key("year", Type.INT, "Year");
  }
}
