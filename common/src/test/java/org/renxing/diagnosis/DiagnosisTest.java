package org.renxing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;

/** Diagnosis against brute force in plain Java. */
class DiagnosisTest {
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
          node("e", leaf("f", "x"), leaf("g", "x")));
  private static final IndicatorOrder ORDER = IndicatorOrder.of(SYSTEM);
  private static final Diagnosis DIAGNOSIS =
      Diagnosis.of(SYSTEM, List.of(scheme("equal")), Aggregation.ARITHMETIC);
  private static final int UNITS = 20;

  /** Values by year, indicator and unit. */
  private static double[][][] panel() {
    Random random = new Random(4);
    double[][][] out = new double[2][ORDER.size()][UNITS];
    for (double[][] year : out) {
      for (int i = 0; i < UNITS; i++) {
        double common = random.nextDouble();
        for (int j = 0; j < year.length; j++) {
          year[j][i] = j == 4 ? 1 - year[3][i] : (common + random.nextDouble() * (j + 1)) / (j + 2);
        }
      }
    }
    return out;
  }

  /** All years together, and each. */
  private static List<Period> periods(Random shuffling) {
    double[] weights = {1.0 / 6, 1.0 / 6, 1.0 / 6, 0.25, 0.25};
    double[][][] panel = panel();
    List<Period> years = new ArrayList<>();
    for (int year = 0; year < panel.length; year++) {
      double[][] columns = panel[year];
      List<IndicatorVector> units = new ArrayList<>();
      for (int i = 0; i < UNITS; i++) {
        int unit = i;
        double[] values = Arrays.stream(columns).mapToDouble(column -> column[unit]).toArray();
        units.add(IndicatorVector.of("u" + i, 2020 + year, values, values));
      }
      Collections.shuffle(units, shuffling);
      years.add(DIAGNOSIS.year(2020 + year, units, weights));
    }
    Collections.shuffle(years, shuffling);
    return DIAGNOSIS.periods(years);
  }

  private static Diagnosis.Correlation pair(Period period, int first, int second) {
    return DIAGNOSIS.correlations(period).stream()
        .filter(c -> c.first() == first && c.second() == second)
        .findFirst()
        .orElseThrow();
  }

  private static Influence influence(Period period, String system, String indicator) {
    int place = 0;
    for (InfluenceTarget target : DIAGNOSIS.targets()) {
      for (int member : target.members()) {
        if (target.node().equals(system) && ORDER.codes().get(member).equals(indicator)) {
          return period.influence().get(place);
        }
        place++;
      }
    }
    throw new AssertionError(system + " has no " + indicator);
  }

  private static Reliability reliability(Period period, String system) {
    return ORDER.nodes().stream()
        .filter(node -> node.code().equals(system))
        .map(node -> Reliability.of(period.values(), node.members()))
        .findFirst()
        .orElseThrow();
  }

  private static double[] pooled(int j) {
    double[][][] panel = panel();
    double[] out = new double[2 * UNITS];
    System.arraycopy(panel[0][j], 0, out, 0, UNITS);
    System.arraycopy(panel[1][j], 0, out, UNITS, UNITS);
    return out;
  }

  @Test
  void figuresAgreeWithBruteForce() {
    List<Period> periods = periods(new Random(1));
    assertThat(periods).extracting(Period::year).containsExactly(0, 2020, 2021);
    Period all = periods.get(0);
    assertThat(all.units()).isEqualTo(2L * UNITS);
    assertThat(DIAGNOSIS.correlations(all)).hasSize(10);
    Diagnosis.Correlation pair = pair(periods.get(2), 0, 2);
    double[][] second = panel()[1];
    assertThat(pair.pearson())
        .isCloseTo(new PearsonsCorrelation().correlation(second[0], second[2]), offset(1e-12));
    assertThat(pair.spearman())
        .isCloseTo(new SpearmansCorrelation().correlation(second[0], second[2]), offset(1e-12));
    assertThat(pair.isRedundant()).isFalse();
    assertThat(pair.isWithinSystem()).isTrue();
    assertThat(pair(all, 0, 3).pearson())
        .isCloseTo(new PearsonsCorrelation().correlation(pooled(0), pooled(3)), offset(1e-12));
    Diagnosis.Correlation contrary = pair(all, 3, 4);
    assertThat(contrary.pearson()).isCloseTo(-1, offset(1e-12));
    assertThat(contrary.isRedundant()).isTrue();
    assertThat(contrary.isContrary()).isTrue();
    assertThat(contrary.n()).isEqualTo(40L);

    double[] opposed = reliability(periods.get(1), "e").componentShares();
    assertThat(opposed[0]).isCloseTo(1, offset(1e-12));
    assertThat(Reliability.kaiser(opposed)).isEqualTo(1);
    assertThat(reliability(all, "s").alpha()).isBetween(0.0, 1.0);
    assertThat(reliability(all, "overall").varying()).hasSize(5);

    assertThat(all.influence()).hasSize(10);
    assertThat(influence(all, "s", "a").nominalWeight()).isCloseTo(1.0 / 3, offset(1e-15));
    // f and g cancel, so that all variance of the whole comes from s
    double bySystem =
        influence(all, "overall", "f").effective() + influence(all, "overall", "g").effective();
    assertThat(bySystem).isCloseTo(0, offset(1e-12));
    assertThat(influence(periods.get(1), "e", "f").effective()).isNaN();
  }

  /** Where nothing is there, nothing is known. */
  @Test
  void noYears() {
    List<Period> none = DIAGNOSIS.periods(List.of());
    assertThat(none).hasSize(1);
    assertThat(pair(none.get(0), 0, 1).n()).isZero();
    assertThat(pair(none.get(0), 0, 1).isKnown()).isFalse();
    assertThat(influence(none.get(0), "s", "a").nominalWeight()).isNaN();
  }

  @Test
  void sameBitsInAnyOrder() {
    assertThat(bits(new Random(5))).isEqualTo(bits(new Random(6))).hasSize(3 * (10 + 3 + 10));
  }

  private static List<String> bits(Random shuffling) {
    List<String> out = new ArrayList<>();
    for (Period period : periods(shuffling)) {
      DIAGNOSIS.correlations(period).forEach(c -> out.add(c.toString()));
      for (IndicatorOrder.Node node : ORDER.nodes()) {
        Reliability found = Reliability.of(period.values(), node.members());
        out.add(found.alpha() + " " + found.meanCorrelation());
      }
      for (Influence i : period.influence()) {
        out.add(i.nominalWeight() + " " + i.effective() + " " + i.correlation() + " " + i.n());
      }
    }
    return out;
  }
}
