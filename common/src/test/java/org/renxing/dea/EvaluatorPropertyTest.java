package org.renxing.dea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds of every set: 1 to 6 inputs, 1 to 4 outputs, smooth, tied, with zeros, badly scaled.
 */
class EvaluatorPropertyTest {
  private static final double SAME = 1e-9;

  @Property(tries = 60)
  void everyScoreHasItsCertificateAndItsPeersBalance(
      @ForAll Sets.Kind kind,
      @ForAll Returns returns,
      @ForAll Orientation orientation,
      @ForAll @IntRange(min = 1, max = 6) int inputs,
      @ForAll @IntRange(min = 1, max = 4) int outputs,
      @ForAll @IntRange(min = 1, max = 40) int units,
      @ForAll long seed) {
    Observations set = Sets.random(kind, inputs, outputs, units, seed);
    Evaluator evaluator = new Technology(set, returns).evaluator();
    for (int row = 0; row < units; row++) {
      Score score = evaluator.radial(set, row, orientation);
      if (set.hasZeroOutput(row) && orientation == Orientation.OUTPUT) {
        assertThat(score.status()).isEqualTo(Status.UNBOUNDED);
        continue;
      }
      Scored scored = score.scored().orElseThrow();
      assertThat(scored.certificateError()).isLessThan(1e-9);
      assertPeersBalance(set, row, scored, orientation);
      assertMultipliersAreFeasible(set, row, scored);
    }
  }

  @Property(tries = 40)
  void agreesWithAPlainLinearProgram(
      @ForAll Sets.Kind kind,
      @ForAll Returns returns,
      @ForAll Orientation orientation,
      @ForAll @IntRange(min = 1, max = 6) int inputs,
      @ForAll @IntRange(min = 1, max = 4) int outputs,
      @ForAll @IntRange(min = 2, max = 25) int units,
      @ForAll long seed) {
    Observations set = Sets.random(kind, inputs, outputs, units, seed);
    Evaluator evaluator = new Technology(set, returns).evaluator();
    for (int row = 0; row < units; row++) {
      if (set.hasZeroOutput(row) && orientation == Orientation.OUTPUT) {
        continue;
      }
      assertSame(
          evaluator.radial(set, row, orientation).value(),
          PlainAnswer.of(set, row, returns, orientation, -1));
      int unit = row;
      boolean isAlone =
          IntStream.range(0, units).noneMatch(j -> j != unit && set.sameValues(j, set, unit));
      if (isAlone) {
        assertSame(
            evaluator.superEfficiency(set, row, orientation).value(),
            PlainAnswer.of(set, row, returns, orientation, row));
      }
    }
  }

  @Property(tries = 40)
  void scoresDoNotDependOnUnitsOfMeasure(
      @ForAll Sets.Kind kind,
      @ForAll Returns returns,
      @ForAll @IntRange(min = -6, max = 6) int a,
      @ForAll @IntRange(min = -6, max = 6) int b,
      @ForAll long seed) {
    Observations set = Sets.random(kind, 3, 2, 20, seed);
    Observations other = Sets.times(set, Math.pow(10, a), 1, Math.pow(10, b), Math.pow(10, -a), 7);
    Evaluator one = new Technology(set, returns).evaluator();
    Evaluator two = new Technology(other, returns).evaluator();
    for (int row = 0; row < set.size(); row++) {
      assertSame(
          one.radial(set, row, Orientation.INPUT).value(),
          two.radial(other, row, Orientation.INPUT).value());
      assertSame(one.slacksBased(set, row).value(), two.slacksBased(other, row).value());
    }
  }

  @Property(tries = 40)
  void underConstantReturnsAUnitMayBeScaled(
      @ForAll Sets.Kind kind,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
      @ForAll long seed) {
    Observations set = Sets.random(kind, 3, 1, 20, seed);
    double[] scaled = Arrays.stream(Sets.rows(set)[0]).map(v -> v * factor).toArray();
    Observations more = Sets.with(set, scaled);
    Evaluator evaluator = new Technology(more, Returns.CRS).evaluator();
    assertSame(
        evaluator.radial(more, 0, Orientation.INPUT).value(),
        evaluator.radial(more, set.size(), Orientation.INPUT).value());
  }

  @Property(tries = 40)
  void duplicatesAndDominatedUnitsChangeNothing(
      @ForAll Sets.Kind kind, @ForAll Returns returns, @ForAll long seed) {
    Observations set = Sets.random(kind, 3, 2, 20, seed);
    double[] worse = Sets.rows(set)[3];
    worse[0] = worse[0] * 1.5 + 0.1;
    worse[4] *= 0.5;
    Observations more = Sets.with(set, Sets.rows(set)[5], worse);
    Evaluator before = new Technology(set, returns).evaluator();
    Evaluator after = new Technology(more, returns).evaluator();
    for (int row = 0; row < set.size(); row++) {
      assertSame(
          before.radial(set, row, Orientation.INPUT).value(),
          after.radial(more, row, Orientation.INPUT).value());
    }
    assertSame(
        after.superEfficiency(more, 5, Orientation.INPUT).value(),
        after.radial(more, 5, Orientation.INPUT).value());
  }

