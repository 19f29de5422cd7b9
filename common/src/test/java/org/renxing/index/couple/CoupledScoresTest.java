package org.renxing.index.couple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.coupling.ScoreScale;
import org.renxing.model.Coupling;
import org.renxing.model.Coupling.Variant;
import org.renxing.testing.Frames;

/** The coupling of frames of scores. */
class CoupledScoresTest {
  private static final String SCORES =
      "scheme string, system string, unit_id string, year int, score double";

  private static Coupling coupling(Variant variant) {
    return new Coupling("pair", "x", List.of("s1", "s2"), List.of(0.5, 0.5), variant);
  }

  private static List<Row> unit(String id, Double first, Double second) {
    return List.of(row("x", "s1", id, 2020, first), row("x", "s2", id, 2020, second));
  }

  /** Outside 0 to 1 by more than rounding: no C, T or D, in both forms. */
  @Test
  void scoresOutsideTheirScaleAreToldFromRounding() {
    Double[] outside = {-0.01, 1.2, -1e-8, 1 + 1e-8, 1e308, Double.NaN, Double.POSITIVE_INFINITY};
    Double[] rounded = {-1e-13, 1 + 1e-13, -0.0, Math.nextUp(1.0), 1 + 9e-10};
    for (Variant variant : Variant.values()) {
      List<Row> all = new ArrayList<>();
      for (Double score : outside) {
        all.addAll(unit("bad " + score, score, 0.5));
      }
      // what lies outside goes before what is missing
      all.addAll(unit("bad beside none", 1.2, null));
      for (Double score : rounded) {
        all.addAll(unit("fine " + score, score, 1.0));
      }
      Map<String, Row> rows =
          Frames.by(
              new CouplingCoordination(coupling(variant), 1).of(Frames.of(SCORES, all)), "unit_id");
      assertThat(rows).hasSize(outside.length + rounded.length + 1);
      rows.forEach(
          (id, row) -> {
            boolean isBad = id.startsWith("bad");
            assertThat(row.<String>getAs("reason")).as(id).isEqualTo(isBad ? "OUT_OF_RANGE" : null);
            assertThat(row.<Double>getAs("t") == null).as(id).isEqualTo(isBad);
            if (!isBad) {
              // as if the score were 0 or 1 exactly
              double one = id.contains("-") && !id.contains("E-10") ? 0 : 1;
              assertThat(row.<Double>getAs("d")).as(id).isEqualTo(one);
              assertThat(row.<String>getAs("coordination_level")).as(id).isNotNull();
            }
          });
    }
  }

  @Test
  void cellsOutsideAreNamed() {
    List<Row> rows = new ArrayList<>(unit("b", 0.2, 101.0));
    rows.addAll(unit("a", -3.0, Double.NaN));
    rows.addAll(unit("c", 100.0, 0.0));
    rows.add(row("other scheme", "s1", "c", 2020, 500.0));
    rows.add(row("x", "other system", "c", 2020, 500.0));
    CouplingCoordination percent = new CouplingCoordination(coupling(Variant.STANDARD), 100);
    assertThat(percent.outside(Frames.of(SCORES, rows), 9))
        .extracting(r -> r.getString(1) + " " + r.getInt(2) + " " + r.getString(0))
        .containsExactly("a 2020 s1", "a 2020 s2", "b 2020 s2");
    assertThat(percent.outside(Frames.of(SCORES, rows), 1)).hasSize(1);
    assertThat(new ScoreScale(100).problem("unit b", 101.0))
        .isEqualTo("unit b: 101.0 lies outside the scale of coupled scores, from 0 to 100");
  }

  /** Scores as shares, bands in both languages, ranks; a system without a row is missing. */
  @Test
  void rowsHoldTheDegrees() {
    List<Row> scores = new ArrayList<>(unit("known", 20.0, 80.0));
    scores.addAll(unit("none", 0.0, 0.0));
    scores.add(row("x", "s1", "absent", 2020, 50.0));
    Map<String, Row> rows =
        Frames.by(
            new CouplingCoordination(coupling(Variant.STANDARD), 100).of(Frames.of(SCORES, scores)),
            "unit_id");
    Row known = rows.get("known");
    assertThat(known.<Double>getAs("s")).isEqualTo(0.2);
    assertThat(known.<Double>getAs("d"))
        .isEqualTo(
            new org.renxing.coupling.CouplingCoordination(coupling(Variant.STANDARD), 100)
                .of(20, 80)
                .d());
    assertThat(known.<String>getAs("variant")).isEqualTo("standard");
    assertThat(known.<String>getAs("coupling_level")).isEqualTo("running-in");
    assertThat(known.<String>getAs("coordination_stage_zh")).isEqualTo("初级协调");
    assertThat(known.<Integer>getAs("rank")).isEqualTo(1);
    assertThat(rows.get("none").<String>getAs("reason")).isEqualTo("ALL_ZERO");
    assertThat(rows.get("none").<Double>getAs("t")).isZero();
    assertThat(rows.get("none").<Integer>getAs("rank")).isNull();
    assertThat(rows.get("none").<String>getAs("coordination_level")).isNull();
    assertThat(rows.get("absent").<String>getAs("reason")).isEqualTo("MISSING_SCORE");
    assertThat(rows.get("absent").<Double>getAs("t")).isNull();
  }
}
