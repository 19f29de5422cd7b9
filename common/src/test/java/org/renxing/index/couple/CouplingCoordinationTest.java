package org.renxing.index.couple;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Coupling;
import org.renxing.model.Coupling.Variant;
import org.renxing.testing.Frames;
import org.renxing.testing.SharedCases;

class CouplingCoordinationTest {
  private static final String SCORES =
      "scheme string, system string, unit_id string, year int, score double";

  private static Coupling coupling(Variant variant, Double... weights) {
    List<String> systems = List.of("s1", "s2", "s3", "s4").subList(0, weights.length);
    return new Coupling("pair", "x", systems, List.of(weights), variant);
  }

  private static List<Row> unit(String id, Double... scores) {
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      out.add(row("x", "s" + (i + 1), id, 2020, scores[i]));
    }
    return out;
  }

  @SafeVarargs
  private static Map<String, Row> couple(Coupling coupling, List<Row>... units) {
    List<Row> all = new ArrayList<>();
    for (List<Row> unit : units) {
      all.addAll(unit);
    }
    Dataset<Row> scores = Frames.of(SCORES, all);
    return Frames.by(new CouplingCoordination(coupling, 1).of(scores), "unit_id");
  }

  private static double get(Row row, String column) {
    return row.<Double>getAs(column);
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
    List<Row> all = new ArrayList<>();
    for (String[] u : MATHMODELS) {
      all.addAll(unit(u[0], Double.valueOf(u[1]), Double.valueOf(u[2]), Double.valueOf(u[3])));
    }
    Map<String, Row> rows = couple(coupling, all);
    for (int i = 0; i < MATHMODELS.length; i++) {
      Row row = rows.get(MATHMODELS[i][0]);
      assertThat(get(row, "c")).isCloseTo(expected[i][0], offset(0.0005005));
      assertThat(get(row, "t")).isCloseTo(expected[i][1], offset(0.0005005));
      assertThat(get(row, "d")).isCloseTo(expected[i][2], offset(0.0005005));
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
    Row row = couple(coupling(Variant.STANDARD, 0.5, 0.5), unit("u", uu, ur)).get("u");
    assertThat(get(row, "c")).isCloseTo(c, offset(0.0012));
    assertThat(get(row, "t")).isCloseTo(t, offset(0.0011));
    assertThat(get(row, "d")).isCloseTo(d, offset(0.0012));
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
    Row row = couple(coupling(Variant.STANDARD, 0.5, 0.5), unit("u", digital, resilience)).get("u");
    assertThat(get(row, "d")).isCloseTo(printed, offset(0.0012));
  }

  /** C Table 3: every printed D lies in the interval that its printed S and E allow. */
  @Test
  void allRowsOfTableThree() throws IOException {
    Path file = SharedCases.file("facts/digital_coupling_table3.csv");
    List<Map<String, String>> printed = SharedCases.rows(file);
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      double s = Double.parseDouble(printed.get(i).get("digital"));
      double e = Double.parseDouble(printed.get(i).get("resilience"));
      all.addAll(unit(i + "-", s - .0005, e - .0005));
      all.addAll(unit(i + "+", s + .0005, e + .0005));
    }
    Map<String, Row> rows = couple(coupling(Variant.STANDARD, 0.5, 0.5), all);
    assertThat(printed).hasSize(60);
    for (int i = 0; i < printed.size(); i++) {
      double d = Double.parseDouble(printed.get(i).get("coordination"));
      assertThat(d)
          .as(printed.get(i).toString())
          .isBetween(get(rows.get(i + "-"), "d") - .0005, get(rows.get(i + "+"), "d") + .0005);
    }
  }

  @Test
  void anchorsOfTheFormula() {
    Map<String, Row> rows =
        couple(
            coupling(Variant.STANDARD, 0.5, 0.5),
            unit("equal", 0.37, 0.37),
            unit("known", 0.2, 0.8),
            unit("tiny", 1e-300, 1e-300),
            unit("none", 0.0, 0.5));
    assertThat(get(rows.get("equal"), "c")).isEqualTo(1.0);
    assertThat(get(rows.get("known"), "c")).isCloseTo(0.8, offset(1e-15));
    assertThat(get(rows.get("known"), "t")).isEqualTo(0.5);
    assertThat(get(rows.get("tiny"), "c")).isEqualTo(1.0);
    assertThat(get(rows.get("none"), "c")).isZero();
    assertThat(get(rows.get("none"), "d")).isZero();
    assertThat(rows.get("none").<String>getAs("coordination_stage")).isEqualTo("extreme disorder");
    assertThat(rows.get("known").<String>getAs("coupling_level")).isEqualTo("running-in");
    Map<String, Row> revised =
        couple(coupling(Variant.REVISED, 0.5, 0.5), unit("equal", 0.37, 0.37), unit("u", 0.2, 0.8));
    assertThat(get(revised.get("equal"), "c")).isEqualTo(1.0);
    assertThat(get(revised.get("u"), "c")).isCloseTo(Math.sqrt(0.4 * 0.25), offset(1e-15));
  }

  @Test
  void scoresOnAnotherScaleAreBroughtToOne() {
    Coupling revised = coupling(Variant.REVISED, 0.5, 0.5);
    List<Row> percent = unit("u", 20.0, 80.0);
    Row row = new CouplingCoordination(revised, 100).of(Frames.of(SCORES, percent)).first();
    Row one = couple(revised, unit("u", 0.2, 0.8)).get("u");
    assertThat(get(row, "d")).isCloseTo(get(one, "d"), offset(1e-15));
    assertThat(get(row, "s")).isEqualTo(0.2);
  }

  @Test
  void undefinedCasesSayWhy() {
    Map<String, Row> rows =
        couple(
            coupling(Variant.STANDARD, 0.5, 0.5),
            unit("zero", 0.0, 0.0),
            unit("missing", null, 0.5),
            unit("absent", 0.5),
            unit("fine", 0.5, 0.5));
    assertThat(rows.get("zero").<String>getAs("reason")).isEqualTo("ALL_ZERO");
    assertThat(rows.get("missing").<String>getAs("reason")).isEqualTo("MISSING_SCORE");
    assertThat(rows.get("absent").<String>getAs("reason")).isEqualTo("MISSING_SCORE");
    assertThat(rows.get("zero").<Double>getAs("d")).isNull();
    assertThat(rows.get("zero").<String>getAs("coordination_level")).isNull();
    assertThat(rows.get("zero").<Integer>getAs("rank")).isNull();
    assertThat(rows.get("fine").<Integer>getAs("rank")).isEqualTo(1);
    assertThat(rows.get("fine").<String>getAs("reason")).isNull();
  }

  @Property(tries = 5)
  void isSymmetricAndBounded(
      @ForAll @Size(3) List<@DoubleRange(max = 1) @Scale(9) Double> s, @ForAll Variant variant) {
    Coupling coupling = coupling(variant, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    Map<String, Row> rows =
        couple(
            coupling,
            unit("a", s.get(0), s.get(1), s.get(2)),
            unit("b", s.get(2), s.get(0), s.get(1)));
    if (rows.get("a").<String>getAs("reason") != null) {
      assertThat(rows.get("a").<String>getAs("reason")).isEqualTo("ALL_ZERO");
      return;
    }
    double c = get(rows.get("a"), "c");
    assertThat(c).isBetween(0.0, 1.0);
    assertThat(get(rows.get("b"), "c")).isCloseTo(c, offset(1e-12));
    assertThat(get(rows.get("b"), "d")).isCloseTo(get(rows.get("a"), "d"), offset(1e-12));
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
    Row row =
        Frames.of("d double", row(d))
            .select(
                CouplingBands.nameEn(col("d"), CouplingBands.COORDINATION),
                CouplingBands.nameEn(col("d"), CouplingBands.STAGES))
            .first();
    assertThat(row.getString(0)).isEqualTo(level);
    assertThat(row.getString(1)).isEqualTo(stage);
  }

  @Test
  void bandsRestateTheFacts() throws IOException {
    Path file = SharedCases.file("facts/coupling_bands.csv");
    List<Map<String, String>> facts = SharedCases.rows(file);
    assertThat(facts).hasSizeGreaterThan(10);
    for (Map<String, String> fact : facts) {
      double upper = Double.parseDouble(fact.get("upper_inclusive"));
      boolean isCoupling = fact.get("measure").equals("coupling");
      CouplingBands.Band level =
          first(isCoupling ? CouplingBands.COUPLING : CouplingBands.COORDINATION, upper);
      assertThat(level.nameZh()).isEqualTo(fact.get("level_zh"));
      assertThat(level.nameEn()).isEqualTo(fact.get("level_en"));
      if (!isCoupling) {
        CouplingBands.Band stage = first(CouplingBands.STAGES, upper);
        assertThat(stage.nameZh()).isEqualTo(fact.get("stage_zh"));
        assertThat(stage.nameEn()).isEqualTo(fact.get("stage_en"));
      }
    }
  }

  private static CouplingBands.Band first(List<CouplingBands.Band> bands, double upper) {
    return bands.stream().filter(b -> upper <= b.upper()).findFirst().orElseThrow();
  }
}
