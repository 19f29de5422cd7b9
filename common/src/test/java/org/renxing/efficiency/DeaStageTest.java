package org.renxing.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.dea.Evaluator;
import org.renxing.dea.Measure;
import org.renxing.dea.Observations;
import org.renxing.dea.Orientation;
import org.renxing.dea.Peer;
import org.renxing.dea.Projection;
import org.renxing.dea.Returns;
import org.renxing.dea.ScaleRegion;
import org.renxing.dea.Score;
import org.renxing.dea.Scored;
import org.renxing.dea.Technology;
import org.renxing.dea.UnitKey;
import org.renxing.model.DeaModel;
import org.renxing.model.DeaModel.Kind;
import org.renxing.model.DeaModel.Reading;
import org.renxing.model.DeaReference;
import org.renxing.model.RenxingException;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Spread;

class DeaStageTest {
  private static final List<String> SYSTEMS = List.of("a", "b", "c", "d");
  private static final int UNITS = 40;
  private static final int YEARS = 3;

  /** Scores on a coarse grid, so that there are ties; the first system has zeros. */
  private static double score(int unit, int year, int system) {
    long seed = unit * 1_000_003L + year * 101L + system;
    int step = new SplittableRandom(seed).nextInt(0, 21);
    return (system == 0 ? step : step + 1) / 21.0;
  }

  /** A unit in a year; unit 7 has no region. */
  private static UnitYear unit(String id, int year, Double... scores) {
    int number = Integer.parseInt(id);
    String region = number == 7 ? "" : number % 2 == 0 ? "east" : "west";
    return new UnitYear("w", id, year, List.of(scores), List.of(region));
  }

