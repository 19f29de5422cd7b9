package org.renxing.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.dynamics.Dynamics;
import org.renxing.model.RenxingException;
import org.renxing.model.SpaceOptions;
import org.renxing.space.Autocorrelation;
import org.renxing.space.NeighbourRules;
import org.renxing.testing.Frames;

/** Dynamics and space as frames: all measures at once, edges, and no trace of partitions. */
class MeasureStagesTest {
  private static final String MEASURES =
      "measure string, unit_id string, unit_name string, year int, value double";
  private static final List<String> GROUPINGS = List.of("region");
  private static final int UNITS = 20;
  private static final int YEARS = 5;

  private static Dataset<Row> units() {
    List<Row> out = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      Double lon = u == 3 ? null : Double.valueOf(100 + u % 5);
      out.add(row(id(u), u == 4 ? null : u % 2 == 0 ? "east" : "west", lon, 30 + u / 5.0));
    }
    return Frames.of("unit_id string, region string, lon double, lat double", out);
  }

  private static String id(int unit) {
    return String.format(Locale.ROOT, "%06d", unit);
  }

  private static List<Row> rows() {
    Random random = new Random(5);
    List<Row> out = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      for (int t = 0; t < YEARS; t++) {
        double value = random.nextDouble();
        out.add(row("score.w.overall", id(u), "n" + u, 2010 + t, value));
        if (u != 7 || t != 2) { // a missing year
          out.add(row("d.pair", id(u), "n" + u, 2010 + t, 0.3 + 0.3 * value));
        }
        out.add(row("theta.m.constant", id(u), "n" + u, 2010 + t, 0.5));
      }
    }
    out.add(row("score.one.unit", id(0), "n0", 2010, 0.2));
    return out;
  }

  private static Dataset<Row> panels(List<Row> rows, int partitions) {
    return MeasurePanels.of(Frames.of(MEASURES, rows).repartition(partitions), units(), GROUPINGS);
  }

  private static Map<String, Row> dynamics(int partitions) {
    return new TreeMap<>(
        Frames.by(new Dynamics(GROUPINGS, 1).of(panels(rows(), partitions)), "measure"));
  }

  private static Map<String, Row> space(List<Row> rows, int partitions) {
    return new TreeMap<>(
        Frames.by(
            new Autocorrelation("test", 99, 1)
                .of(panels(rows, partitions), NeighbourRules.of(SpaceOptions.standard(), Map.of())),
            "measure",
            "year"));
  }

  private static Set<String> distinct(Row measure, String array, String field) {
    Set<String> out = new HashSet<>();
    measure
        .<Row>getList(measure.fieldIndex(array))
        .forEach(r -> out.add(String.valueOf(r.<Object>getAs(field))));
    return out;
  }

  @Test
  void dynamicsOfAllMeasures() {
    Map<String, Row> all = dynamics(1);
    assertThat(all).hasSize(4).isEqualTo(dynamics(7));

    Row overall = all.get("score.w.overall");
    assertThat(overall.<Row>getList(overall.fieldIndex("convergence"))).hasSize(9);
    assertThat(distinct(overall, "convergence", "group_value"))
        .containsExactlyInAnyOrder("all", "east", "west");
    assertThat(distinct(overall, "transitions", "from_class"))
        .containsExactlyInAnyOrder("Q1", "Q2", "Q3", "Q4");
    assertThat(overall.<Row>getList(overall.fieldIndex("densities"))).hasSize(101 * YEARS);
    assertThat(distinct(overall, "densities", "x")).hasSize(101);
    assertThat(overall.<Row>getList(overall.fieldIndex("units"))).hasSize(UNITS);

    Row pair = all.get("d.pair");
    assertThat(distinct(pair, "classes", "class"))
        .containsExactlyInAnyOrder("moderately disordered", "basically coordinated");
    long moves =
        pair.<Row>getList(pair.fieldIndex("transitions")).stream()
            .mapToLong(r -> r.<Long>getAs("n"))
            .sum();
    assertThat(moves).isEqualTo(UNITS * (YEARS - 1) - 2);

    Row constant = all.get("theta.m.constant");
    assertThat(constant.<Row>getList(constant.fieldIndex("densities"))).isEmpty();
    assertThat(constant.<Row>getList(constant.fieldIndex("events"))).isEmpty();
    assertThat(distinct(constant, "classes", "probability")).containsExactly("1.0");

    Row one = all.get("score.one.unit");
    assertThat(distinct(one, "convergence", "estimate")).containsExactly("null");
    assertThat(distinct(one, "convergence", "reason")).contains("ONE_YEAR", "FEWER_THAN_3_UNITS");
    assertThat(distinct(one, "classes", "reason")).containsExactly("NO_MOVES");
  }

  @Test
  void spaceOfAllMeasures() {
    Map<String, Row> all = space(rows(), 1);
    assertThat(all).hasSize(3 * YEARS + 1).isEqualTo(space(rows(), 7));
    Row first = all.get("score.w.overall/2010");
    assertThat(first.<String>getAs("weights")).isEqualTo("knn:4");
    assertThat(first.<Long>getAs("n")).isEqualTo(UNITS - 1);
    assertThat(first.<Long>getAs("n_left_out")).isEqualTo(1);
    assertThat(first.<Double>getAs("expected")).isEqualTo(-1.0 / (UNITS - 2));
    assertThat(first.<Row>getList(first.fieldIndex("units"))).hasSize(UNITS - 1);
    assertThat(all.get("d.pair/2012").<Long>getAs("n")).isEqualTo(UNITS - 2);
    assertThat(all.get("theta.m.constant/2010").<String>getAs("reason")).isEqualTo("CONSTANT");
    assertThat(all.get("score.one.unit/2010").<String>getAs("reason"))
        .isEqualTo("FEWER_THAN_4_UNITS");
    // another measure with the same values is set against the same arrangements
    Row scaled = all.get("d.pair/2011");
    Row plain = all.get("score.w.overall/2011");
    assertThat(scaled.<Double>getAs("p_value")).isEqualTo(plain.<Double>getAs("p_value"));
    for (Row unit : plain.<Row>getList(plain.fieldIndex("units"))) {
      double p = unit.getAs("p_value");
      assertThat(unit.<Double>getAs("p_value_two_sided")).isEqualTo(Math.min(1, 2 * p));
      assertThat(unit.<Boolean>getAs("is_significant")).isEqualTo(p <= 0.05);
    }
  }

  @Test
  void nothingComesOfNothing() {
    Dataset<Row> none = panels(List.of(), 1);
    assertThat(new Dynamics(GROUPINGS, 1).of(none).collectAsList()).isEmpty();
    assertThat(space(List.of(), 1)).isEmpty();
    assertThatThrownBy(
            () -> MeasurePanels.of(Frames.of(MEASURES, List.of()), units(), List.of("rgn")))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("groupings: units have no column 'rgn'");
  }
}
