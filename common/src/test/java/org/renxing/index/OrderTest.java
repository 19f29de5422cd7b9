package org.renxing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.column.ExactSum;
import org.renxing.index.score.Scores;
import org.renxing.index.weigh.Weights;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario;
import org.renxing.testing.Frames;
import org.renxing.testing.NormalisedFrame;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Systems;

/** Every double has the same bits in whatever order and partitions the rows come. */
class OrderTest {
  private static final IndexSystem SYSTEM =
      index(
          node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
          node("e", leaf("f", "x"), leaf("g", "x"), leaf("h", "x")));

  private static List<Row> values() {
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    for (int unit = 0; unit < 30; unit++) {
      for (int year = 2019; year <= 2021; year++) {
        for (String code : List.of("a", "b", "c", "f", "g", "h")) {
          double x = 1e6 * Math.exp(random.nextGaussian());
          rows.add(row("u" + unit, year, code, random.nextInt(500) == 0 ? null : x));
        }
      }
    }
    return rows;
  }

  /** The rows of every table as text, with doubles as their bits. */
  private static Set<String> chain(List<Row> rows, int partitions) {
    SparkExtension.session().conf().set("spark.sql.shuffle.partitions", partitions);
    try {
      Scenario scenario = Systems.scenario(SYSTEM, "2019..2021", Systems.DEFAULT_IMPUTATION, "");
      Dataset<Row> values = normalised(scenario.normalisation(), rows, partitions).cache();
      Dataset<Row> weights =
          new Weights(SYSTEM)
              .of(
                  values,
                  List.of(scheme("entropy"), scheme("equal"), scheme("critic-improved")),
                  Map.of())
              .cache();
      Set<String> out = new TreeSet<>(bits("normalised", values));
      Dataset<Row> zscores = normalised(zScore(), rows, partitions);
      out.addAll(bits("zscores", zscores));
      out.addAll(bits("weights", weights));
      Dataset<Row> scores = new Scores(SYSTEM, scenario.aggregation()).of(values, weights).cache();
      out.addAll(bits("scores", scores));
      return out;
    } finally {
      SparkExtension.session().catalog().clearCache();
      SparkExtension.session().conf().set("spark.sql.shuffle.partitions", "2");
    }
  }

  private static Dataset<Row> normalised(Normalisation how, List<Row> rows, int partitions) {
    return NormalisedFrame.of(how, SYSTEM, rows).repartition(partitions);
  }

  private static Normalisation zScore() {
    return new Normalisation(
        "z-score",
        Normalisation.Scope.POOLED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        1,
        Map.of());
  }

  private static Set<String> bits(String table, Dataset<Row> frame) {
    Set<String> out = new HashSet<>();
    for (Row row : frame.collectAsList()) {
      StringBuilder text = new StringBuilder(table);
      for (int i = 0; i < row.length(); i++) {
        Object x = row.get(i);
        text.append(' ').append(x instanceof Double d ? Double.doubleToLongBits(d) : x);
      }
      out.add(text.toString());
    }
    assertThat(out).as(table).isNotEmpty();
    return out;
  }

  @Test
  void wholeChain() {
    List<Row> rows = values();
    Set<String> one = chain(rows, 1);
    for (int partitions : List.of(3, 7)) {
      Collections.shuffle(rows, new Random(partitions));
      assertThat(chain(rows, partitions))
          .as(partitions + " partitions")
          .containsExactlyInAnyOrderElementsOf(one);
    }
  }

  @Test
  void sumsAreNearTheTrueSumAndKeepTheirBits() {
    Random random = new Random(2);
    List<Row> rows = new ArrayList<>();
    BigDecimal truth = BigDecimal.ZERO;
    for (int i = 0; i < 500; i++) {
      double x = random.nextGaussian() * Math.pow(10, random.nextInt(14) - 8);
      truth = truth.add(new BigDecimal(x));
      rows.add(row(x));
    }
    rows.add(row((Object) null));
    Set<Double> narrow = new HashSet<>();
    Set<Double> wide = new HashSet<>();
    for (int i = 1; i <= 3; i++) {
      Collections.shuffle(rows, random);
      Dataset<Row> frame = Frames.of("x double", rows).repartition(i);
      Row sums = frame.agg(ExactSum.of(frame.col("x")), ExactSum.wide(frame.col("x"))).head();
      narrow.add(sums.getDouble(0));
      wide.add(sums.getDouble(1));
    }
    assertThat(narrow).hasSize(1);
    assertThat(wide).hasSize(1);
    double exact = truth.doubleValue();
    assertThat(narrow.iterator().next() / exact - 1).isBetween(-4e-16, 4e-16);
    assertThat(wide.iterator().next() / exact - 1).isBetween(-4e-16, 4e-16);
    Dataset<Row> none = Frames.of("x double", row((Object) null));
    assertThat(none.agg(ExactSum.of(none.col("x"))).head().isNullAt(0)).isTrue();
  }
}
