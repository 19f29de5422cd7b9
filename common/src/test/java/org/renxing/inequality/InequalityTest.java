package org.renxing.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.RenxingException;
import org.renxing.testing.SharedCases;

/** Samples that can be checked by hand, edges, and published figures. */
class InequalityTest {

  /**
   * Five samples after the documentation and a test of the public project zhouyi207/YssBI: parts of
   * G, at any scale. G, G_w, G_nb, G_t.
   */
  @ParameterizedTest
  @CsvSource({
    "A1 A2 B3 B4, 0.25, 0.05, 0.2, 0",
    "A1 B2 B3 A4, 0.25, 0.1, 0, 0.15",
    "A0 A0 B2 B2, 0.5, 0, 0.5, 0",
    "A7 B7, 0, 0, 0, 0",
    "A1 A2 A3 A4, 0.25, 0.25, 0, 0",
    "A5, 0, 0, 0, 0"
  })
  void partsOfGini(String values, double gini, double inside, double between, double overlap) {
    for (double scale : new double[] {1, 1e-300, 1e307}) {
      GiniParts parts = of(values, scale).gini().orElseThrow();
      assertThat(parts.gini()).isCloseTo(gini, within(1e-15));
      assertThat(parts.within()).isCloseTo(inside, within(1e-15));
      assertThat(parts.between()).isCloseTo(between, within(1e-15));
      assertThat(parts.transvariation()).isCloseTo(overlap, within(1e-15));
      assertThat(parts.withinShare().isPresent()).isEqualTo(gini > 0);
    }
  }

