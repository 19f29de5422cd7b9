package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.model.ProjectionRules;
import org.renxing.model.ProjectionRules.Path;
import org.renxing.model.ProjectionRules.Range;
import org.renxing.model.ProjectionRules.Step;
import org.renxing.projection.Driver;
import org.renxing.projection.Growth;
import org.renxing.projection.Outlook;
import org.renxing.projection.Projection;
import org.renxing.projection.ScenarioRates;
import org.renxing.projection.Spread;

/** Paces of units against the median, and that draws shared by units are those of each alone. */
class EmissionProjectionTest {
  private static final Range NONE = new Range(0, 0, 0);
  private static final Range WIDE = new Range(-0.02, 0.01, 0.05);
  private static final Path PATH =
      new Path(
          "policy",
          List.of(
              new Step(2025, List.of(NONE, WIDE, WIDE, NONE)),
              new Step(2030, List.of(NONE, NONE, new Range(-0.05, -0.03, -0.01), WIDE))));

  private static EmissionProjection projection(double ownTrend) {
    return new EmissionProjection(new ProjectionRules(200, 7, 2030, ownTrend, List.of(PATH)), 2020);
  }

  private static EmissionTrend trend(String id, double emissions, Double... growth) {
    return new EmissionTrend(id, emissions, List.of(growth));
  }

  /** The ranges of a unit as factors 1 + g, times its pace. */
  private static List<Growth> growth(double pace, double ownTrend) {
    List<Growth> out = new ArrayList<>();
    int from = 2020;
    double left = 1;
    for (Step step : PATH.steps()) {
      left *= ownTrend;
      for (Driver driver : Driver.values()) {
        Range r = step.ranges().get(driver.ordinal());
        double by = driver == Driver.POPULATION ? Math.pow(pace, left) : 1;
        out.add(
            new Growth(
                driver,
                from,
                step.to(),
                (1 + r.low()) * by - 1,
                (1 + r.mode()) * by - 1,
                (1 + r.high()) * by - 1));
      }
      from = step.to();
    }
    return out;
  }

  @Test
  void unitsAndTheirSumAreThoseOfRatesOfTheirOwn() {
    EmissionStart slow = new EmissionStart("a", 100, List.of(0.98, 1.0, 1.0, 1.0));
    EmissionStart fast = new EmissionStart("b", 40, List.of(1.03, 1.0, 1.0, 1.0));
    Projection.Options options =
        new Projection.Options(200, 7, Growth.Shape.TRIANGULAR, Collections.nCopies(4, 1.0), 2030);
    List<Outlook> expected =
        new Projection(options)
            .of(
                ScenarioRates.of(
                    "policy", 2020, Map.of("a", growth(0.98, 0.5), "b", growth(1.03, 0.5))),
                List.of(new Projection.Unit("a", "", 100), new Projection.Unit("b", "", 40)));
    EmissionProjection projection = projection(0.5);
    requireSame(projection.of(PATH, List.of(slow)), expected.get(0).spread());
    requireSame(projection.of(PATH, List.of(fast)), expected.get(1).spread());
    requireSame(projection.of(PATH, List.of(fast, slow)), expected.get(2).spread());
    assertThat(projection.of(PATH, List.of(fast, slow)))
        .isEqualTo(projection.of(PATH, List.of(slow, fast)));
  }

  private static void requireSame(Spread found, Spread expected) {
    assertThat(found.peakYear()).isEqualTo(expected.peakYear());
    assertThat(found.shareBefore()).isEqualTo(expected.shareBefore());
    assertThat(found.shareAtEnd()).isEqualTo(expected.shareAtEnd());
    assertThat(found.height().median()).isCloseTo(expected.height().median(), within(1e-9));
    assertThat(found.height().p95()).isCloseTo(expected.height().p95(), within(1e-9));
    for (int t = 0; t < expected.path().size(); t++) {
      Spread.Band band = expected.path().get(t).emissions();
      assertThat(found.path().get(t).emissions().p05()).isCloseTo(band.p05(), within(1e-9));
      assertThat(found.path().get(t).emissions().median()).isCloseTo(band.median(), within(1e-9));
    }
  }

  /** Without a share of its own trend a unit grows like all. */
  @Test
  void noOwnTrend() {
    EmissionStart one = new EmissionStart("a", 10, List.of(1.2, 1.0, 0.7, 1.0));
    EmissionStart other = new EmissionStart("b", 10, List.of(1.0, 1.0, 1.0, 1.0));
    assertThat(projection(0).of(PATH, List.of(one)))
        .isEqualTo(projection(0).of(PATH, List.of(other)));
  }

  /** Of 1, 1.01 and 9 the quantiles are 1.001 and 8.201; what is not known is 1. */
  @Test
  void pacesAreAgainstTheMedianAndWithinQuantiles() {
    Double unknown = Double.NaN;
    List<EmissionStart> out =
        projection(0.5)
            .starts(
                List.of(
                    trend("a", 1, 1.0, unknown, 1.0, 0.99),
                    trend("b", 2, 1.01, unknown, 1.0, 0.99),
                    trend("c", Double.NaN, 9.0, unknown, 1.0, 0.99),
                    trend("d", -1, unknown, unknown, unknown, unknown)));
    assertThat(out.get(0).pace().get(0)).isCloseTo(1.001 / 1.01, within(1e-15));
    assertThat(out.get(1).pace()).containsExactly(1.0, 1.0, 1.0, 1.0);
    assertThat(out.get(2).pace().get(0)).isCloseTo(8.201 / 1.01, within(1e-14));
    assertThat(out.get(3).pace()).containsExactly(1.0, 1.0, 1.0, 1.0);
    assertThat(out)
        .extracting(EmissionStart::reason)
        .containsExactly("", "", "MISSING_EMISSIONS", "NEGATIVE_EMISSIONS");
  }
}
