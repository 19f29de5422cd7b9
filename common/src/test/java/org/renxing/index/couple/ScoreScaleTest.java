package org.renxing.index.couple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Coupling;
import org.renxing.model.Coupling.Variant;
import org.renxing.testing.Frames;

/** Scores outside their scale, told from those that rounding left beyond its ends. */
class ScoreScaleTest {
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
    ScoreScale scale = new ScoreScale(100);
    Coupling coupling = coupling(Variant.STANDARD);
    assertThat(scale.outside(Frames.of(SCORES, rows), coupling, 9))
        .extracting(r -> r.getString(1) + " " + r.getInt(2) + " " + r.getString(0))
        .containsExactly("a 2020 s1", "a 2020 s2", "b 2020 s2");
    assertThat(scale.outside(Frames.of(SCORES, rows), coupling, 1)).hasSize(1);
    assertThat(scale.problem("unit b", 101.0))
        .isEqualTo("unit b: 101.0 lies outside the scale of coupled scores, from 0 to 100");
  }
}
