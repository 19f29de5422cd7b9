package org.renxing.index.efficiency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.dea.Measure;
import org.renxing.dea.Observations;
import org.renxing.dea.Projection;
import org.renxing.dea.Reason;
import org.renxing.dea.ScaleScore;
import org.renxing.dea.Score;
import org.renxing.dea.Scored;
import org.renxing.model.DeaModel;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The row of one programme and unit-year: its score, with slacks and peers within. */
final class ScoreRow {
  /** See the tables of gold for what the columns mean. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "model string, scheme string, measure string, returns string, orientation string, "
              + "reference string, output_system string, unit_id string, year int, "
              + "theta double, phi double, slack_sum double, theta_minus_eps_slack double, "
              + "is_strongly_efficient boolean, is_weakly_efficient boolean, "
              + "scale_efficiency double, returns_to_scale string, certificate_error double, "
              + "status string, reason string, "
              + "slacks array<struct<variable:string,role:string,value:double,slack:double,"
              + "slack_share:double,target:double,multiplier:double>>, "
              + "peers array<struct<peer_unit_id:string,peer_year:int,lambda:double>>");

  private final Programme programme;
  private final UnitYear unit;

  ScoreRow(Programme programme, UnitYear unit) {
    this.programme = programme;
    this.unit = unit;
  }

  /** No score, for a reason that the engine never sees. */
  Row missing(String reason) {
    List<Object> out = begun();
    addEmpty(out, 9);
    out.addAll(List.of("MISSING", reason, seq(List.of()), seq(List.of())));
    return RowFactory.create(out.toArray());
  }

  /** What the engine says. */
  Row of(Score score, Observations own, Optional<ScaleScore> scale) {
    List<Object> out = begun();
    Optional<Scored> scored = score.scored();
    if (scored.isPresent()) {
      addScore(out, scored.get());
    } else {
      addEmpty(out, 6);
    }
    out.add(orNull(scale.map(ScaleScore::efficiency).orElse(OptionalDouble.empty())));
    out.add(scale.flatMap(ScaleScore::region).map(ScoreRow::word).orElse(null));
    out.add(scored.map(Scored::certificateError).orElse(null));
    out.add(score.status().name());
    out.add(score.reason() == Reason.NONE ? null : score.reason().name());
    out.add(seq(scored.map(s -> slacks(s.projection(), own)).orElse(List.of())));
    out.add(seq(scored.map(s -> peers(s.projection())).orElse(List.of())));
    return RowFactory.create(out.toArray());
  }

  private List<Object> begun() {
    DeaModel model = programme.model();
    boolean isOriented = model.kind() != DeaModel.Kind.SBM;
    return new ArrayList<>(
        List.of(
            model.id(),
            model.scheme(),
            word(programme.measure()),
            word(model.returns()),
            isOriented ? word(model.orientation()) : "none",
            model.reference().text(),
            programme.alone(),
            unit.unitId,
            unit.year));
  }

  private void addScore(List<Object> out, Scored scored) {
    boolean isPhi = scored.measure() == Measure.PHI || scored.measure() == Measure.SUPER_PHI;
    double number = scored.number();
    out.add(isPhi ? 1 / number : number);
    out.add(isPhi ? number : null);
    out.add(scored.slackSum());
    out.add(orNull(scored.thetaMinusEpsilonSlack(programme.model().epsilon())));
    out.add(scored.isStronglyEfficient());
    out.add(scored.isWeaklyEfficient());
  }

  private List<Row> slacks(Projection projection, Observations own) {
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < programme.inputs().size(); i++) {
      out.add(
          variable(
              programme.inputs().get(i),
              "input",
              own.input(0, i),
              projection.inputSlack(i),
              projection.inputTarget(i),
              projection.inputMultiplier(i)));
    }
    for (int r = 0; r < programme.outputs().size(); r++) {
      out.add(
          variable(
              programme.outputs().get(r),
              "output",
              own.output(0, r),
              projection.outputSlack(r),
              projection.outputTarget(r),
              projection.outputMultiplier(r)));
    }
    return out;
  }

  private static Row variable(
      String system, String role, double value, double slack, double target, double multiplier) {
    return RowFactory.create(
        system, role, value, slack, value == 0 ? null : slack / value, target, multiplier);
  }

  private static List<Row> peers(Projection projection) {
    return projection.peers().stream()
        .map(
            peer ->
                RowFactory.create(
                    peer.unit().id(), Integer.valueOf(peer.unit().period()), peer.lambda()))
        .toList();
  }

  private static void addEmpty(List<Object> out, int count) {
    for (int i = 0; i < count; i++) {
      out.add(null);
    }
  }

  private static Seq<Row> seq(List<Row> rows) {
    return CollectionConverters.asScala(rows).toSeq();
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
