package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** Difference in differences, event study and mediation, by hand and by identities. */
class EventStudyTest {
  private static final double NONE = Double.NaN;

  private static DesignMatrix response(double... y) {
    int[] rows = IntStream.range(0, y.length).toArray();
    return new DesignMatrix("y", y, List.of(), new double[0][], true, rows, 0, Map.of());
  }

  /** Units of the given number of times each, from 2000 on. */
  private static PanelRows panel(int units, int times) {
    int n = units * times;
    return new PanelRows(
        IntStream.range(0, n).map(i -> i / times).toArray(),
        IntStream.range(0, n).map(i -> 2000 + i % times).toArray());
  }

  /** Treated units rise from 2 and 4 to 8 and 8, others from 1 and 3 to 2 and 6: 5 − 2 = 3. */
  @Test
  void twoByTwo() {
    RegressionFit fit =
        EventStudy.difference(
            response(2, 8, 4, 8, 1, 2, 3, 6), panel(4, 2), new double[] {2001, 2001, NONE, NONE});
    assertThat(fit.coefficient(EventStudy.TREATED)).isCloseTo(3, within(1e-13));
    assertThat(fit.degreesOfFreedom()).isEqualTo(8 - 4 - 1 - 1);
  }

  /** One date and units without event: each coefficient is a difference in differences to −1. */
  @Test
  void pathByHand() {
    double[] y = {1, 2, 4, 9, 9, /**/ 2, 2, 3, 8, 12, /**/ 0, 1, 1, 2, 3, /**/ 1, 1, 3, 2, 3};
    EventStudy study =
        EventStudy.of(response(y), panel(4, 5), new double[] {2003, 2003, NONE, NONE}, 3, 1);
    assertThat(study.path()).extracting(EventStudy.Effect::time).containsExactly(-3, -2, -1, 0, 1);
    for (EventStudy.Effect effect : study.path()) {
      int t = effect.time() + 3;
      double treated = (y[t] + y[5 + t] - y[2] - y[7]) / 2;
      double others = (y[10 + t] + y[15 + t] - y[12] - y[17]) / 2;
      assertThat(effect.coefficient().estimate()).isCloseTo(treated - others, within(1e-12));
    }
    assertThat(study.path().get(2).coefficient().reason()).isEqualTo("BASE");
    assertThat(study.parallelTrends().degreesOfFreedom()).isEqualTo(2);
    assertThat(study.parallelTrends().denominator()).isEqualTo(3);
  }

  /** A trend of the treated before the event is seen; parallel ones are not. */
  @Test
  void leadsTestParallelTrends() {
    int units = 60;
    int times = 8;
    PanelRows panel = panel(units, times);
    double[] event = new double[units];
    Arrays.fill(event, 0, 30, 2005);
    Arrays.fill(event, 30, units, NONE);
    Random random = new Random(5);
    double[] same = new double[units * times];
    double[] apart = new double[same.length];
    for (int i = 0; i < same.length; i++) {
      int since = panel.time()[i] - 2005;
      boolean isTreated = panel.unit()[i] < 30;
      same[i] = random.nextGaussian() + (isTreated && since >= 0 ? 4 : 0);
      apart[i] = same[i] + (isTreated ? since : 0);
    }
    EventStudy parallel = EventStudy.of(response(same), panel, event, 4, 2);
    assertThat(parallel.parallelTrends().pValue()).isGreaterThan(0.05);
    assertThat(parallel.path().get(4).coefficient().estimate()).isCloseTo(4, within(1.0));
    assertThat(EventStudy.of(response(apart), panel, event, 4, 2).parallelTrends().pValue())
        .isLessThan(1e-6);
  }

  /** All at one date: nothing to compare with, which has a reason and no figure. */
  @Test
  void withoutOthersThereIsNoEffect() {
    EventStudy study =
        EventStudy.of(
            response(1, 2, 4, 9, 2, 2, 3, 8, 1, 5, 4, 2),
            panel(3, 4),
            new double[] {2002, 2002, 2002},
            2,
            1);
    assertThat(study.path().get(3).coefficient().reason()).isEqualTo("ABSORBED_BY_EFFECTS");
    assertThat(study.parallelTrends().reason()).isEqualTo("NO_TERMS");
    assertThatThrownBy(() -> EventStudy.of(response(1, 2), panel(1, 2), new double[] {NONE}, 2, 1))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("no unit has an event");
  }

  private static DesignMatrix mediated(long seed) {
    Random random = new Random(seed);
    int n = 40;
    double[] x = random.doubles(n, -1, 1).toArray();
    double[] w = random.doubles(n, -1, 1).toArray();
    double[] m = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      m[i] = 2 * x[i] + w[i] + random.nextGaussian();
      y[i] = x[i] + 0.5 * m[i] - w[i] + random.nextGaussian();
    }
    Map<String, double[]> columns = Map.of("x", x, "m", m, "w", w, "y", y);
    return Formula.parse("y ~ x + m + w").design(Frame.of(columns));
  }

  /** In least squares a · b is c − c′ exactly. */
  @Property(tries = 30)
  void indirectIsTotalLessDirect(@ForAll long seed) {
    Mediation.Model model = new Mediation.Model(LeastSquares::pooled, Covariances::classic);
    Mediation found = Mediation.of(mediated(seed), "x", "m", model);
    double ab = found.total().estimate() - found.direct().estimate();
    assertThat(found.indirect().estimate()).isCloseTo(ab, within(1e-12));
    double a = found.onMediator().statistic();
    double b = found.ofMediator().statistic();
    assertThat(Math.abs(found.indirect().statistic()))
        .isCloseTo(Math.abs(a * b) / Math.sqrt(a * a + b * b), within(1e-10));
  }

  @Test
  void mediationNamesWhatIsMissing() {
    Mediation.Model model = new Mediation.Model(LeastSquares::pooled, Covariances::classic);
    assertThatThrownBy(() -> Mediation.of(mediated(1), "x", "z", model))
        .hasMessageContaining("x and z must be two of [x, m, w]");
    List<double[]> columns = new ArrayList<>(List.of(mediated(1).x()));
    columns.set(1, columns.get(0));
    DesignMatrix same =
        new DesignMatrix(
            "y",
            mediated(1).y(),
            List.of("x", "m", "w"),
            columns.toArray(new double[0][]),
            true,
            mediated(1).rows(),
            0,
            Map.of());
    assertThatThrownBy(() -> Mediation.of(same, "x", "m", model))
        .hasMessageContaining("no estimate of m: COLLINEAR_WITH:x");
  }
}
