package org.renxing.index.couple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.coupling.Bands;
import org.renxing.model.Coupling;
import org.renxing.testing.Frames;

class CouplingSummariesTest {
  /** Scores with S = E = d², so that D = d. */
  private static Dataset<Row> rows() {
    List<Row> out = new ArrayList<>();
    add(out, "u", 2001, 0.1);
    add(out, "u", 2002, 0.3);
    add(out, "u", 2004, 0.5);
    add(out, "v", 2001, 0.15);
    add(out, "v", 2002, 0.16);
    add(out, "v", 2004, 0.0);
    add(out, "w", 2002, 0.9);
    Coupling coupling =
        new Coupling("p", "x", List.of("s", "e"), List.of(0.5, 0.5), Coupling.Variant.STANDARD);
    return new CouplingCoordination(coupling, 1)
        .of(Frames.of("scheme string, system string, unit_id string, year int, score double", out));
  }

  private static void add(List<Row> out, String unit, int year, double d) {
    out.add(row("x", "s", unit, year, d * d));
    out.add(row("x", "e", unit, year, d * d));
  }

  @Test
  void countsByLevelSumToTheUnits() {
    Dataset<Row> units =
        Frames.of("unit_id string, region7 string", row("u", "N"), row("v", "N"), row("w", "S"));
    Map<String, Row> rows =
        Frames.by(
            CouplingSummaries.byYear(rows(), units, List.of("region7")), "group_value", "year");
    Row all = rows.get("all/2002");
    assertThat(all.<Long>getAs("n")).isEqualTo(3L);
    assertThat(all.<Double>getAs("mean_d")).isCloseTo((0.3 + 0.16 + 0.9) / 3, offset(1e-14));
    assertThat(all.<Double>getAs("mean_c")).isEqualTo(1.0);
    assertThat(all.<Long>getAs("n_highly_coordinated")).isEqualTo(1L);
    assertThat(all.<Long>getAs("n_moderately_disordered")).isEqualTo(1L);
    assertThat(all.<Long>getAs("n_disordered_decline")).isEqualTo(1L);
    assertThat(all.<Long>getAs("n_basically_coordinated")).isZero();
    assertThat(all.<Long>getAs("n_highly_coupled")).isEqualTo(3L);
    assertThat(rows.get("N/2002").<Long>getAs("n")).isEqualTo(2L);
    assertThat(rows.get("all/2004").<Long>getAs("n")).isEqualTo(1L);
  }

  @Test
  void gainsRunFromTheFirstToTheLastKnownYear() {
    Map<String, Row> rows = Frames.by(CouplingSummaries.gain(rows()), "unit_id");
    assertThat(rows.get("u").<Double>getAs("gain")).isCloseTo(0.4, offset(1e-14));
    assertThat(rows.get("u").<Integer>getAs("year_last")).isEqualTo(2004);
    assertThat(rows.get("v").<Integer>getAs("year_last")).isEqualTo(2002);
    assertThat(rows.get("w").<Double>getAs("gain")).isZero();
  }

  @Test
  void transitionsCountStepsAndSpans() {
    Map<String, Row> rows =
        Frames.by(CouplingSummaries.transition(rows(), 1), "span", "from_level", "to_level");
    assertThat(rows)
        .containsOnlyKeys(
            "adjacent/disordered decline/moderately disordered",
            "adjacent/disordered decline/disordered decline",
            "first-last/disordered decline/basically coordinated",
            "first-last/disordered decline/disordered decline");
    Row step = rows.get("adjacent/disordered decline/moderately disordered");
    assertThat(step.<Long>getAs("n")).isEqualTo(1L);
    assertThat(step.<Double>getAs("share")).isEqualTo(0.5);
  }

  @Test
  void theNextYearIsAStepAway() {
    Map<String, Row> rows =
        Frames.by(CouplingSummaries.transition(rows(), 2), "span", "from_level", "to_level");
    assertThat(rows)
        .containsOnlyKeys(
            "adjacent/moderately disordered/basically coordinated",
            "first-last/disordered decline/basically coordinated",
            "first-last/disordered decline/disordered decline");
    assertThat(rows.get("adjacent/moderately disordered/basically coordinated").<Long>getAs("n"))
        .isEqualTo(1L);
  }

  @Test
  void countColumnsAreStable() {
    assertThat(Bands.COUPLING.stream().map(Bands.Band::countColumn))
        .containsExactly(
            "n_disordered", "n_low_coupling", "n_antagonistic", "n_running_in", "n_highly_coupled");
  }
}
