package org.renxing.index.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.PairInequality;
import org.renxing.inequality.Sample;
import org.renxing.testing.Frames;

class InequalityStageTest {
  private static final String VALUES = "measure string, unit_id string, year int, value double";
  private static final String UNITS = "unit_id string, region string";
  private static final int COUNT = 60;

  /** Whatever the partitions: the bits of the kernel, for each measure, grouping and year. */
  @Test
  void partitionsDoNotCount() {
    List<Row> values = new ArrayList<>();
    List<Row> units = new ArrayList<>();
    Sample.Builder expected = new Sample.Builder();
    SplittableRandom random = new SplittableRandom(7);
    for (int unit = 0; unit < COUNT; unit++) {
      String region = "r" + unit % 5;
      units.add(row("u" + unit, unit == 0 ? null : region));
      for (int year = 2019; year < 2022; year++) {
        double value = Math.rint(random.nextDouble() * 50) / 7;
        values.add(row("m", "u" + unit, year, value));
        values.add(row("o", "u" + unit, year, unit % 2 == 0 ? value : null));
        if (year == 2020 && unit > 0) {
          expected.add(region, value);
        }
      }
    }
    Dataset<Row> groups = Frames.of(UNITS, units);
    Dataset<Row> one = Frames.of(VALUES, values).repartition(1);
    Map<String, Row> single = answers(one, groups);
    Map<String, Row> many = answers(Frames.of(VALUES, values).repartition(7), groups);
    assertThat(many).isEqualTo(single).hasSize(12);
    assertThat(single.get("o all 2019").<Long>getAs("n")).isEqualTo(COUNT / 2);
    assertThat(single.get("m all 2019").<Integer>getAs("n_groups")).isEqualTo(1);

    Inequality kernel = Inequality.of(expected.build(), Inequality.EPSILONS);
    Row cell = single.get("m region 2020");
    assertThat(cell.<Long>getAs("n")).isEqualTo(COUNT - 1);
    assertThat(cell.<Double>getAs("gini")).isEqualTo(kernel.gini().orElseThrow().gini());
    assertThat(cell.<Double>getAs("between_share"))
        .isEqualTo(kernel.gini().orElseThrow().betweenShare().orElseThrow());
    assertThat(cell.<Double>getAs("theil_t_between"))
        .isEqualTo(kernel.theilT().orElseThrow().between());
    assertThat(cell.<String>getAs("reason")).isEqualTo("ZERO_VALUE");
    assertThat(cell.<Double>getAs("theil_l")).isNull();
    assertThat(cell.<Double>getAs("atkinson_05")).isEqualTo(kernel.atkinson().get(0).orElseThrow());
    assertThat(cell.<Double>getAs("cv")).isEqualTo(kernel.variation().orElseThrow());
    assertThat(cell.getList(cell.fieldIndex("groups"))).hasSize(5);
    Row pair = cell.<Row>getList(cell.fieldIndex("pairs")).get(9);
    PairInequality last = kernel.pairs().get(9);
    assertThat(pair)
        .isEqualTo(
            row(
                "r3",
                "r4",
                last.higher().orElseThrow(),
                last.gini().orElseThrow(),
                last.above(),
                last.below(),
                last.affluence(),
                last.between().orElseThrow(),
                last.transvariation().orElseThrow(),
                null));
  }

  private static Map<String, Row> answers(Dataset<Row> values, Dataset<Row> units) {
    return Frames.by(
        InequalityStage.byYear(values, units, List.of("region")),
        r -> r.getString(0) + " " + r.getString(1) + " " + r.getInt(2));
  }
}
