package org.renxing.dea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference cases beside the project, column by column. */
class ReferenceCasesTest {
  private static final double SCORE = 1e-9;
  private static final double SLACK = 1e-7;

  @ParameterizedTest
  @CsvSource({
    "coelli1998, x1 x2, y",
    "edge_3in1out, x1 x2 x3, y",
    "edge_zeros_3in1out, x1 x2 x3, y",
    "electric_plants_3in1out, labor fuel capital, output",
    "erg_pastor8, x, y",
    "fls_julia, x1 x2, y",
    "fortune500_epsilon, assets equity employees, revenue profit",
    "power_plants_super, x1 x2 x3 x4, y1 y2",
    "tone2001_sbm, x1 x2, y1 y2"
  })
  void battery(String name, String inputs, String outputs) throws IOException {
    DeaCase data = DeaCase.of(name, words(inputs), words(outputs));
    Observations units = data.data();
    assertThat(data.expected()).hasSize(units.size()).allMatch(e -> e.containsKey("theta_crs_in"));
    Evaluator crs = new Technology(units, Returns.CRS).evaluator();
    Evaluator vrs = new Technology(units, Returns.VRS).evaluator();
    Evaluator nirs = new Technology(units, Returns.NIRS).evaluator();
    for (int row = 0; row < units.size(); row++) {
      Map<String, String> expected = data.expected().get(row);
      Score theta = crs.radial(units, row, Orientation.INPUT);
      Score thetaVrs = vrs.radial(units, row, Orientation.INPUT);
      Score thetaNirs = nirs.radial(units, row, Orientation.INPUT);
      score(expected, "theta_crs_in", theta);
      score(expected, "theta_vrs_in", thetaVrs);
      score(expected, "theta_nirs_in", thetaNirs);
      scale(expected, new ScaleScore(units.key(row), theta, thetaVrs, thetaNirs));
      score(expected, "phi_crs_out", crs.radial(units, row, Orientation.OUTPUT));
      score(expected, "phi_vrs_out", vrs.radial(units, row, Orientation.OUTPUT));
      score(expected, "super_crs_in", crs.superEfficiency(units, row, Orientation.INPUT));
      score(expected, "super_vrs_in", vrs.superEfficiency(units, row, Orientation.INPUT));
      score(expected, "sbm_crs_no", crs.slacksBased(units, row));
      score(expected, "sbm_vrs_no", vrs.slacksBased(units, row));
      slacks(expected, "max_sum_slack_crs_in", theta);
      slacks(expected, "max_sum_slack_vrs_in", thetaVrs);
      eachSlack(expected, units, theta);
      epsilon(expected, units, row, theta);
    }
  }

  /** The case's description counts the units with slack: 116, 132, 153 and 282 of the 285. */
  @ParameterizedTest
  @CsvSource({"x1, 116", "x2, 132", "x3, 153", "x4, 282"})
  void fourModelsOf285Units(String output, int unitsWithSlack) throws IOException {
    List<String> inputs = Stream.of("x1", "x2", "x3", "x4").filter(c -> !c.equals(output)).toList();
    DeaCase data = DeaCase.of("synth285_four_models", inputs, List.of(output));
    Observations units = data.data();
    assertThat(units.size()).isEqualTo(285);
    Evaluator crs = new Technology(units, Returns.CRS).evaluator();
    int withSlack = 0;
    for (int row = 0; row < units.size(); row++) {
      Map<String, String> expected = data.expected().get(row);
      Score theta = crs.radial(units, row, Orientation.INPUT);
      score(expected, "theta_out_" + output, theta);
      slacks(expected, "max_sum_slack_out_" + output, theta);
      assertThat(theta.scored().orElseThrow().thetaMinusEpsilonSlack(1e-6).orElseThrow())
          .isCloseTo(number(expected, "one_phase_eps1e-6_out_" + output), within(SCORE));
      withSlack += theta.scored().orElseThrow().projection().hasSlack() ? 1 : 0;
    }
    assertThat(withSlack).isEqualTo(unitsWithSlack);
    assertThat(crs.effort().programs()).isLessThan(60);
    assertThat(crs.effort().fallbacks()).isZero();
  }

  private static void score(Map<String, String> expected, String column, Score score) {
    if (!expected.containsKey(column)) {
      return;
    }
    String place = expected + " " + column + " " + score.reason();
    if (expected.get(column).equals("NA")) {
      assertThat(score.status()).as(place).isEqualTo(Status.INFEASIBLE);
      assertThat(score.reason()).as(place).isNotEqualTo(Reason.NONE);
      return;
    }
    assertThat(score.status()).as(place).isEqualTo(Status.OK);
    assertThat(score.value().orElseThrow())
        .as(place)
        .isCloseTo(number(expected, column), offset(SCORE));
    assertThat(score.scored().orElseThrow().certificateError()).as(place).isLessThan(1e-11);
  }

  private static void scale(Map<String, String> expected, ScaleScore score) {
    if (expected.containsKey("scale_eff_in")) {
      assertThat(score.efficiency().orElseThrow())
          .isCloseTo(number(expected, "scale_eff_in"), offset(SCORE));
      assertThat(score.region().orElseThrow())
          .as(expected.toString())
          .isEqualTo(
              Map.of(
                      "CRS", ScaleRegion.CONSTANT,
                      "IRS", ScaleRegion.INCREASING,
                      "DRS", ScaleRegion.DECREASING)
                  .get(expected.get("rts")));
    }
  }

  private static void slacks(Map<String, String> expected, String column, Score score) {
    if (expected.containsKey(column)) {
      double sum = number(expected, column);
      assertThat(score.scored().orElseThrow().slackSum())
          .as(expected + " " + column)
          .isCloseTo(sum, offset(SLACK * Math.max(1e-3, sum)));
    }
  }

  private static void eachSlack(Map<String, String> expected, Observations units, Score score) {
    if (!"yes".equals(expected.get("sx_unique_crs_in"))) {
      return;
    }
    Projection projection = score.scored().orElseThrow().projection();
    for (int i = 0; i < units.inputCount(); i++) {
      double slack = number(expected, "sx_crs_in_" + units.inputNames().get(i));
      assertThat(projection.inputSlack(i)).isCloseTo(slack, offset(SLACK * Math.max(1, slack)));
    }
    for (int r = 0; r < units.outputCount(); r++) {
      double slack = number(expected, "sy_crs_in_" + units.outputNames().get(r));
      assertThat(projection.outputSlack(r)).isCloseTo(slack, offset(SLACK * Math.max(1, slack)));
    }
  }

  /** θ − ε·S, empty where ε times all that the unit uses and makes reaches 0.01. */
  private static void epsilon(
      Map<String, String> expected, Observations units, int row, Score score) {
    String column = "theta_minus_eps_slack_crs_in";
    if (!expected.containsKey(column)) {
      return;
    }
    double total =
        IntStream.range(0, units.inputCount()).mapToDouble(i -> units.input(row, i)).sum()
            + IntStream.range(0, units.outputCount()).mapToDouble(r -> units.output(row, r)).sum();
    OptionalDouble found = score.scored().orElseThrow().thetaMinusEpsilonSlack(1e-6);
    assertThat(found.isPresent()).as(expected.toString()).isEqualTo(1e-6 * total < 0.01);
    if (found.isPresent()) {
      assertThat(found.getAsDouble()).isCloseTo(number(expected, column), offset(SCORE));
    }
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" ", -1));
  }
}
