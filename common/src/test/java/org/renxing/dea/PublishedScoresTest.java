package org.renxing.dea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three small sets of the literature under every model. What their sources print is in {@link
 * EvaluatorTest}; the fractions here were found by a simplex over exact rationals.
 */
class PublishedScoresTest {
  private static final double SCORE = 1e-9;

  /** No combination of the others reaches the unit. */
  private static final double NONE = Double.NaN;

  private static final double[] ONES = {1, 1, 1, 1, 1};

  /** Tone, EJOR 130 (2001) 498–509, page 505: five units, two inputs, two outputs. */
  private static final Observations TONE =
      Sets.of(
          2,
          new double[] {4, 3, 2, 3},
          new double[] {6, 3, 2, 3},
          new double[] {8, 1, 6, 2},
          new double[] {8, 1, 6, 1},
          new double[] {2, 4, 1, 4});

  /** Coelli, Rao, O'Donnell and Battese 2005, chapter 6: five units, two inputs, one output. */
  private static final Observations COELLI =
      Sets.of(
          2,
          new double[] {2, 5, 1},
          new double[] {2, 4, 2},
          new double[] {6, 6, 3},
          new double[] {3, 2, 1},
          new double[] {6, 2, 2});

  /** Tone, EJOR 143 (2002) 32–41: six power plants, four inputs, two outputs. */
  private static final Observations PLANTS =
      Sets.of(
          4,
          new double[] {80, 600, 54, 8, 90, 5},
          new double[] {65, 200, 97, 1, 58, 1},
          new double[] {83, 400, 72, 4, 60, 7},
          new double[] {40, 1000, 75, 7, 80, 10},
          new double[] {52, 600, 20, 3, 72, 8},
          new double[] {94, 700, 36, 5, 96, 6});

  /** What is asked of a unit. */
  @FunctionalInterface
  private interface Model {
    Score of(Evaluator evaluator, Observations set, int row);
  }

  private static final Model THETA = (e, set, row) -> e.radial(set, row, Orientation.INPUT);
  private static final Model PHI = (e, set, row) -> e.radial(set, row, Orientation.OUTPUT);
  private static final Model RHO = Evaluator::slacksBased;
  private static final Model SUPER =
      (e, set, row) -> e.superEfficiency(set, row, Orientation.INPUT);

  static Stream<Arguments> scores() {
    double b = 5.0 / 6;
    return Stream.of(
        one("Tone, CCR", TONE, Returns.CRS, THETA, 0.9, b, 1, 1, 1),
        one("Tone, BCC", TONE, Returns.VRS, THETA, 1, b, 1, 1, 1),
        one("Tone, NIRS", TONE, Returns.NIRS, THETA, 0.9, b, 1, 1, 1),
        one("Tone, CCR-O", TONE, Returns.CRS, PHI, 10.0 / 9, 1.2, 1, 1, 1),
        one("Tone, BCC-O", TONE, Returns.VRS, PHI, 10.0 / 9, 10.0 / 9, 1, 1, 1),
        one("Tone, SBM", TONE, Returns.CRS, RHO, 79.0 / 99, 25.0 / 44, 1, 2.0 / 3, 1),
        one("Tone, SBM-V", TONE, Returns.VRS, RHO, 9.0 / 11, 20.0 / 33, 1, 2.0 / 3, 1),
        one("Tone, super", TONE, Returns.CRS, SUPER, 0.9, b, 2, 1, 8.0 / 3),
        one("Tone, super-V", TONE, Returns.VRS, SUPER, 1, b, NONE, 1, NONE),
        one("Coelli, CCR", COELLI, Returns.CRS, THETA, 0.5, 1, b, 5.0 / 7, 1),
        one("Coelli, BCC", COELLI, Returns.VRS, THETA, ONES),
        one("Coelli, NIRS", COELLI, Returns.NIRS, THETA, 0.5, 1, 1, 5.0 / 7, 1),
        one("Coelli, CCR-O", COELLI, Returns.CRS, PHI, 2, 1, 1.2, 1.4, 1),
        one("Coelli, BCC-O", COELLI, Returns.VRS, PHI, 2, 1, 1, 1, 1),
        one("Coelli, SBM", COELLI, Returns.CRS, RHO, 0.45, 1, 0.75, 2.0 / 3, 1),
        one("Coelli, SBM-V", COELLI, Returns.VRS, RHO, 0.45, 1, 1, 1, 1),
        one("Coelli, super", COELLI, Returns.CRS, SUPER, 0.5, 2, b, 5.0 / 7, 2),
        one("Coelli, super-V", COELLI, Returns.VRS, SUPER, 1, 2, NONE, 10.0 / 7, 2),
        one(
            "plants, super",
            PLANTS,
            Returns.CRS,
            SUPER,
            1.028254128963,
            29.0 / 12,
            1.3125,
            1.625,
            2.402569593148,
            1.062788512603),
        one(
            "plants, super-V",
            PLANTS,
            Returns.VRS,
            SUPER,
            1.080434782609,
            3,
            19.0 / 14,
            NONE,
            2.775,
            NONE));
  }

