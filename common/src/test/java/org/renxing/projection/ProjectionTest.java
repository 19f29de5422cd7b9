package org.renxing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;
import org.renxing.projection.Projection.Unit;

/** Paths by hand, quantiles of rates, and what answers do not depend on. */
class ProjectionTest {
  private static final List<Double> KAYA = List.of(1.0, 1.0, 1.0, 1.0);

  private static Projection projection(int draws, long seed, List<Double> elasticities) {
    return new Projection(
        new Projection.Options(draws, seed, Growth.Shape.TRIANGULAR, elasticities, 2030));
  }

  /** Every driver with the same rate and spread in a step; carbon intensity falls later on. */
  private static List<Growth> growth(double spread) {
    List<Growth> out = new ArrayList<>();
    for (Driver driver : Driver.values()) {
      double late = driver == Driver.CARBON_INTENSITY ? -0.1 : 0.01;
      out.add(new Growth(driver, 2020, 2025, 0.01 - spread, 0.01, 0.01 + spread));
      out.add(new Growth(driver, 2025, 2030, late - spread, late, late + spread));
      out.add(new Growth(driver, 2030, 2035, late - spread, late, late + spread));
    }
    return out;
  }

  private static ScenarioRates rates(List<Growth> growth) {
    return ScenarioRates.of("s", 2020, Map.of(ScenarioRates.EVERY, growth));
  }

  /** Without spread each draw is the product of 1 + g. */
  @Test
  void fixedRates() {
    List<Outlook> out =
        projection(3, 1, KAYA).of(rates(growth(0)), List.of(new Unit("a", "", 100)));
    assertThat(out).extracting(Outlook::level).containsExactly("unit", "all");
    Spread spread = out.get(0).spread();
    assertThat(spread.path()).hasSize(16);
    assertThat(spread.path().get(0).emissions()).isEqualTo(new Spread.Band(100, 100, 100));
    assertThat(spread.path().get(5).emissions().median())
        .isCloseTo(100 * Math.pow(1.01, 20), within(1e-9));
    assertThat(spread.path().get(6).emissions().median())
        .isCloseTo(100 * Math.pow(1.01, 23) * 0.9, within(1e-9));
    assertThat(spread.peakYear()).isEqualTo(new Spread.Years(2025, 2025, 2025));
    assertThat(spread.height().p95()).isEqualTo(spread.path().get(5).emissions().median());
    assertThat(spread.shareBefore()).isEqualTo(1);
    assertThat(spread.shareAtEnd()).isZero();
  }

  /** STIRPAT: growth to the power of the elasticity. */
  @Test
  void elasticities() {
    Spread spread =
        projection(1, 1, List.of(2.0, 1.0, 0.0, 0.5))
            .of(rates(growth(0)), List.of(new Unit("a", "", 1)))
            .get(0)
            .spread();
    assertThat(spread.path().get(1).emissions().median())
        .isCloseTo(Math.pow(1.01, 3.5), within(1e-12));
  }

  @Test
  void quantilesOfRates() {
    Growth growth = new Growth(Driver.POPULATION, 2020, 2025, 0, 0.2, 0.8);
    assertThat(growth.quantile(0, Growth.Shape.TRIANGULAR)).isZero();
    assertThat(growth.quantile(0.25, Growth.Shape.TRIANGULAR)).isCloseTo(0.2, within(1e-15));
    // beyond the mode: 1 − (0.8 − x)²/(0.8 · 0.6) = 0.75
    assertThat(growth.quantile(0.75, Growth.Shape.TRIANGULAR))
        .isCloseTo(0.8 - Math.sqrt(0.12), within(1e-15));
    assertThat(growth.quantile(1, Growth.Shape.TRIANGULAR)).isEqualTo(0.8);
    assertThat(growth.quantile(0.25, Growth.Shape.UNIFORM)).isEqualTo(0.2);
    assertThat(
            new Growth(Driver.POPULATION, 2020, 2025, 0.3, 0.3, 0.3)
                .quantile(0.4, Growth.Shape.TRIANGULAR))
        .isEqualTo(0.3);
  }