  @Property(tries = 40)
  void moreRoomMeansLowerTheta(@ForAll Sets.Kind kind, @ForAll long seed) {
    Observations set = Sets.random(kind, 2, 2, 25, seed);
    Evaluator crs = new Technology(set, Returns.CRS).evaluator();
    Evaluator vrs = new Technology(set, Returns.VRS).evaluator();
    Evaluator nirs = new Technology(set, Returns.NIRS).evaluator();
    Evaluator ndrs = new Technology(set, Returns.NDRS).evaluator();
    for (int row = 0; row < set.size(); row++) {
      double constant = theta(crs, set, row);
      double variable = theta(vrs, set, row);
      assertThat(constant).isLessThanOrEqualTo(theta(nirs, set, row) + SAME);
      assertThat(constant).isLessThanOrEqualTo(theta(ndrs, set, row) + SAME);
      assertThat(theta(nirs, set, row)).isLessThanOrEqualTo(variable + SAME);
      assertThat(Math.min(theta(nirs, set, row), theta(ndrs, set, row)))
          .isCloseTo(constant, offset(SAME));
      assertThat(crs.slacksBased(set, row).value().orElseThrow())
          .isLessThanOrEqualTo(constant + SAME);
      if (!set.hasZeroOutput(row)) {
        assertThat(crs.radial(set, row, Orientation.OUTPUT).value().orElseThrow() * constant)
            .isCloseTo(1, offset(SAME));
      }
    }
  }

  @Property(tries = 40)
  void theFrontierOfPartsGivesTheScoresOfTheWhole(
      @ForAll Sets.Kind kind, @ForAll Returns returns, @ForAll long seed) {
    Observations set = Sets.random(kind, 3, 1, 60, seed);
    int[] first = IntStream.range(0, 30).toArray();
    int[] second = IntStream.range(30, 60).toArray();
    Observations union =
        Frontier.layers(set.rows(first), returns, 2)
            .and(Frontier.layers(set.rows(second), returns, 2));
    Observations layers = Frontier.layers(union, returns, 2);
    Observations frontier = Frontier.of(union, returns);
    Evaluator whole = new Technology(set, returns).evaluator();
    Evaluator small = new Technology(frontier, returns).evaluator();
    Evaluator two = new Technology(layers, returns).evaluator();
    for (int row = 0; row < set.size(); row++) {
      Score theta = small.radial(set, row, Orientation.INPUT);
      assertSame(theta.value(), whole.radial(set, row, Orientation.INPUT).value());
      assertThat(theta.scored().orElseThrow().slackSum())
          .isCloseTo(
              whole.radial(set, row, Orientation.INPUT).scored().orElseThrow().slackSum(),
              offset(1e-8));
      assertSame(small.slacksBased(set, row).value(), whole.slacksBased(set, row).value());
      assertSame(
          two.superEfficiency(set, row, Orientation.INPUT).value(),
          whole.superEfficiency(set, row, Orientation.INPUT).value());
    }
  }

  private static double theta(Evaluator evaluator, Observations set, int row) {
    return evaluator.radial(set, row, Orientation.INPUT).value().orElseThrow();
  }

  private static void assertSame(OptionalDouble a, OptionalDouble b) {
    assertThat(a.isPresent()).isEqualTo(b.isPresent());
    if (a.isPresent()) {
      double size = Math.max(1, Math.abs(b.getAsDouble()));
      assertThat(a.getAsDouble()).isCloseTo(b.getAsDouble(), offset(SAME * size));
    }
  }

  /** X·λ + s⁻ and Y·λ − s⁺ are what the score says, in the units of the columns. */
  private static void assertPeersBalance(
      Observations set, int row, Scored scored, Orientation orientation) {
    Projection to = scored.projection();
    for (int c = 0; c < set.width(); c++) {
      boolean isInput = c < set.inputCount();
      double sum = 0;
      for (Peer peer : to.peers()) {
        int column = c;
        int at =
            IntStream.range(0, set.size())
                .filter(j -> set.key(j).equals(peer.unit()))
                .findFirst()
                .orElseThrow();
        sum += peer.lambda() * set.value(at, column);
      }
      boolean moves = isInput == (orientation == Orientation.INPUT);
      double due = set.value(row, c) * (moves ? scored.number() : 1);
      double slack = isInput ? to.inputSlack(c) : to.outputSlack(c - set.inputCount());
      double target = isInput ? to.inputTarget(c) : to.outputTarget(c - set.inputCount());
      assertThat(slack).isNotNegative();
      assertThat(sum + (isInput ? slack : -slack)).isCloseTo(due, offset(SAME * (due + slack)));
      assertThat(target).isCloseTo(sum, offset(SAME * (due + slack)));
    }
  }

  private static void assertMultipliersAreFeasible(Observations set, int row, Scored scored) {
    Projection at = scored.projection();
    for (int j = 0; j < set.size(); j++) {
      double input = 0;
      double output = at.freeMultiplier();
      double size = Math.abs(output);
      for (int i = 0; i < set.inputCount(); i++) {
        assertThat(at.inputMultiplier(i)).isGreaterThanOrEqualTo(0);
        input += at.inputMultiplier(i) * set.input(j, i);
      }
      for (int r = 0; r < set.outputCount(); r++) {
        assertThat(at.outputMultiplier(r)).isGreaterThanOrEqualTo(0);
        output += at.outputMultiplier(r) * set.output(j, r);
        size += at.outputMultiplier(r) * set.output(j, r);
      }
      assertThat(output - input).as("unit " + j).isLessThanOrEqualTo(SAME * (input + size));
      if (j == row && scored.measure() == Measure.THETA) {
        assertThat(output).isCloseTo(scored.number(), offset(SAME));
        assertThat(input).isCloseTo(1, offset(SAME));
      }
    }
  }
}
