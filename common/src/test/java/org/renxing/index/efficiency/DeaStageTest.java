package org.renxing.index.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.dea.Evaluator;
import org.renxing.dea.Observations;
import org.renxing.dea.Orientation;
import org.renxing.dea.Returns;
import org.renxing.dea.Score;
import org.renxing.dea.Scored;
import org.renxing.dea.Technology;
import org.renxing.dea.UnitKey;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaModel.Kind;
import org.renxing.model.DeaModel.Reading;
import org.renxing.model.DeaReference;
import org.renxing.model.RenxingException;
import org.renxing.testing.Frames;

class DeaStageTest {
  private static final String SCORES =
      "scheme string, system string, unit_id string, year int, score double";
  private static final List<String> SYSTEMS = List.of("a", "b", "c", "d");
  private static final int UNITS = 40;
  private static final int YEARS = 3;

  /** Scores on a coarse grid, so that there are ties; the first system has zeros. */
  private static double score(int unit, int year, int system) {
    long seed = unit * 1_000_003L + year * 101L + system;
    int step = new SplittableRandom(seed).nextInt(0, 21);
    return (system == 0 ? step : step + 1) / 21.0;
  }

  private static List<Row> rows() {
    List<Row> out = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      for (int unit = 0; unit < UNITS; unit++) {
        for (int s = 0; s < SYSTEMS.size(); s++) {
          out.add(row("w", SYSTEMS.get(s), id(unit), 2010 + year, score(unit, year, s)));
        }
      }
    }
    return out;
  }

  private static String id(int unit) {
    return String.format(Locale.ROOT, "%06d", unit);
  }

  private static Dataset<Row> units() {
    List<Row> out = new ArrayList<>();
    for (int unit = 0; unit < UNITS; unit++) {
      out.add(row(id(unit), unit == 7 ? null : unit % 2 == 0 ? "east" : "west"));
    }
    return Frames.of("unit_id string, region string", out);
  }

  private static DeaModel model(
      String id, Kind kind, DeaModel.Orientation orientation, String reference) {
    return new DeaModel(
        id,
        "w",
        SYSTEMS,
        Reading.TEXT,
        kind,
        DeaModel.Returns.CRS,
        orientation,
        DeaReference.parse(reference),
        1e-6,
        kind == Kind.RADIAL);
  }

  private static List<DeaModel> models() {
    var input = DeaModel.Orientation.INPUT;
    return List.of(
        DeaModel.ccr("ccr", "w", SYSTEMS),
        model("pooled", Kind.RADIAL, DeaModel.Orientation.OUTPUT, "pooled"),
        model("sequential", Kind.SBM, input, "sequential"),
        model("window", Kind.RADIAL, input, "window:2"),
        model("super", Kind.SUPER, input, "contemporaneous"),
        model("group", Kind.RADIAL, input, "group:region"),
        new DeaModel(
            "formula",
            "w",
            List.of("b", "c", "d"),
            Reading.FORMULA,
            Kind.RADIAL,
            DeaModel.Returns.NDRS,
            input,
            DeaReference.contemporaneous(),
            1e-6,
            false));
  }

  private static Map<String, Row> answers(List<DeaModel> models, List<Row> scores, int partitions) {
    DeaStage stage = new DeaStage(models);
    Dataset<Row> panel = stage.panel(Frames.of(SCORES, scores), units());
    return new TreeMap<>(
        Frames.by(
            stage.score(panel.repartition(partitions)),
            "model",
            "output_system",
            "unit_id",
            "year"));
  }

  @Test
  void partitionsChangeNothing() {
    Map<String, Row> one = answers(models(), rows(), 1);
    assertThat(one).hasSize((6 * 4 + 3) * UNITS * YEARS);
    assertThat(answers(models(), rows(), 2)).isEqualTo(one);
    assertThat(answers(models(), rows(), 7)).isEqualTo(one);
    assertThat(one.values().stream().map(r -> r.<String>getAs("status")).distinct())
        .contains("OK", "INFEASIBLE", "UNBOUNDED", "MISSING")
        .doesNotContain("UNCERTIFIED");
  }

  /** Against the engine over all units of the set, without frontiers and blocks. */
  @ParameterizedTest
  @ValueSource(strings = {"ccr", "pooled", "sequential", "window", "super", "group"})
  void scoresAreThoseAgainstTheWholeSet(String id) {
    DeaModel model = models().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    Map<String, Row> found = answers(List.of(model), rows(), 3);
    int compared = 0;
    for (int alone = 0; alone < SYSTEMS.size(); alone++) {
      for (int year = 0; year < YEARS; year++) {
        for (String region : List.of("east", "west")) {
          Observations set = reference(model, alone, year, region);
          Evaluator evaluator = new Technology(set, Returns.CRS).evaluator();
          for (int at = 0; at < set.size(); at++) {
            if (set.key(at).period().equals(String.valueOf(2010 + year))) {
              String key =
                  String.join("/", id, SYSTEMS.get(alone), set.key(at).id(), set.key(at).period());
              assertSame(found.get(key), whole(model, evaluator, set, at));
              compared++;
            }
          }
        }
      }
    }
    int expected = id.equals("group") ? (UNITS - 1) * YEARS * 4 : 2 * UNITS * YEARS * 4;
    assertThat(compared).isEqualTo(expected);
  }

  private static Score whole(DeaModel model, Evaluator evaluator, Observations set, int at) {
    Orientation orientation = Orientation.valueOf(model.orientation().name());
    return switch (model.kind()) {
      case RADIAL -> evaluator.radial(set, at, orientation);
      case SUPER -> evaluator.superEfficiency(set, at, orientation);
      case SBM -> evaluator.slacksBased(set, at);
    };
  }

  private static void assertSame(Row row, Score expected) {
    assertThat(row.<String>getAs("status")).as(row.toString()).isEqualTo(expected.status().name());
    if (expected instanceof Scored scored) {
      String column = row.<String>getAs("measure").endsWith("phi") ? "phi" : "theta";
      assertThat(row.<Double>getAs(column))
          .as(row.toString())
          .isCloseTo(scored.number(), within(1e-9 * Math.max(1, scored.number())));
      // slacks at the best rho need not be the only ones
      if (!row.<String>getAs("measure").equals("rho")) {
        assertThat(row.<Double>getAs("slack_sum"))
            .as(row.toString())
            .isCloseTo(scored.slackSum(), within(1e-9 * Math.max(1, scored.slackSum())));
      }
      assertThat(row.getList(row.fieldIndex("slacks"))).hasSize(4);
    }
  }

  private static Observations reference(DeaModel model, int alone, int year, String region) {
    List<UnitKey> keys = new ArrayList<>();
    List<double[]> x = new ArrayList<>();
    List<double[]> y = new ArrayList<>();
    for (int t = 0; t < YEARS; t++) {
      boolean isIn =
          switch (model.reference().kind()) {
            case CONTEMPORANEOUS, GROUP -> t == year;
            case POOLED -> true;
            case SEQUENTIAL -> t <= year;
            case WINDOW -> t == year || t == year - 1;
          };
      for (int unit = 0; unit < UNITS && isIn; unit++) {
        boolean isGroup = model.reference().kind() == DeaReference.Kind.GROUP;
        if (!isGroup || (unit != 7 && (unit % 2 == 0) == region.equals("east"))) {
          double[] inputs = new double[3];
          for (int s = 0, i = 0; s < SYSTEMS.size(); s++) {
            if (s != alone) {
              inputs[i++] = score(unit, t, s);
            }
          }
          keys.add(new UnitKey(id(unit), String.valueOf(2010 + t)));
          x.add(inputs);
          y.add(new double[] {score(unit, t, alone)});
        }
      }
    }
    List<String> names = SYSTEMS.stream().filter(s -> !s.equals(SYSTEMS.get(alone))).toList();
    return Observations.of(
        names,
        List.of(SYSTEMS.get(alone)),
        keys,
        x.toArray(double[][]::new),
        y.toArray(double[][]::new));
  }

  @Test
  void theTechnologyOfOneUnitLacksNothing() {
    List<Row> scores =
        List.of(
            row("w", "a", "1", 2010, 0.5),
            row("w", "b", "1", 2010, 0.25),
            row("w", "a", "2", 2010, 0.5),
            row("w", "b", "2", 2010, 0.5),
            row("w", "a", "3", 2010, 0.9));
    Map<String, Row> found = answers(List.of(DeaModel.ccr("m", "w", List.of("a", "b"))), scores, 2);
    // output a: unit 2 uses twice the b of unit 1 for the same a
    Row half = found.get("m/a/2/2010");
    assertThat(half.<Double>getAs("theta")).isEqualTo(0.5);
    assertThat(half.<Double>getAs("slack_sum")).isZero();
    assertThat(half.<Double>getAs("theta_minus_eps_slack")).isEqualTo(0.5);
    assertThat(half.<Boolean>getAs("is_weakly_efficient")).isFalse();
    assertThat(half.getList(half.fieldIndex("peers"))).containsExactly(row("1", 2010, 1.0));
    // under variable returns no one else makes 0.5 of a with less: the same unit 1
    assertThat(half.<Double>getAs("scale_efficiency")).isEqualTo(1.0);
    assertThat(half.<String>getAs("returns_to_scale")).isEqualTo("constant");
    assertThat(found.get("m/a/1/2010").<Boolean>getAs("is_strongly_efficient")).isTrue();
    Row missing = found.get("m/b/3/2010");
    assertThat(missing.<String>getAs("status")).isEqualTo("MISSING");
    assertThat(missing.<String>getAs("reason")).isEqualTo("MISSING_SCORE");
    assertThat(missing.<Object>getAs("theta")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void aNumberThatIsNoneIsRefusedByName(int partitions) {
    List<Row> scores = rows();
    scores.set(4 * 11 + 2, row("w", "c", id(11), 2010, Double.NaN));
    scores.set(4 * 12 + 2, row("w", "c", id(12), 2010, -1.0));
    assertThatThrownBy(() -> answers(models(), scores, partitions))
        .isInstanceOf(RenxingException.class)
        .hasMessage(
            "scores of scheme w: DEA, unit 000011, 2010, column c: is missing; impute it or drop"
                + " the unit");
  }

  @Test
  void inputsThatAreAllZeroAreRefusedByName() {
    List<Row> scores =
        List.of(
            row("w", "a", "1", 2010, 0.5),
            row("w", "b", "1", 2010, 0.25),
            row("w", "a", "2", 2010, 0.5),
            row("w", "b", "2", 2010, 0.0));
    assertThatThrownBy(() -> answers(List.of(DeaModel.ccr("m", "w", List.of("a", "b"))), scores, 1))
        .isInstanceOf(RenxingException.class)
        .hasMessageStartingWith(
            "scores of scheme w: DEA, unit 2, 2010, columns b: all inputs are 0;");
  }

  @Test
  void summariesCountAndAverage() {
    Dataset<Row> scores =
        Frames.of(
            "model string, output_system string, unit_id string, year int, theta double,"
                + " is_strongly_efficient boolean, is_weakly_efficient boolean",
            row("m", "a", id(0), 2010, 1.0, true, true),
            row("m", "a", id(1), 2010, 0.5, false, false),
            row("m", "a", id(2), 2010, null, null, null),
            row("m", "a", id(0), 2011, 1.0, false, true));
    Map<String, Row> found =
        Frames.by(
            DeaSummaries.byYear(scores, units(), List.of("region")),
            "group_type",
            "group_value",
            "year");
    assertThat(found.keySet())
        .containsExactlyInAnyOrder(
            "all/all/2010",
            "all/all/2011",
            "all/all/0",
            "region/east/2010",
            "region/east/2011",
            "region/east/0",
            "region/west/2010",
            "region/west/0");
    Row all = found.get("all/all/2010");
    assertThat(all.<Long>getAs("n")).isEqualTo(2);
    assertThat(all.<Long>getAs("n_unscored")).isEqualTo(1);
    assertThat(all.<Double>getAs("mean_theta")).isEqualTo(0.75);
    assertThat(all.<Double>getAs("min_theta")).isEqualTo(0.5);
    assertThat(all.<Long>getAs("n_efficient")).isEqualTo(1);
    assertThat(found.get("all/all/0").<Long>getAs("n_weakly_efficient")).isEqualTo(2);
    assertThat(found.get("region/east/2010").<Object>getAs("sd_theta")).isNull();
  }
}