  /** The mean of log growth over draws comes near that of the triangle. */
  @Test
  void drawsFillTheRange() {
    List<Outlook> out =
        projection(20_000, 7, KAYA).of(rates(growth(0.05)), List.of(new Unit("a", "", 1)));
    Spread.Band first = out.get(0).spread().path().get(1).emissions();
    // the sum of four symmetric triangles of half-width 0.05: sd = 2 · 0.05/√6
    assertThat(first.median()).isCloseTo(Math.pow(1.01, 4), within(0.002));
    assertThat((first.p95() - first.p05()) / 2)
        .isCloseTo(1.645 * 0.1 / Math.sqrt(6), within(0.003));
  }

  /** Units, rates and scenarios in another order give the same bits; another seed does not. */
  @Property(tries = 20)
  void order(@ForAll long seed) {
    Map<String, List<Growth>> own =
        Map.of(ScenarioRates.EVERY, growth(0.02), "b", growth(0.03), "d", growth(0.01));
    List<Unit> units =
        new ArrayList<>(
            List.of(
                new Unit("a", "x", 3),
                new Unit("b", "x", 0.1),
                new Unit("c", "y", 7),
                new Unit("d", "", 11)));
    List<Outlook> one = projection(50, seed, KAYA).of(ScenarioRates.of("s", 2020, own), units);
    Collections.shuffle(units, new Random(seed));
    List<Growth> turned = new ArrayList<>(growth(0.02));
    Collections.reverse(turned);
    Map<String, List<Growth>> again =
        Map.of("d", growth(0.01), "b", growth(0.03), ScenarioRates.EVERY, turned);
    assertThat(projection(50, seed, KAYA).of(ScenarioRates.of("s", 2020, again), units))
        .isEqualTo(one);
    assertThat(projection(50, seed + 1, KAYA).of(ScenarioRates.of("s", 2020, again), units))
        .isNotEqualTo(one);
    assertThat(one).extracting(Outlook::id).containsExactly("a", "b", "c", "d", "x", "y", "all");
  }

  /** Wider ranges with the same draws give wider bands; heights never lie below the base. */
  @Property(tries = 50)
  void bands(@ForAll @DoubleRange(min = 0.01, max = 0.2) double spread) {
    List<Unit> unit = List.of(new Unit("a", "", 1));
    Spread narrow = projection(200, 3, KAYA).of(rates(growth(spread / 2)), unit).get(0).spread();
    Spread wide = projection(200, 3, KAYA).of(rates(growth(spread)), unit).get(0).spread();
    assertThat(width(wide)).isGreaterThan(width(narrow));
    assertThat(wide.height().p05()).isGreaterThanOrEqualTo(1);
    assertThat(wide.shareBefore() + wide.shareAtEnd()).isLessThanOrEqualTo(1);
  }

  private static double width(Spread spread) {
    Spread.Band band = spread.path().get(5).emissions();
    return band.p95() - band.p05();
  }

  @Test
  void stepsThatDoNotFollow() {
    List<Growth> gap = new ArrayList<>(growth(0));
    gap.remove(1);
    assertThatThrownBy(() -> rates(gap))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("scenario s: population: steps must follow")
        .hasMessageContaining("2030 to 2035 does not follow 2025");
    List<Growth> shorter = new ArrayList<>(growth(0));
    shorter.remove(2);
    assertThatThrownBy(() -> rates(shorter))
        .hasMessageContaining("population: rates end in 2030, and the scenario in 2035");
    List<Growth> without = new ArrayList<>(growth(0));
    without.removeIf(g -> g.driver() == Driver.ENERGY_INTENSITY);
    ScenarioRates rates = rates(without);
    List<Unit> units = List.of(new Unit("a", "", 1));
    assertThatThrownBy(() -> projection(1, 1, KAYA).of(rates, units))
        .hasMessageContaining("has no rates of energy_intensity for a");
  }
}