  private static List<UnitYear> panel() {
    List<UnitYear> out = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      for (int unit = 0; unit < UNITS; unit++) {
        Double[] scores = new Double[SYSTEMS.size()];
        for (int s = 0; s < scores.length; s++) {
          scores[s] = score(unit, year, s);
        }
        out.add(unit(id(unit), 2010 + year, scores));
      }
    }
    return out;
  }

  private static String id(int unit) {
    return String.format(Locale.ROOT, "%06d", unit);
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

  /** By model, system that stands alone, unit and year. */
  private static Map<String, Answer> answers(List<DeaModel> models, Records<UnitYear> panel) {
    Map<String, Answer> out = new TreeMap<>();
    Plan plan = Plan.of(models);
    for (Answer answer : DeaStage.answers(plan, panel).list()) {
      String key =
          String.join(
              "/",
              plan.of(answer).model().id(),
              plan.of(answer).alone(),
              answer.unit().unitId(),
              String.valueOf(answer.unit().year()));
      assertThat(out.put(key, answer)).isNull();
    }
    return out;
  }

  private static Map<String, Answer> answers(List<DeaModel> models, List<UnitYear> panel) {
    return answers(models, LocalRecords.of(panel));
  }

  /** Everything that tables show, as text, doubles to their last bit. */
  private static Map<String, String> texts(Map<String, Answer> answers) {
    Map<String, String> out = new TreeMap<>();
    answers.forEach((key, answer) -> out.put(key, text(answer)));
    return out;
  }

  private static String text(Answer answer) {
    List<Object> out = new ArrayList<>();
    out.add(answer.missing());
    out.addAll(List.of(answer.scaleEfficiency(), answer.region()));
    answer.score().ifPresent(s -> out.addAll(List.of(s.status(), s.reason(), s.value())));
    answer
        .score()
        .flatMap(Score::scored)
        .ifPresent(
            scored -> {
              Projection projection = scored.projection();
              out.add(projection.peers());
              out.add(projection.inputSlack(0));
              out.add(projection.outputTarget(0));
              out.add(projection.inputMultiplier(0));
            });
    return out.toString();
  }

  @Test
  void partitionsChangeNothing() {
    List<UnitYear> panel = panel();
    Map<String, Answer> one = answers(models(), panel);
    assertThat(one).hasSize((6 * 4 + 3) * UNITS * YEARS);
    assertThat(one.values())
        .extracting(a -> a.score().map(s -> s.status().name()).orElse(a.missing()))
        .contains("OK", "INFEASIBLE", "UNBOUNDED", "MISSING_GROUP")
        .doesNotContain("UNCERTIFIED");
    Collections.shuffle(panel, new Random(4));
    assertThat(texts(answers(models(), panel))).isEqualTo(texts(one));
    assertThat(texts(answers(models(), Spread.over(7, panel)))).isEqualTo(texts(one));
  }

  /** Against the engine over all units of the set, without frontiers and blocks. */
  @ParameterizedTest
  @ValueSource(strings = {"ccr", "pooled", "sequential", "window", "super", "group"})
  void scoresAreThoseAgainstTheWholeSet(String id) {
    DeaModel model = models().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    Map<String, Answer> found = answers(List.of(model), panel());
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

  private static void assertSame(Answer answer, Score expected) {
    Score found = answer.score().orElseThrow();
    assertThat(found.status()).as(answer.toString()).isEqualTo(expected.status());
    if (expected instanceof Scored scored) {
      Scored own = found.scored().orElseThrow();
      assertThat(own.number())
          .as(answer.toString())
          .isCloseTo(scored.number(), within(1e-9 * Math.max(1, scored.number())));
      // slacks at the best rho need not be the only ones
      if (own.measure() != Measure.RHO) {
        assertThat(own.slackSum())
            .as(answer.toString())
            .isCloseTo(scored.slackSum(), within(1e-9 * Math.max(1, scored.slackSum())));
      }
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
    List<UnitYear> panel =
        List.of(
            unit("1", 2010, 0.5, 0.25),
            unit("2", 2010, 0.5, 0.5),
            unit("3", 2010, 0.9, Double.NaN));
    Map<String, Answer> found = answers(List.of(DeaModel.ccr("m", "w", List.of("a", "b"))), panel);
    // output a: unit 2 uses twice the b of unit 1 for the same a
    Answer half = found.get("m/a/2/2010");
    Scored scored = half.score().flatMap(Score::scored).orElseThrow();
    assertThat(scored.number()).isEqualTo(0.5);
    assertThat(scored.slackSum()).isZero();
    assertThat(scored.thetaMinusEpsilonSlack(1e-6)).hasValue(0.5);
    assertThat(scored.isWeaklyEfficient()).isFalse();
    assertThat(scored.projection().peers())
        .containsExactly(new Peer(new UnitKey("1", "2010"), 1.0));
    // under variable returns no one else makes 0.5 of a with less: the same unit 1
    assertThat(half.scaleEfficiency()).isEqualTo(1.0);
    assertThat(half.region()).contains(ScaleRegion.CONSTANT);
    assertThat(found.get("m/a/1/2010").score().flatMap(Score::scored).orElseThrow())
        .matches(Scored::isStronglyEfficient);
    assertThat(found.get("m/b/3/2010").missing()).isEqualTo("MISSING_SCORE");
    assertThat(found.get("m/b/3/2010").score()).isEmpty();
  }

  @Test
  void aNumberThatCannotBeIsRefusedByName() {
    List<UnitYear> panel = panel();
    panel.set(11, unit(id(11), 2010, 0.5, 0.5, Double.POSITIVE_INFINITY, 0.5));
    panel.set(12, unit(id(12), 2010, 0.5, 0.5, -1.0, 0.5));
    Spread.ways(panel)
        .forEach(
            way ->
                assertThatThrownBy(() -> answers(models(), way))
                    .isInstanceOf(RenxingException.class)
                    .hasMessageStartingWith(
                        "scores of scheme w: DEA, unit 000011, 2010, column c: is Infinity; a"
                            + " finite number of 0 or more is needed"));
  }

  @Test
  void inputsThatAreAllZeroAreRefusedByName() {
    List<UnitYear> panel = List.of(unit("1", 2010, 0.5, 0.25), unit("2", 2010, 0.5, 0.0));
    assertThatThrownBy(() -> answers(List.of(DeaModel.ccr("m", "w", List.of("a", "b"))), panel))
        .isInstanceOf(RenxingException.class)
        .hasMessageStartingWith(
            "scores of scheme w: DEA, unit 2, 2010, columns b: all inputs are 0;");
  }
}
