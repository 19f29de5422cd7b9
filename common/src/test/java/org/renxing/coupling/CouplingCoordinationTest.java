package org.renxing.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Coupling;
import org.renxing.model.Coupling.Variant;
import org.renxing.testing.SharedCases;

class CouplingCoordinationTest {
  private static final double NONE = Double.NaN;

  private static Coupling coupling(Variant variant, Double... weights) {
    List<String> systems = List.of("s1", "s2", "s3", "s4").subList(0, weights.length);
    return new Coupling("pair", "x", systems, List.of(weights), variant);
  }

  private static Degrees couple(Coupling coupling, double... scores) {
    return new CouplingCoordination(coupling, 1).of(scores);
  }

  private static final String[][] MATHMODELS = {
    {"A", "0.0162", "0.272", "0.2655"},
    {"B", "0.1782", "0.6824", "0.3721"},
    {"C", "0.549", "0.0593", "0.5729"},
    {"D", "0.673", "0.4812", "0.9082"},
    {"E", "0.0207", "0.8891", "0.2017"},
    {"F", "0.9875", "0.5573", "0.8984"},
  };

  private static void checkMathmodels(Coupling coupling, double[][] expected) {
    for (int i = 0; i < MATHMODELS.length; i++) {
      String[] u = MATHMODELS[i];
      Degrees found =
          couple(
              coupling,
              Double.parseDouble(u[1]),
              Double.parseDouble(u[2]),
              Double.parseDouble(u[3]));
      assertThat(found.c()).isCloseTo(expected[i][0], offset(0.0005005));
      assertThat(found.t()).isCloseTo(expected[i][1], offset(0.0005005));
      assertThat(found.d()).isCloseTo(expected[i][2], offset(0.0005005));
    }
  }

  /** zhjx19/mathmodels, docs/reference/system_evaluation.md, printed to 3 digits. */
  @Test
  void threeSystemsStandard() {
    checkMathmodels(
        coupling(Variant.STANDARD, 1 / 3.0, 1 / 3.0, 1 / 3.0),
        new double[][] {
          {0.571, 0.185, 0.325},
          {0.867, 0.411, 0.597},
          {0.674, 0.394, 0.515},
          {0.967, 0.687, 0.815},
          {0.418, 0.37, 0.393},
          {0.971, 0.814, 0.889}
        });
  }

  /** The same source, the form of Wang Shujia et al. (2021), weights 0.4, 0.3, 0.3. */
  @Test
  void threeSystemsRevised() {
    checkMathmodels(
        coupling(Variant.REVISED, 0.4, 0.3, 0.3),
        new double[][] {
          {0.447, 0.168, 0.274},
          {0.501, 0.388, 0.44},
          {0.455, 0.409, 0.432},
          {0.669, 0.686, 0.678},
          {0.175, 0.336, 0.242},
          {0.715, 0.832, 0.771}
        });
  }

  /** Math. Probl. Eng. 2022, article 2969206, Table 4: Uu, Ur and the printed C, T, D. */
  @ParameterizedTest
  @CsvSource({
    "0.101, 0.28, 0.882, 0.19, 0.41",
    "0.165, 0.406, 0.906, 0.286, 0.509",
    "0.187, 0.427, 0.92, 0.307, 0.532",
    "0.238, 0.511, 0.931, 0.374, 0.59",
    "0.424, 0.421, 1.0, 0.422, 0.65",
    "0.538, 0.407, 0.99, 0.473, 0.684",
    "0.591, 0.466, 0.993, 0.528, 0.724",
    "0.694, 0.581, 0.996, 0.638, 0.797",
    "0.892, 0.662, 0.989, 0.777, 0.877",
    "0.879, 0.637, 0.987, 0.758, 0.865"
  })
  void urbanAndRuralLogistics(double uu, double ur, double c, double t, double d) {
    Degrees found = couple(coupling(Variant.STANDARD, 0.5, 0.5), uu, ur);
    assertThat(found.c()).isCloseTo(c, offset(0.0012));
    assertThat(found.t()).isCloseTo(t, offset(0.0011));
    assertThat(found.d()).isCloseTo(d, offset(0.0012));
  }

  /**
   * Four rows of table 3 of the study of 285 cities: digital technology, resilience and D of
   * Beijing in 2012, 2017 and 2021 and of Shanghai in 2012, printed to three digits.
   */
  @ParameterizedTest
  @CsvSource({
    "0.209, 0.413, 0.542",
    "0.283, 0.487, 0.609",
    "0.48, 0.566, 0.722",
    "0.136, 0.387, 0.479"
  })
  void someRowsOfTableThree(double digital, double resilience, double printed) {
    Degrees found = couple(coupling(Variant.STANDARD, 0.5, 0.5), digital, resilience);
    assertThat(found.d()).isCloseTo(printed, offset(0.0012));
  }

  /** C Table 3: every printed D lies in the interval that its printed S and E allow. */
  @Test
  void allRowsOfTableThree() throws IOException {
    Path file = SharedCases.file("facts/digital_coupling_table3.csv");
    List<Map<String, String>> printed = SharedCases.rows(file);
    Coupling coupling = coupling(Variant.STANDARD, 0.5, 0.5);
    assertThat(printed).hasSize(60);
    for (Map<String, String> row : printed) {
      double s = Double.parseDouble(row.get("digital"));
      double e = Double.parseDouble(row.get("resilience"));
      assertThat(Double.parseDouble(row.get("coordination")))
          .as(row.toString())
          .isBetween(
              couple(coupling, s - .0005, e - .0005).d() - .0005,
              couple(coupling, s + .0005, e + .0005).d() + .0005);
    }
  }

