package org.renxing.dea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** Published figures, and cases at the edge. */
class EvaluatorTest {
  private static final double SCORE = 1e-9;

  /** Five units, two inputs, one output: Coelli, Rao, O'Donnell and Battese 2005, chapter 6. */
  private static final Observations TEXTBOOK =
      Sets.of(
          2,
          new double[] {2, 5, 1},
          new double[] {2, 4, 2},
          new double[] {6, 6, 3},
          new double[] {3, 2, 1},
          new double[] {6, 2, 2});

  @Test
  void textbookScoresSlacksAndPeers() {
    Evaluator crs = new Technology(TEXTBOOK, Returns.CRS).evaluator();
    double[] expected = {0.5, 1, 5.0 / 6, 5.0 / 7, 1};
    for (int row = 0; row < expected.length; row++) {
      assertThat(theta(crs, TEXTBOOK, row).number()).isCloseTo(expected[row], offset(SCORE));
    }
    Scored first = theta(crs, TEXTBOOK, 0);
    assertThat(first.projection().inputSlack(1)).isCloseTo(0.5, offset(SCORE));
    assertThat(first.slackSum()).isCloseTo(0.5, offset(SCORE));
    assertThat(first.thetaMinusEpsilonSlack(1e-6)).hasValue(0.5 - 0.5e-6);
    assertThat(first.projection().peers())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.unit()).isEqualTo(UnitKey.of("U02"));
              assertThat(p.lambda()).isCloseTo(0.5, offset(SCORE));
            });
    assertThat(theta(crs, TEXTBOOK, 2).projection().peers())
        .extracting(p -> p.unit().id())
        .containsExactly("U02", "U05");
    assertThat(first.isWeaklyEfficient()).isFalse();
    assertThat(theta(crs, TEXTBOOK, 1).isStronglyEfficient()).isTrue();
  }

  @Test
  void textbookScale() {
    Evaluator crs = new Technology(TEXTBOOK, Returns.CRS).evaluator();
    Evaluator vrs = new Technology(TEXTBOOK, Returns.VRS).evaluator();
    Evaluator nirs = new Technology(TEXTBOOK, Returns.NIRS).evaluator();
    ScaleRegion[] expected = {
      ScaleRegion.INCREASING,
      ScaleRegion.CONSTANT,
      ScaleRegion.DECREASING,
      ScaleRegion.INCREASING,
      ScaleRegion.CONSTANT
    };
    for (int row = 0; row < expected.length; row++) {
      ScaleScore scale =
          new ScaleScore(
              TEXTBOOK.key(row),
              theta(crs, TEXTBOOK, row),
              theta(vrs, TEXTBOOK, row),
              theta(nirs, TEXTBOOK, row));
      assertThat(scale.region()).contains(expected[row]);
      assertThat(scale.efficiency()).isPresent();
    }
  }

  /** Tone 2001, table 1: ρ of five units under constant returns, to three digits. */
  @Test
  void slacksBasedMeasureAsPublished() {
    Observations set =
        Sets.of(
            2,
            new double[] {4, 3, 2, 3},
            new double[] {6, 3, 2, 3},
            new double[] {8, 1, 6, 2},
            new double[] {8, 1, 6, 1},
            new double[] {2, 4, 1, 4});
    Evaluator crs = new Technology(set, Returns.CRS).evaluator();
    double[] published = {0.798, 0.568, 1, 0.667, 1};
    for (int row = 0; row < published.length; row++) {
      assertThat(crs.slacksBased(set, row).value().orElseThrow())
          .isCloseTo(published[row], offset(5e-4));
    }
    assertThat(theta(crs, set, 3).isWeaklyEfficient()).isTrue();
    assertThat(theta(crs, set, 3).isStronglyEfficient()).isFalse();
  }

  /** Tone 2002, six power plants: radial super-efficiency; no solution for two under variable. */
  @Test
  void superEfficiencyAsPublished() {
    Observations plants =
        Sets.of(
            4,
            new double[] {80, 600, 54, 8, 90, 5},
            new double[] {65, 200, 97, 1, 58, 1},
            new double[] {83, 400, 72, 4, 60, 7},
            new double[] {40, 1000, 75, 7, 80, 10},
            new double[] {52, 600, 20, 3, 72, 8},
            new double[] {94, 700, 36, 5, 96, 6});
    Evaluator crs = new Technology(plants, Returns.CRS).evaluator();
    Evaluator vrs = new Technology(plants, Returns.VRS).evaluator();
    double[] published = {1.0283, 2.4167, 1.3125, 1.6250, 2.4026, 1.0628};
    for (int row = 0; row < published.length; row++) {
      Score score = crs.superEfficiency(plants, row, Orientation.INPUT);
      assertThat(score.value().orElseThrow()).isCloseTo(published[row], offset(5e-5));
    }
    for (int row : new int[] {3, 5}) {
      Score score = vrs.superEfficiency(plants, row, Orientation.INPUT);
      assertThat(score.status()).isEqualTo(Status.INFEASIBLE);
      assertThat(score.reason()).isEqualTo(Reason.OUTPUTS_OUT_OF_REACH);
      assertThat(score.value()).isEmpty();
    }
  }

  @Test
  void zeros() {
    Observations set =
        Sets.of(
            2,
            new double[] {2, 4, 2},
            new double[] {6, 2, 2},
            new double[] {3, 3, 0},
            new double[] {0, 5, 2},
            new double[] {0, 9, 2});
    Evaluator crs = new Technology(set, Returns.CRS).evaluator();
    Scored zeroOutput = theta(crs, set, 2);
    assertThat(zeroOutput.number()).isZero();
    assertThat(zeroOutput.reason()).isEqualTo(Reason.ZERO_OUTPUT);
    assertThat(zeroOutput.slackSum()).isZero();
    assertThat(crs.radial(set, 2, Orientation.OUTPUT))
        .isEqualTo(
            new Unscored(UnitKey.of("U03"), Measure.PHI, Status.UNBOUNDED, Reason.ZERO_OUTPUT));
    assertThat(crs.slacksBased(set, 2).value()).hasValue(0);
    Score alone = crs.superEfficiency(set, 3, Orientation.INPUT);
    assertThat(alone.value().orElseThrow()).isCloseTo(1.8, offset(SCORE));
    assertThat(theta(crs, set, 4).projection().peers())
        .extracting(p -> p.unit().id())
        .containsExactly("U04");
    Observations one = set.rows(0, 1, 2, 3);
    Score zeroInput =
        new Technology(one, Returns.CRS).evaluator().superEfficiency(one, 3, Orientation.INPUT);
    assertThat(zeroInput.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(zeroInput.reason()).isEqualTo(Reason.ZERO_INPUT);
  }

  @Test
  void oneUnitAndConstants() {
    Observations one = Sets.of(1, new double[] {3, 4});
    Evaluator alone = new Technology(one, Returns.VRS).evaluator();
    assertThat(theta(alone, one, 0).isStronglyEfficient()).isTrue();
    assertThat(alone.slacksBased(one, 0).value()).hasValue(1);
    assertThat(alone.superEfficiency(one, 0, Orientation.INPUT).reason())
        .isEqualTo(Reason.EMPTY_REFERENCE);
    Observations alike = Sets.of(2, new double[] {1, 2, 3}, new double[] {1, 2, 3});
    for (Returns returns : Returns.values()) {
      Evaluator evaluator = new Technology(alike, returns).evaluator();
      assertThat(theta(evaluator, alike, 1).number()).isEqualTo(1);
      assertThat(theta(evaluator, alike, 1).projection().peers())
          .extracting(p -> p.unit().id())
          .containsExactly("U01");
      assertThat(evaluator.superEfficiency(alike, 1, Orientation.INPUT).value()).hasValue(1);
    }
  }

  @Test
  void unitsOutsideTheReferenceSet() {
    Observations later =
        Observations.of(
            List.of("x1", "x2"),
            List.of("y1"),
            List.of(new UnitKey("U01", "2021"), new UnitKey("U02", "2021")),
            new double[][] {{1, 1}, {6, 6}},
            new double[][] {{2}, {9}});
    Evaluator crs = new Technology(TEXTBOOK, Returns.CRS).evaluator();
    Evaluator vrs = new Technology(TEXTBOOK, Returns.VRS).evaluator();
    assertThat(theta(crs, later, 0).number()).isCloseTo(10.0 / 3, offset(SCORE));
    assertThat(crs.slacksBased(later, 0).reason()).isEqualTo(Reason.OUTSIDE_TECHNOLOGY);
    assertThat(vrs.radial(later, 1, Orientation.INPUT).reason())
        .isEqualTo(Reason.OUTPUTS_OUT_OF_REACH);
    assertThat(vrs.radial(later, 0, Orientation.OUTPUT).reason())
        .isEqualTo(Reason.INPUTS_TOO_SMALL);
  }

  @Test
  void epsilonThatOutweighsThetaIsRefused() {
    Observations large = Sets.times(TEXTBOOK, 1e5, 1e5, 1e5);
    Evaluator crs = new Technology(large, Returns.CRS).evaluator();
    assertThat(theta(crs, large, 0).thetaMinusEpsilonSlack(1e-6)).isEmpty();
    assertThat(theta(crs, large, 0).number()).isCloseTo(0.5, offset(SCORE));
  }

  @Test
  void whatIsRefusedIsNamed() {
    assertRefused("unit U02, column x2: is missing", new double[] {1, Double.NaN, 1});
    assertRefused("unit U02, column y1: is -1.0", new double[] {1, 1, -1});
    assertRefused("unit U02, column x1: is Infinity", new double[] {1 / 0.0, 1, 1});
    assertRefused("unit U02, columns x1, x2: all inputs are 0", new double[] {0, 0, 1});
    assertThatThrownBy(() -> new Technology(Sets.of(1), Returns.CRS))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("reference set is empty");
    assertThatThrownBy(() -> TEXTBOOK.and(TEXTBOOK)).hasMessageContaining("U01: stands twice");
    Evaluator crs = new Technology(TEXTBOOK, Returns.CRS).evaluator();
    assertThatThrownBy(() -> crs.radial(Sets.of(1, new double[] {1, 1}), 0, Orientation.INPUT))
        .hasMessageContaining("same columns");
  }

  @Test
  void technologiesAndScoresSerialise() throws IOException, ClassNotFoundException {
    Technology technology = new Technology(TEXTBOOK, Returns.VRS);
    Technology copy = (Technology) copy(technology);
    Score score = copy.evaluator().radial(copy.reference(), 2, Orientation.OUTPUT);
    assertThat(((Score) copy(score)).value()).isEqualTo(score.value()).isPresent();
  }

  private static Object copy(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  private static Scored theta(Evaluator evaluator, Observations set, int row) {
    return evaluator.radial(set, row, Orientation.INPUT).scored().orElseThrow();
  }

  private static void assertRefused(String message, double[] second) {
    assertThatThrownBy(() -> Sets.of(2, new double[] {1, 1, 1}, second))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining(message);
  }
}
