package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.inequality_pair_year: inequality between each two groups. */
public final class InequalityPairYear implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        InequalityAnswers.shape(
                "inequality_pair_year", "One row a measure, grouping, pair of groups and year")
            .key("group_a", Type.STRING, "Group, by name before the other")
            .key("group_b", Type.STRING, "The other group")
            .optional(
                "higher_group",
                Type.STRING,
                "",
                "Which has the larger mean: j of d_jh; null where means are alike")
            .optional("gini_between", Type.DOUBLE, "0-1", "Gini index between the two, G_jh")
            .required(
                "d_jh",
                Type.DOUBLE,
                "",
                "Mean of the excess of values of j over those of h, E[(y_j - y_h)+]")
            .required("p_jh", Type.DOUBLE, "", "The same of h over j")
            .required(
                "relative_affluence",
                Type.DOUBLE,
                "0-1",
                "D_jh = (d_jh - p_jh) / (d_jh + p_jh): 1 without overlap; 0 for 0/0")
            .optional("between", Type.DOUBLE, "0-1", "The pair's part of G_nb")
            .optional("transvariation", Type.DOUBLE, "0-1", "The pair's part of G_t")
            .optional("reason", Type.STRING, "", "Why a figure is null: NEGATIVE_VALUE, MEAN_ZERO")
            .check("a pair is of two groups", "group_a <> group_b")
            .check("j is the group with the larger mean", "d_jh >= p_jh AND p_jh >= 0")
            .check(
                "a missing gini has a reason", "gini_between IS NOT NULL OR reason IS NOT NULL"));
  }

  @Override
  public List<TableName> inputs() {
    return InequalityAnswers.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return InequalityAnswers.appliesTo(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return InequalityAnswers.configuration(scenario);
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return rows(InequalityAnswers.of(scenario, inputs));
  }

  /** Those of the answers. */
  static Dataset<Row> rows(Dataset<Row> answers) {
    return answers.select(col("measure"), col("grouping"), col("year"), inline(col("pairs")));
  }
}