  @Test
  void anchorsOfTheFormula() {
    Coupling standard = coupling(Variant.STANDARD, 0.5, 0.5);
    assertThat(couple(standard, 0.37, 0.37).c()).isEqualTo(1.0);
    assertThat(couple(standard, 0.2, 0.8).c()).isCloseTo(0.8, offset(1e-15));
    assertThat(couple(standard, 0.2, 0.8).t()).isEqualTo(0.5);
    assertThat(couple(standard, 1e-300, 1e-300).c()).isEqualTo(1.0);
    assertThat(couple(standard, 0, 0.5).c()).isZero();
    assertThat(couple(standard, 0, 0.5).d()).isZero();
    Coupling revised = coupling(Variant.REVISED, 0.5, 0.5);
    assertThat(couple(revised, 0.37, 0.37).c()).isEqualTo(1.0);
    assertThat(couple(revised, 0.2, 0.8).c()).isCloseTo(Math.sqrt(0.4 * 0.25), offset(1e-15));
  }

  @Test
  void scoresOnAnotherScaleAreBroughtToOne() {
    Coupling revised = coupling(Variant.REVISED, 0.5, 0.5);
    assertThat(new CouplingCoordination(revised, 100).of(20, 80).d())
        .isCloseTo(couple(revised, 0.2, 0.8).d(), offset(1e-15));
  }

  @Test
  void undefinedCasesSayWhy() {
    Coupling standard = coupling(Variant.STANDARD, 0.5, 0.5);
    assertThat(couple(standard, 0, 0)).isEqualTo(new Degrees(NONE, 0, NONE, "ALL_ZERO"));
    assertThat(couple(standard, NONE, 0.5))
        .isEqualTo(new Degrees(NONE, NONE, NONE, "MISSING_SCORE"));
    // what lies outside goes before what is missing
    assertThat(couple(standard, 1.2, NONE))
        .isEqualTo(new Degrees(NONE, NONE, NONE, "OUT_OF_RANGE"));
    assertThat(couple(standard, 0.5, 0.5).reason()).isEmpty();
  }

  @Property(tries = 300)
  void isSymmetricAndBounded(
      @ForAll @Size(3) List<@DoubleRange(max = 1) @Scale(9) Double> s, @ForAll Variant variant) {
    Coupling coupling = coupling(variant, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    Degrees one = couple(coupling, s.get(0), s.get(1), s.get(2));
    Degrees other = couple(coupling, s.get(2), s.get(0), s.get(1));
    if (!one.reason().isEmpty()) {
      assertThat(one.reason()).isEqualTo("ALL_ZERO");
      return;
    }
    assertThat(one.c()).isBetween(0.0, 1.0);
    assertThat(other.c()).isCloseTo(one.c(), offset(1e-12));
    assertThat(other.d()).isCloseTo(one.d(), offset(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, disordered decline, extreme disorder",
    "0.1, disordered decline, extreme disorder",
    "0.10001, disordered decline, severe disorder",
    "0.2, disordered decline, severe disorder",
    "0.3000000000000001, moderately disordered, moderate disorder",
    "0.4, moderately disordered, mild disorder",
    "0.5, basically coordinated, near disorder",
    "0.6, basically coordinated, barely coordinated",
    "0.7, moderately coordinated, primary coordination",
    "0.8, moderately coordinated, intermediate coordination",
    "0.9, highly coordinated, good coordination",
    "1.0, highly coordinated, superior coordination",
    "1.1, , ",
    "-0.1, , "
  })
  void bandsAreOpenBelowAndClosedAbove(double d, String level, String stage) {
    assertThat(Bands.of(d, Bands.COORDINATION).map(Bands.Band::nameEn).orElse(null))
        .isEqualTo(level);
    assertThat(Bands.of(d, Bands.STAGES).map(Bands.Band::nameEn).orElse(null)).isEqualTo(stage);
  }

  @Test
  void bandsRestateTheFacts() throws IOException {
    Path file = SharedCases.file("facts/coupling_bands.csv");
    List<Map<String, String>> facts = SharedCases.rows(file);
    assertThat(facts).hasSizeGreaterThan(10);
    for (Map<String, String> fact : facts) {
      double upper = Double.parseDouble(fact.get("upper_inclusive"));
      boolean isCoupling = fact.get("measure").equals("coupling");
      Bands.Band level = first(isCoupling ? Bands.COUPLING : Bands.COORDINATION, upper);
      assertThat(level.nameZh()).isEqualTo(fact.get("level_zh"));
      assertThat(level.nameEn()).isEqualTo(fact.get("level_en"));
      if (!isCoupling) {
        Bands.Band stage = first(Bands.STAGES, upper);
        assertThat(stage.nameZh()).isEqualTo(fact.get("stage_zh"));
        assertThat(stage.nameEn()).isEqualTo(fact.get("stage_en"));
      }
    }
  }

  private static Bands.Band first(List<Bands.Band> bands, double upper) {
    return bands.stream().filter(b -> upper <= b.upper()).findFirst().orElseThrow();
  }
}
