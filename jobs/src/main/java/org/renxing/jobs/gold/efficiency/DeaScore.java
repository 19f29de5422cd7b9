package org.renxing.jobs.gold.efficiency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dea.Measure;
import org.renxing.dea.Reason;
import org.renxing.dea.Score;
import org.renxing.dea.Scored;
import org.renxing.efficiency.Answer;
import org.renxing.efficiency.DeaSpecification;
import org.renxing.efficiency.Plan;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/** gold.dea_score_unit_year: coordination of a unit's systems by data envelopment analysis. */
public final class DeaScore extends DeaTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("dea_score_unit_year");

  private static final String RETURNS = "At its place: constant, increasing, decreasing";

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        shape(TABLE.name(), "One row a model, system that stands alone, unit and year")
            .required("scheme", Type.STRING, "", "Weight scheme whose system scores are read")
            .required(
                "measure",
                Type.STRING,
                "",
                "theta, phi, super_theta, super_phi, or rho, the slacks-based measure")
            .optional(
                "theta",
                Type.DOUBLE,
                "",
                "Efficiency: theta, 1/phi or rho by measure; at most 1 but for super_ measures;"
                    + " null without a score")
            .optional("phi", Type.DOUBLE, "", "phi, where that is the measure")
            .optional("slack_sum", Type.DOUBLE, "", "Largest sum of all slacks at that efficiency")
            .optional(
                "theta_minus_eps_slack",
                Type.DOUBLE,
                "",
                "theta - epsilon slack_sum; null where the measure is no theta or slacks outweigh"
                    + " it")
            .optional("is_strongly_efficient", Type.BOOLEAN, "", "On the frontier, without slack")
            .optional("is_weakly_efficient", Type.BOOLEAN, "", "On the frontier")
            .optional(
                "scale_efficiency",
                Type.DOUBLE,
                "0-1",
                "Efficiency under constant over that under variable returns; radial measures only")
            .optional("returns_to_scale", Type.STRING, "", RETURNS)
            .optional(
                "certificate_error",
                Type.DOUBLE,
                "",
                "Largest relative error of the proof of optimality")
            .required(
                "status",
                Type.STRING,
                "",
                "OK, INFEASIBLE, UNBOUNDED, UNCERTIFIED, or MISSING: a score was missing, and the"
                    + " unit is in no reference set")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why: ZERO_OUTPUT, ZERO_INPUT, OUTPUTS_OUT_OF_REACH, INPUTS_TOO_SMALL,"
                    + " EMPTY_REFERENCE, OUTSIDE_TECHNOLOGY, NO_CERTIFICATE, MISSING_SCORE,"
                    + " MISSING_GROUP")
            .check(
                "an efficiency is given just where the status is OK",
                "(status = 'OK') = (theta IS NOT NULL)")
            .check("what has no score has a reason", "status = 'OK' OR reason IS NOT NULL")
            .check("theta is 0 or more", "theta >= 0")
            .check("theta is at most 1", "measure LIKE 'super%' OR theta <= 1")
            .check("slacks are 0 or more", "slack_sum >= 0")
            .check("scale efficiency is at most 1", "scale_efficiency BETWEEN 0 AND 1 + 1e-9"));
  }

  @Override
  AnswerRows ofAnswer() {
    return DeaScore::rows;
  }

  private static List<Row> rows(
      Plan plan, DeaSpecification programme, Answer answer, List<Object> key) {
    List<Object> out = new ArrayList<>(key);
    out.add(programme.model().scheme());
    out.add(word(programme.measure()));
    Optional<Scored> scored = answer.score().flatMap(Score::scored);
    if (scored.isPresent()) {
      add(scored.get(), programme.model().epsilon(), out);
    } else {
      out.addAll(Collections.nCopies(6, null));
    }
    out.add(Cells.number(answer.scaleEfficiency()));
    out.add(answer.region().map(DeaTable::word).orElse(null));
    out.add(scored.map(Scored::certificateError).orElse(null));
    out.add(answer.score().map(score -> score.status().name()).orElse("MISSING"));
    out.add(Cells.text(answer.score().map(DeaScore::reason).orElse(answer.missing())));
    return List.of(RowFactory.create(out.toArray()));
  }

  private static void add(Scored scored, double epsilon, List<Object> out) {
    boolean isPhi = scored.measure() == Measure.PHI || scored.measure() == Measure.SUPER_PHI;
    double number = scored.number();
    out.add(isPhi ? 1 / number : number);
    out.add(isPhi ? number : null);
    out.add(scored.slackSum());
    out.add(orNull(scored.thetaMinusEpsilonSlack(epsilon)));
    out.add(scored.isStronglyEfficient());
    out.add(scored.isWeaklyEfficient());
  }

  private static String reason(Score score) {
    return score.reason() == Reason.NONE ? "" : score.reason().name();
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
