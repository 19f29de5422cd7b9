package org.renxing.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.Ranking;
import org.renxing.model.RenxingException;
import org.renxing.panel.IndicatorVector;

class MultiCriteriaTest {
  private static final double[] ALIKE = {1, 1};

  private static MultiCriteria of(Ranking ranking, double[]... units) {
    return MultiCriteria.of(RankingRule.of(ranking), List.of(units), ALIKE);
  }

  private static double[] unit(double... values) {
    return values;
  }

  @ParameterizedTest
  @EnumSource(Ranking.class)
  void reasons(Ranking ranking) {
    MultiCriteria one = of(ranking, unit(1, 2));
    assertThat(one.reason(0)).contains(RankingReason.SINGLE_UNIT);
    assertThat(one.score(0)).isNaN();
    assertThat(one.compromise()).isEmpty();
    MultiCriteria equal = of(ranking, unit(0.1 + 0.2, 0), unit(0.3, 0));
    assertThat(equal.reason(1)).contains(RankingReason.NO_VARIATION);
    assertThat(equal.score(1)).isNaN();
    MultiCriteria lacking =
        of(ranking, unit(0, 0), unit(9, Double.NaN), unit(1, 0), unit(Double.NaN, Double.NaN));
    assertThat(lacking.reason(1)).contains(RankingReason.MISSING_INDICATOR);
    assertThat(lacking.reason(0)).isEmpty();
    // the unit that lacks one is no ideal for the others
    MultiCriteria without = of(ranking, unit(0, 0), unit(1, 0));
    assertThat(lacking.score(2)).isEqualTo(without.score(1));
    assertThat(lacking.merit(2)).isGreaterThan(lacking.merit(0));
    List<double[]> two = List.of(unit(1, 2), unit(3, 4));
    RankingRule rule = RankingRule.of(ranking);
    assertThat(MultiCriteria.of(rule, two, new double[] {1, Double.NaN}).reason(0))
        .contains(RankingReason.NO_WEIGHT);
    assertThat(MultiCriteria.of(rule, two, new double[2]).reason(1))
        .contains(RankingReason.NO_WEIGHT);
    assertThat(MultiCriteria.of(rule, List.of(), ALIKE).compromise()).isEmpty();
  }

  /** A criterion without weight may be missing and has no say. */
  @ParameterizedTest
  @EnumSource(Ranking.class)
  void weightsOfZero(Ranking ranking) {
    MultiCriteria found =
        MultiCriteria.of(
            RankingRule.of(ranking),
            List.of(unit(1, Double.NaN), unit(2, 7), unit(3, -1)),
            new double[] {2, 0});
    MultiCriteria alone =
        MultiCriteria.of(
            RankingRule.of(ranking), List.of(unit(1), unit(2), unit(3)), new double[] {0.5});
    for (int i = 0; i < 3; i++) {
      assertThat(found.score(i)).isEqualTo(alone.score(i));
    }
  }

  @Test
  void sizesThatOverflow() {
    List<double[]> units = List.of(unit(-1e300, 1e-310), unit(1e300, 2e-310), unit(0, 0));
    for (boolean isVector : new boolean[] {false, true}) {
      MultiCriteria found =
          MultiCriteria.of(new RankingRule(Ranking.TOPSIS, 0.5, 0.5, isVector), units, ALIKE);
      assertThat(found.score(0)).isBetween(0.0, 0.5);
      assertThat(found.score(1)).isEqualTo(1);
    }
    assertThat(of(Ranking.VIKOR, units.toArray(double[][]::new)).score(1)).isZero();
    assertThat(of(Ranking.GREY_RELATIONAL, units.toArray(double[][]::new)).score(1)).isOne();
  }

  @ParameterizedTest
  @EnumSource(Ranking.class)
  void bestAndWorstOfAll(Ranking ranking) {
    MultiCriteria found = of(ranking, unit(1, 1), unit(0.5, 0.2), unit(0, 0), unit(1, 1));
    assertThat(UnitRanking.ranks(found, new int[] {2020, 2020, 2020, 2020}))
        .containsExactly(1, 2, 3, 1);
    assertThat(UnitRanking.ranks(found, new int[] {2020, 2021, 2021, 2019}))
        .containsExactly(1, 1, 2, 1);
  }

  @Test
  void coefficients() {
    assertThatThrownBy(() -> new RankingRule(Ranking.GREY_RELATIONAL, 0, 0.5, false))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("rho")
        .extracting(e -> ((RenxingException) e).code())
        .isEqualTo(ErrorCode.CONFIGURATION);
    assertThatThrownBy(() -> new RankingRule(Ranking.VIKOR, 0.5, Double.NaN, false))
        .hasMessageContaining("v must be from 0 to 1");
  }

  /** Opricovic and Tzeng's climbers: A2 leads by all of Q, and is not ahead in S or R alone. */
  @Test
  void compromises() {
    Compromise ahead = of(Ranking.VIKOR, unit(1, 1), unit(0, 0), unit(0, 0)).compromise().get();
    assertThat(ahead.isAhead()).isTrue();
    assertThat(ahead.isStable()).isTrue();
    assertThat(ahead.required()).isEqualTo(0.5);
    assertThat(ahead.members()).containsExactly(true, false, false);
    // near the best: within a third of it
    Compromise near =
        of(Ranking.VIKOR, unit(1, 1), unit(0.9, 0.9), unit(0, 0.1), unit(0, 0)).compromise().get();
    assertThat(near.isAhead()).isFalse();
    assertThat(near.advantage()).isCloseTo(0.1, within(1e-12));
    assertThat(near.members()).containsExactly(true, true, false, false);
  }