  private static Arguments one(
      String name, Observations set, Returns returns, Model model, double... expected) {
    return Arguments.of(name, set, returns, model, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scores")
  void everyModel(String name, Observations set, Returns returns, Model model, double[] expected) {
    Evaluator evaluator = new Technology(set, returns).evaluator();
    assertThat(expected).hasSize(set.size());
    for (int row = 0; row < expected.length; row++) {
      Score score = model.of(evaluator, set, row);
      String place = name + ", unit " + (row + 1);
      if (Double.isNaN(expected[row])) {
        assertThat(score.status()).as(place).isEqualTo(Status.INFEASIBLE);
        assertThat(score.value()).as(place).isEmpty();
      } else {
        assertThat(score.value().orElseThrow()).as(place).isCloseTo(expected[row], offset(SCORE));
      }
    }
  }

  static Stream<Arguments> slacks() {
    return Stream.of(
        Arguments.of("Tone, CCR", TONE, Returns.CRS, new double[] {0.4, 1.5, 0, 1, 0}),
        Arguments.of("Tone, BCC", TONE, Returns.VRS, new double[] {1, 1.5, 0, 1, 0}),
        Arguments.of("Coelli, CCR", COELLI, Returns.CRS, new double[] {0.5, 0, 0, 0, 0}),
        Arguments.of("Coelli, BCC", COELLI, Returns.VRS, new double[] {2, 0, 0, 0, 0}));
  }

  /** The largest sum of slacks at θ. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("slacks")
  void sumsOfSlacks(String name, Observations set, Returns returns, double[] expected) {
    Evaluator evaluator = new Technology(set, returns).evaluator();
    for (int row = 0; row < expected.length; row++) {
      assertThat(THETA.of(evaluator, set, row).scored().orElseThrow().slackSum())
          .as(name + ", unit " + (row + 1))
          .isCloseTo(expected[row], offset(SCORE));
    }
  }

  /** θ under constant over θ under variable returns. */
  @ParameterizedTest
  @MethodSource("scales")
  void scaleEfficiency(Observations set, double[] expected) {
    Evaluator crs = new Technology(set, Returns.CRS).evaluator();
    Evaluator vrs = new Technology(set, Returns.VRS).evaluator();
    Evaluator nirs = new Technology(set, Returns.NIRS).evaluator();
    for (int row = 0; row < expected.length; row++) {
      ScaleScore scale =
          new ScaleScore(
              set.key(row),
              THETA.of(crs, set, row),
              THETA.of(vrs, set, row),
              THETA.of(nirs, set, row));
      assertThat(scale.efficiency().orElseThrow()).isCloseTo(expected[row], offset(SCORE));
    }
  }

  static Stream<Arguments> scales() {
    return Stream.of(
        Arguments.of(TONE, new double[] {0.9, 1, 1, 1, 1}),
        Arguments.of(COELLI, new double[] {0.5, 1, 5.0 / 6, 5.0 / 7, 1}));
  }
}
