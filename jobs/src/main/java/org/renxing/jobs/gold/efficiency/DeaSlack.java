package org.renxing.jobs.gold.efficiency;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dea.Score;
import org.renxing.dea.Scored;
import org.renxing.efficiency.Answer;
import org.renxing.efficiency.DeaSpecification;
import org.renxing.efficiency.Plan;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.dea_slack_unit_year: slacks and targets of each system in a DEA score. */
public final class DeaSlack extends DeaTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        shape("dea_slack_unit_year", "One row an input or output of a DEA score")
            .key("variable", Type.STRING, "System that is an input or output")
            .required("role", Type.STRING, "", "input or output")
            .required("value", Type.DOUBLE, "0-1", "Score of the system")
            .required(
                "slack",
                Type.DOUBLE,
                "0-1",
                "What is left over of an input, or short of an output, once the unit is projected")
            .optional(
                "slack_share", Type.DOUBLE, "share", "slack over value; null for a value of 0")
            .required("target", Type.DOUBLE, "0-1", "What the peers use or reach")
            .required(
                "multiplier", Type.DOUBLE, "", "Price at the optimum; need not be the only one")
            .check("slacks are 0 or more", "slack >= 0")
            .check("targets are 0 or more", "target >= 0"));
  }

  @Override
  AnswerRows ofAnswer() {
    return DeaSlack::rows;
  }

  private static List<Row> rows(
      Plan plan, DeaSpecification programme, Answer answer, List<Object> key) {
    List<Row> out = new ArrayList<>();
    answer
        .score()
        .flatMap(Score::scored)
        .map(Scored::projection)
        .ifPresent(
            projection -> {
              for (int i = 0; i < programme.inputs().size(); i++) {
                String system = programme.inputs().get(i);
                out.add(
                    row(
                        key,
                        system,
                        "input",
                        plan.score(answer.unit(), system),
                        projection.inputSlack(i),
                        projection.inputTarget(i),
                        projection.inputMultiplier(i)));
              }
              for (int r = 0; r < programme.outputs().size(); r++) {
                String system = programme.outputs().get(r);
                out.add(
                    row(
                        key,
                        system,
                        "output",
                        plan.score(answer.unit(), system),
                        projection.outputSlack(r),
                        projection.outputTarget(r),
                        projection.outputMultiplier(r)));
              }
            });
    return out;
  }

  private static Row row(
      List<Object> key,
      String system,
      String role,
      double value,
      double slack,
      double target,
      double multiplier) {
    List<Object> out = new ArrayList<>(key);
    out.add(system);
    out.add(role);
    out.add(value);
    out.add(slack);
    out.add(value == 0 ? null : slack / value);
    out.add(target);
    out.add(multiplier);
    return RowFactory.create(out.toArray());
  }
}