  /** By hand: μ = 2.5, groups (1, 4) and (2, 3), so d = (4−2 + 4−3)/4 = 0.75 = p. */
  @Test
  void pairsAndGroups() {
    Inequality all = of("A1 B2 B3 A4", 1);
    assertThat(all.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.above()).isEqualTo(0.75);
              assertThat(pair.below()).isEqualTo(0.75);
              assertThat(pair.affluence()).isZero();
              assertThat(pair.higher()).isEmpty();
              assertThat(pair.gini()).hasValue(0.3);
            });
    GroupInequality group = all.groups().get(0);
    assertThat(group.gini()).hasValueCloseTo(0.3, within(1e-16));
    assertThat(group.mean()).isEqualTo(2.5);
    assertThat(group.populationShare()).isEqualTo(0.5);
    assertThat(group.valueShare()).hasValue(0.5);
  }

  /** By hand: T = ¼ ln ¼·… for (1, 3): r = ½, 3/2. */
  @Test
  void theilAndAtkinsonOfTwoValues() {
    Inequality all = of("A1 B3", 1);
    double t = (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2;
    double l = -(Math.log(0.5) + Math.log(1.5)) / 2;
    assertThat(all.theilT().orElseThrow().total()).isCloseTo(t, within(1e-15));
    assertThat(all.theilT().orElseThrow().between()).isCloseTo(t, within(1e-15));
    assertThat(all.theilT().orElseThrow().within()).isZero();
    assertThat(all.theilL().orElseThrow().total()).isCloseTo(l, within(1e-15));
    double root = (Math.sqrt(0.5) + Math.sqrt(1.5)) / 2;
    assertThat(all.atkinson().get(0)).hasValueCloseTo(1 - root * root, within(1e-15));
    assertThat(all.atkinson().get(1)).hasValueCloseTo(1 - Math.sqrt(0.75), within(1e-15));
    assertThat(all.variation()).hasValueCloseTo(Math.sqrt(2) / 2, within(1e-15));
    Inequality averse = Inequality.of(sample("A1 B3", 1), List.of(2.0));
    assertThat(averse.atkinson().get(0)).hasValueCloseTo(1 - 0.75, within(1e-15));
  }

  @Test
  void edgesHaveReasons() {
    Inequality zeros = of("A0 B1 B2", 1);
    assertThat(zeros.reason()).isEqualTo(Reason.ZERO_VALUE);
    assertThat(zeros.theilT()).isPresent();
    assertThat(zeros.theilL()).isEmpty();
    assertThat(zeros.atkinson().get(0)).isPresent();
    assertThat(zeros.atkinson().get(1)).isEmpty();
    assertThat(zeros.groups().get(0).reason()).isEqualTo(Reason.MEAN_ZERO);

    Inequality none = of("A0 B0", 1);
    assertThat(none.reason()).isEqualTo(Reason.MEAN_ZERO);
    assertThat(none.gini()).isEmpty();
    assertThat(none.mean()).hasValue(0);
    assertThat(none.pairs().get(0).reason()).isEqualTo(Reason.MEAN_ZERO);

    Inequality negative = of("A-1 A1 B2 C3", 1);
    assertThat(negative.reason()).isEqualTo(Reason.NEGATIVE_VALUE);
    assertThat(negative.mean()).hasValue(1.25);
    assertThat(negative.pairs()).hasSize(3);
    assertThat(negative.pairs().get(2).gini()).hasValue(0.2);
    assertThat(negative.pairs().get(2).between()).isEqualTo(OptionalDouble.empty());

    Inequality empty = Inequality.of(new Sample.Builder().build(), Inequality.EPSILONS);
    assertThat(empty.reason()).isEqualTo(Reason.NO_VALUES);
    assertThat(empty.mean()).isEmpty();
    assertThat(of("A5", 1).variation()).isEmpty();
    Inequality alike = of("A0.1 A0.1 B0.1", 1);
    assertThat(alike.reason()).isEqualTo(Reason.ALL_EQUAL);
    assertThat(alike.theilT().orElseThrow()).isEqualTo(new TheilParts(0, 0, 0));
    assertThat(alike.variation()).hasValue(0);
    assertThatThrownBy(() -> of("A1 BNaN", 1))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("group 'B': a value is NaN");
  }

  /** Values that differ in their last digits: the second order remains, and does not cancel. */
  @Test
  void nearlyAlikeValuesDoNotCancel() {
    Sample.Builder sample = new Sample.Builder();
    sample.add("A", 1 - 0x1p-40);
    sample.add("B", 1 + 0x1p-40);
    Inequality all = Inequality.of(sample.build(), Inequality.EPSILONS);
    assertThat(all.gini().orElseThrow().gini()).isEqualTo(0x1p-41);
    assertThat(all.theilT().orElseThrow().total()).isCloseTo(0x1p-81, within(1e-36));
    assertThat(all.theilL().orElseThrow().total()).isCloseTo(0x1p-81, within(1e-36));
    assertThat(all.atkinson().get(0)).hasValueCloseTo(0x1p-82, within(1e-36));
  }

  /** Neither scale spoils the other: a group of 1e-300 beside one of 1e307. */
  @Test
  void groupsOfTwoWorlds() {
    Inequality all = of("A1e-300 A3e-300 B1e307 B3e307 C2e-300", 1);
    assertThat(all.groups().get(0).gini()).hasValueCloseTo(0.25, within(1e-15));
    assertThat(all.groups().get(0).theilL()).hasValueCloseTo(0.143841036225890, within(1e-14));
    assertThat(all.pairs().get(1).above()).isCloseTo(0.5e-300, within(1e-314));
    assertThat(all.gini().orElseThrow().gini()).isCloseTo(0.7, within(1e-15));
    assertThat(all.theilL().orElseThrow().total()).isGreaterThan(800);
    TheilParts parts = all.theilL().orElseThrow();
    assertThat(parts.within() + parts.between()).isCloseTo(parts.total(), within(1e-10));
  }

  /**
   * GDP per head of the 32 Mexican states in 1940 by region (Hanson 1998), as libpysal carries it
   * (BSD-3); the figures are those of the tests of pysal's package inequality.
   */
  @Test
  void mexicanStatesOf1940() {
    Inequality all =
        of(
            "b10384 a22361 b9573 e3758 e2934 a8578 a8537 c6909 d17816 b12132 c4359 e2181 c4414"
                + " c5309 d3408 c3327 c6936 b4836 a9073 e1892 c3569 c11016 e21965 b4372 b4840"
                + " a6399 e2459 a7508 c3605 c5203 e7990 b3734",
            1);
    assertThat(all.gini().orElseThrow().gini()).isCloseTo(0.3537237117345285, within(1e-7));
    assertThat(all.theilT().orElseThrow().total()).isCloseTo(0.20894344, within(5e-9));
    assertThat(all.theilT().orElseThrow().between()).isCloseTo(0.0345889, within(5e-8));
  }

  /** All years of the same, and more figures. */
  @Test
  void mexicanStates() throws IOException {
    Path place = SharedCases.file("cases/indices/gini_theil_mexico_pysal");
    List<Map<String, String>> states = SharedCases.rows(place.resolve("data.csv"));
    List<Map<String, String>> expected = SharedCases.rows(place.resolve("expected.csv"));
    assertThat(expected).hasSizeGreaterThan(10);
    for (Map<String, String> figure : expected) {
      Sample.Builder sample = new Sample.Builder();
      states.forEach(
          s -> sample.add(s.get("hanson98"), Double.parseDouble(s.get(figure.get("key")))));
      Inequality all = Inequality.of(sample.build(), Inequality.EPSILONS);
      double ours =
          switch (figure.get("quantity")) {
            case "gini" -> all.gini().orElseThrow().gini();
            case "theil" -> all.theilT().orElseThrow().total();
            default -> all.theilT().orElseThrow().between();
          };
      assertThat(ours)
          .as(figure.toString())
          .isCloseTo(
              Double.parseDouble(figure.get("value")),
              within(Double.parseDouble(figure.get("abs_tol"))));
    }
  }

  private static Inequality of(String values, double scale) {
    return Inequality.of(sample(values, scale), Inequality.EPSILONS);
  }

  /** Values after the letter of their group. */
  private static Sample sample(String values, double scale) {
    Sample.Builder sample = new Sample.Builder();
    for (String value : values.split(" ", -1)) {
      sample.add(value.substring(0, 1), Double.parseDouble(value.substring(1)) * scale);
    }
    return sample.build();
  }
}
