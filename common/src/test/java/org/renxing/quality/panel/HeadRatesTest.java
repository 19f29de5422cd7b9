package org.renxing.quality.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.quality.panel.PanelOf.NONE;
import static org.renxing.quality.panel.PanelOf.times;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.model.PerHead;
import org.renxing.model.SuspectKind;

/** 50·10⁸ CNY among 100·10⁴ persons are 5,000 CNY a head. */
class HeadRatesTest {
  private static final HeadRates CHECK =
      new HeadRates(new PerHead("pc", "rate", "gdp", List.of("resident", "registered"), 1e-4, 0.2));
  private static final int YEARS = 8;

  private final double[] rate = times(YEARS, 5000);
  private final double[] gdp = times(YEARS, 50);
  private final double[] resident = times(YEARS, 100);
  private final double[] registered = times(YEARS, 140);

  @Test
  void aRateThatIsOffIsNamed() {
    rate[4] = 7500;
    assertThat(named()).containsExactly("rate u 2014");
    DoubtfulFigure doubt = panel().doubt(CHECK, "rate", "u", 2014);
    assertThat(doubt.kind()).isEqualTo(SuspectKind.IDENTITY);
    // 7,500 · 140 / 50·10⁴ is farther off than 7,500 · 100 / 50·10⁴ = 1.5
    assertThat(doubt.lower()).isCloseTo(5000 * Math.exp(-0.2), within(1e-6));
    assertThat(doubt.upper()).isCloseTo(5000 * Math.exp(0.2), within(1e-6));
    // 1 - 0.5 · 0.2 / (2 ln 1.5) = 1 - 0.1 / 0.8109302
    assertThat(doubt.confidence()).isCloseTo(0.876685, within(1e-6));
    assertThat(doubt.evidence())
        .isEqualTo(
            "pc: rate 7500.00, gdp 50.0000, resident 100.000 (that fits best, at the end or in the"
                + " middle of the year); rate times heads by total 1.500, allowed 0.819 to 1.221");
  }

  @Test
  void theFigureWhoseSeriesJumpsIsNamed() {
    gdp[3] = 80;
    assertThat(named()).containsExactly("gdp u 2013");
    gdp[3] = 50;
    // between the two populations: 1/1.2 of the one, 1.16 of the other
    rate[5] = 5000 / 1.2;
    assertThat(named()).containsExactly("rate u 2015");
    rate[5] = 5000;
    resident[2] = 60;
    registered[2] = NONE;
    assertThat(named()).containsExactly("resident u 2012");
  }

  @Test
  void eitherPopulationMayBeTheDenominator() {
    for (int t = 0; t < YEARS; t++) {
      rate[t] = 50e4 / registered[t];
    }
    assertThat(named()).isEmpty();
    rate[6] = 50e4 / 100;
    assertThat(named()).isEmpty();
    rate[6] = 50e4 / 190;
    assertThat(named()).containsExactly("rate u 2016");
  }

  @Test
  void thePopulationOfTheMiddleOfTheYearIsAllowed() {
    for (int t = 0; t < YEARS; t++) {
      resident[t] = 100 * Math.pow(1.6, t);
      registered[t] = 10;
      double middle = t == 0 ? 100 : (resident[t] + resident[t - 1]) / 2;
      rate[t] = 50e4 / middle;
    }
    // at the end of the year the rate is off by ln(1 / 0.8125) = 0.2076
    assertThat(named()).isEmpty();
  }

  @Test
  void onlyAnotherPopulationMayDifferByItsConcept() {
    assertThat(others(rate).named(CHECK)).isEmpty();
    rate[5] = 6500;
    assertThat(others(rate).named(CHECK)).containsExactly("rate u 2015");
    // three years tell of no concept
    assertThat(
            new PanelOf()
                .with("rate", "u", 5000, 5000, 9000)
                .with("gdp", "u", 50, 50, 50)
                .with("registered", "u", 140, 140, 140)
                .named(CHECK))
        .isEmpty();
  }

  @Test
  void aGapThatGrowsYearByYearIsARevision() {
    double[] gaps = {0, 0.04, 0.08, 0.12, 0.16, 0.19, 0, 0};
    for (int t = 0; t < YEARS; t++) {
      rate[t] = 5000 * Math.exp(-gaps[t]);
      registered[t] = NONE;
    }
    assertThat(named()).isEmpty();
    rate[5] = 5000 * Math.exp(-0.25);
    // beyond the tolerance it counts all the same
    assertThat(named()).hasSize(1).allMatch(name -> name.endsWith("u 2015"));
  }

  @Test
  void aGapThatOpensAtOnceCountsFromHalfTheTolerance() {
    rate[3] = 5000 * Math.exp(0.15);
    rate[4] = 5000 * Math.exp(0.16);
    assertThat(named()).containsExactly("rate u 2013", "rate u 2014");
    rate[3] = 5000 * Math.exp(0.09);
    rate[4] = 5000;
    assertThat(named()).isEmpty();
    rate[3] = 5000;
    rate[7] = 5000 * Math.exp(0.15);
    assertThat(named()).containsExactly("rate u 2017");
  }

  @Test
  void oneYearOnlyHasNoMiddle() {
    assertThat(oneYear(5000 * Math.exp(0.29))).isEmpty();
    assertThat(oneYear(5000 * Math.exp(0.31))).containsExactly("rate u 2010");
    assertThat(oneYear(5000)).isEmpty();
  }

  @Test
  void missingAndImpossibleFiguresAreNotJudged() {
    rate[1] = NONE;
    gdp[2] = NONE;
    resident[3] = NONE;
    rate[4] = 0;
    gdp[5] = -3;
    assertThat(named()).isEmpty();
    rate[3] = 20000;
    assertThat(named()).containsExactly("rate u 2013");
  }

  @Test
  void aYearWithoutTheFirstPopulationIsJudgedByAnother() {
    resident[3] = NONE;
    assertThat(named()).isEmpty();
    rate[3] = 6500;
    assertThat(named()).containsExactly("rate u 2013");
    rate[3] = 5000;
    registered[3] = 190;
    assertThat(named()).containsExactly("registered u 2013");
  }

  @Test
  void aConstantGapBeyondTheToleranceIsAGuess() {
    for (int t = 0; t < YEARS; t++) {
      rate[t] = 7500;
    }
    assertThat(named()).hasSize(YEARS).allMatch(name -> name.startsWith("rate"));
    assertThat(panel().doubt(CHECK, "rate", "u", 2014).confidence())
        .isCloseTo(0.6 * 0.876685, within(1e-6));
  }

  private List<String> named() {
    return panel().named(CHECK);
  }

  private PanelOf panel() {
    return new PanelOf()
        .with("rate", "u", rate)
        .with("gdp", "u", gdp)
        .with("resident", "u", resident)
        .with("registered", "u", registered);
  }

  private PanelOf others(double[] rates) {
    return new PanelOf()
        .with("rate", "u", rates)
        .with("gdp", "u", gdp)
        .with("registered", "u", registered);
  }

  private static List<String> oneYear(double rate) {
    return new PanelOf()
        .with("rate", "u", rate)
        .with("gdp", "u", 50)
        .with("resident", "u", 100)
        .named(CHECK);
  }
}