  /** Ahead in Q, and first neither in the sum nor in the largest regret. */
  @Test
  void unstableLead() {
    double[] weights = {1, 1, 1, 1};
    Vikor found =
        Vikor.of(
            new Alternatives(
                List.of(
                    unit(0.55, 0.55, 0.55, 0.55),
                    unit(1, 1, 1, 0),
                    unit(0.5, 0.5, 0.5, 0.5),
                    unit(0.7, 0.7, 0.7, 0.49),
                    unit(0, 0, 0, 1)),
                weights),
            0.5);
    Compromise compromise = found.compromise();
    assertThat(compromise.isStable()).isFalse();
    assertThat(compromise.isAhead()).isFalse();
    assertThat(compromise.members().get(3)).isTrue();
  }

  /** Equal sums and equal largest regrets up to rounding: none is worse. */
  @Test
  void mirrored() {
    MultiCriteria found =
        MultiCriteria.of(
            RankingRule.of(Ranking.VIKOR),
            List.of(unit(1, 0, 0.3), unit(0, 1, 0.3)),
            new double[] {0.1, 0.1, 0.8});
    assertThat(found.score(0)).isZero();
    assertThat(found.score(1)).isZero();
  }

  @Property(tries = 200)
  void withinBoundsInAnyOrder(
      @ForAll @IntRange(min = 2, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 5) int k,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<double[]> units = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      units.add(random.doubles(k).map(x -> Math.rint(x * 6) - 2).toArray());
    }
    double[] weights = random.doubles(k, 0.1, 1).toArray();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<double[]> shuffled = order.stream().map(units::get).toList();
    for (Ranking ranking : Ranking.values()) {
      RankingRule rule = new RankingRule(ranking, 0.5, 0.5, random.nextBoolean());
      MultiCriteria found = MultiCriteria.of(rule, units, weights);
      MultiCriteria other = MultiCriteria.of(rule, shuffled, weights);
      for (int i = 0; i < n; i++) {
        assertThat(other.score(i)).isEqualTo(Double.valueOf(found.score(order.get(i))));
        assertThat(Double.isNaN(found.score(i))).isEqualTo(found.reason(i).isPresent());
        assertThat(
                found.reason(i).isPresent() || (found.score(i) >= 0 && found.score(i) <= 1 + 1e-15))
            .isTrue();
        for (int h = 0; h < n && found.reason(i).isEmpty(); h++) {
          if (dominates(units.get(i), units.get(h))) {
            assertThat(found.merit(i)).isGreaterThanOrEqualTo(found.merit(h) - 1e-12);
          }
        }
      }
    }
  }

  private static boolean dominates(double[] a, double[] b) {
    boolean out = true;
    for (int j = 0; j < a.length; j++) {
      out &= a[j] >= b[j];
    }
    return out;
  }

  /** Figures by hand: four pairs agree, one is a tie in b, one is turned. */
  @Test
  void agreement() {
    Agreement found =
        Agreement.of(new double[] {4, 3, 2, 1, 7}, new double[] {5, 5, 1, 2, Double.NaN});
    assertThat(found.n()).isEqualTo(4);
    assertThat(found.kendall()).isCloseTo(3 / Math.sqrt(6 * 5), within(1e-15));
    // ranks 4, 3, 2, 1 and 3.5, 3.5, 1, 2
    assertThat(found.spearman()).isCloseTo(3.5 / Math.sqrt(5 * 4.5), within(1e-15));
    assertThat(Agreement.of(new double[] {1, 2}, new double[] {3, 3}).kendall()).isNaN();
    assertThat(Agreement.of(new double[] {1}, new double[] {3}).spearman()).isNaN();
    assertThat(Agreement.of(new double[0], new double[0]).n()).isZero();
    assertThat(Agreement.of(new double[] {1, 2, 3}, new double[] {1, 4, 9}).spearman()).isOne();
  }

  @Test
  void unitsOfYears() {
    List<IndicatorVector> units = new ArrayList<>();
    for (int year = 2020; year < 2022; year++) {
      units.add(IndicatorVector.of("b", year, ALIKE, new double[] {0.2 + year - 2020, 0.1}));
      units.add(IndicatorVector.of("a", year, ALIKE, new double[] {1, year - 2020}));
    }
    units.add(IndicatorVector.of("c", 2020, ALIKE, new double[] {1, Double.NaN}));
    List<UnitRanking> found =
        UnitRanking.of(List.of(Ranking.TOPSIS, Ranking.VIKOR), units, new double[] {0.5, 0.5});
    Collections.reverse(units);
    assertThat(UnitRanking.of(List.of(Ranking.TOPSIS, Ranking.VIKOR), units, ALIKE))
        .isEqualTo(found);
    assertThat(found.stream().map(UnitRanking::unitId))
        .containsExactly("a", "a", "b", "b", "c", "a", "a", "b", "b", "c");
    assertThat(found.get(4))
        .matches(c -> Double.isNaN(c.score()) && c.rank() == 0)
        .extracting(UnitRanking::reason)
        .isEqualTo("MISSING_INDICATOR");
    assertThat(found.stream().filter(r -> r.year() == 2021).mapToInt(UnitRanking::rank))
        .containsExactly(1, 2, 1, 2);
    assertThat(Arrays.stream(Ranking.values()).map(Ranking::id))
        .containsExactly("topsis", "grey-relational", "rank-sum-ratio", "vikor");
  }
}
