package org.renxing.index.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;
import org.renxing.testing.Frames;

/** The tables of diagnosis, against brute force in plain Java. */
class DiagnosisTest {
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
          node("e", leaf("f", "x"), leaf("g", "x")));
  private static final IndicatorOrder ORDER = IndicatorOrder.of(SYSTEM);
  private static final Diagnosis DIAGNOSIS =
      new Diagnosis(SYSTEM, List.of(scheme("equal")), Aggregation.ARITHMETIC);
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

  private static Dataset<Row> facts(List<Row> values, int partitions) {
    List<Row> weights = new ArrayList<>();
    for (String code : ORDER.codes()) {
      weights.add(row("equal", 0, code, ORDER.codes().indexOf(code) < 3 ? 1.0 / 6 : 0.25));
    }
    Dataset<Row> vectors =
        IndicatorVectors.of(
            Frames.of("unit_id string, year int, indicator_code string, normalised double", values),
            Frames.of(
                "scheme string, year int, indicator_code string, global_weight double", weights),
            ORDER,
            List.of("equal"));
    return DIAGNOSIS.facts(vectors.repartition(partitions)).cache();
  }

  private static List<Row> values() {
    List<Row> out = new ArrayList<>();
    double[][][] panel = panel();
    for (int year = 0; year < panel.length; year++) {
      for (int j = 0; j < ORDER.size(); j++) {
        for (int i = 0; i < UNITS; i++) {
          out.add(row("u" + i, 2020 + year, ORDER.codes().get(j), panel[year][j][i]));
        }
      }
    }
    return out;
  }

  private static double[] pooled(int j) {
    double[][][] panel = panel();
    double[] out = new double[2 * UNITS];
    System.arraycopy(panel[0][j], 0, out, 0, UNITS);
    System.arraycopy(panel[1][j], 0, out, UNITS, UNITS);
    return out;
  }

  @Test
  void tablesAgreeWithBruteForce() {
    Dataset<Row> facts = facts(values(), 3);
    Map<String, Row> pairs =
        Frames.by(DIAGNOSIS.correlations(facts), "indicator_a", "indicator_b", "year");
    assertThat(pairs).hasSize(10 * 3);
    Row pair = pairs.get("a/c/2021");
    double[][] second = panel()[1];
    assertThat(pair.<Double>getAs("pearson"))
        .isCloseTo(new PearsonsCorrelation().correlation(second[0], second[2]), offset(1e-12));
    assertThat(pair.<Double>getAs("spearman"))
        .isCloseTo(new SpearmansCorrelation().correlation(second[0], second[2]), offset(1e-12));
    assertThat(pair.<Boolean>getAs("is_redundant")).isFalse();
    assertThat(pairs.get("a/f/0").<Double>getAs("pearson"))
        .isCloseTo(new PearsonsCorrelation().correlation(pooled(0), pooled(3)), offset(1e-12));
    Row contrary = pairs.get("f/g/0");
    assertThat(contrary.<Double>getAs("pearson")).isCloseTo(-1, offset(1e-12));
    assertThat(contrary.<Boolean>getAs("is_redundant")).isTrue();
    assertThat(contrary.<Boolean>getAs("is_contrary")).isTrue();
    assertThat(contrary.<Long>getAs("n")).isEqualTo(40L);

    Map<String, Row> nodes = Frames.by(DIAGNOSIS.reliability(facts), "system", "year");
    assertThat(nodes).hasSize(3 * 3);
    Row opposed = nodes.get("e/2020");
    assertThat(opposed.<Double>getAs("pc1_share")).isCloseTo(1, offset(1e-12));
    assertThat(opposed.<Integer>getAs("n_kaiser")).isEqualTo(1);
    assertThat(nodes.get("s/0").<Double>getAs("cronbach_alpha")).isBetween(0.0, 1.0);
    assertThat(nodes.get("overall/0").<Integer>getAs("n_varying")).isEqualTo(5);

    Map<String, Row> influence =
        Frames.by(DIAGNOSIS.influence(facts), "system", "indicator_code", "year");
    assertThat(influence).hasSize(10 * 3);
    assertThat(influence.get("s/a/0").<Double>getAs("nominal_weight"))
        .isCloseTo(1.0 / 3, offset(1e-15));
    // f and g cancel, so that all variance of the whole comes from s
    double bySystem =
        influence.get("overall/f/0").<Double>getAs("effective_influence")
            + influence.get("overall/g/0").<Double>getAs("effective_influence");
    assertThat(bySystem).isCloseTo(0, offset(1e-12));
    assertThat(influence.get("e/f/2020").<Double>getAs("effective_influence")).isNull();
    facts.unpersist();
  }

  @Test
  void sameBitsInAnyOrder() {
    List<Row> values = values();
    Set<String> one = bits(values, 1);
    Collections.shuffle(values, new Random(5));
    assertThat(bits(values, 4)).isEqualTo(one);
  }

  private static Set<String> bits(List<Row> values, int partitions) {
    Dataset<Row> facts = facts(values, partitions);
    Set<String> out = new TreeSet<>();
    List.of(DIAGNOSIS.correlations(facts), DIAGNOSIS.reliability(facts), DIAGNOSIS.influence(facts))
        .forEach(table -> table.collectAsList().forEach(r -> out.add(r.toString())));
    facts.unpersist();
    return out;
  }
}
