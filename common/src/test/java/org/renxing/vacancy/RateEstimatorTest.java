package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.vacancy.VacancyCases.NONE;
import static org.renxing.vacancy.VacancyCases.area;
import static org.renxing.vacancy.VacancyCases.counted;
import static org.renxing.vacancy.VacancyCases.policy;
import static org.renxing.vacancy.VacancyCases.signals;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.renxing.model.VacancyPolicy;
import org.renxing.vacancy.SignalFit.Basis;

/** The estimator on examples that were worked by hand, and on its edges. */
class RateEstimatorTest {
  private static final Offset<Double> EXACT = within(1e-9);

  /** Standard deviations 0.1 and 0.2, no correlation: weights 0.8 and 0.2, variance 0.008. */
  private static final RateEstimator TWO = VacancyCases.configured(policy(0, 0.95, 0.1, 0.2));

  @Test
  void weightsAreInverseVariancesWhereErrorsAreIndependent() {
    PatternWeights w = TWO.weights(0b11);
    assertThat(w.weights().get(0)).isCloseTo(0.8, EXACT);
    assertThat(w.weights().get(1)).isCloseTo(0.2, EXACT);
    assertThat(w.variance()).isCloseTo(0.008, EXACT);
    assertThat(w.method()).isEqualTo(Method.CONFIGURED);
  }

  @Test
  void oneAreaByHand() {
    // 0.8 · 80/100 + 0.2 · 60/100 = 0.76; half = 1.959963985 · sqrt(0.008) = 0.175304
    VacancyRate rate = TWO.estimate(List.of(area(100, 80, 60)));
    assertThat(rate.rate()).isCloseTo(0.24, EXACT);
    assertThat(rate.vacant()).isCloseTo(24, EXACT);
    assertThat(rate.lower()).isCloseTo(0.064695, within(1e-6));
    assertThat(rate.upper()).isCloseTo(0.415305, within(1e-6));
    assertThat(rate.coverage()).isEqualTo(1);
    assertThat(rate.observations()).isEqualTo(2);
    assertThat(rate.areas()).isEqualTo(1);
    assertThat(rate.method()).isEqualTo(Method.CONFIGURED);
    assertThat(rate.isLimited()).isFalse();
  }

  @Test
  void patternsCountsAndUncoveredAreasAddUp() {
    // covered 100 + 300 + 100: occupied 76 + 0.5 · 300 + 90 = 316; nothing tells of the last 500
    VacancyRate rate =
        TWO.estimate(List.of(area(100, 80, 60), area(300, NONE, 150), counted(100, 90), area(500)));
    assertThat(rate.unitsTotal()).isEqualTo(1000);
    assertThat(rate.vacant()).isCloseTo(184, EXACT);
    assertThat(rate.rate()).isCloseTo(0.368, EXACT);
    // (0.2² · 0.008 + 0.6² · 0.04)^½ = 0.1213260
    assertThat(rate.upper() - rate.rate()).isCloseTo(1.959963985 * 0.121326, within(1e-6));
    assertThat(rate.coverage()).isEqualTo(0.5);
    assertThat(rate.observations()).isEqualTo(4);
    assertThat(rate.areas()).isEqualTo(4);
    assertThat(rate.method()).isEqualTo(Method.MIXED);
  }

  @Test
  void countsAloneAreExact() {
    VacancyRate rate = TWO.estimate(List.of(counted(100, 90), counted(300, 210)));
    assertThat(rate.rate()).isCloseTo(0.25, EXACT);
    assertThat(rate.lower()).isEqualTo(rate.rate());
    assertThat(rate.upper()).isEqualTo(rate.rate());
    assertThat(rate.method()).isEqualTo(Method.COUNTED);
  }

  @Test
  void nothingIsNotZero() {
    VacancyRate rate = TWO.estimate(List.of(area(500), area(100)));
    assertThat(rate.rate()).isNaN();
    assertThat(rate.vacant()).isNaN();
    assertThat(rate.coverage()).isZero();
    assertThat(rate.unitsTotal()).isEqualTo(600);
    assertThat(rate.method()).isEqualTo(Method.NONE);
  }

  @Test
  void noneAndAllVacant() {
    assertThat(TWO.estimate(List.of(area(100, 100, 100))).rate()).isZero();
    assertThat(TWO.estimate(List.of(area(100, 0, 0))).rate()).isEqualTo(1);
    assertThat(TWO.estimate(List.of(area(100, 0, 0))).isLimited()).isFalse();
    VacancyRate over = TWO.estimate(List.of(area(100, 120, 110)));
    assertThat(over.rate()).isZero();
    assertThat(over.vacant()).isZero();
    assertThat(over.isLimited()).isTrue();
    // 0.8 · 1.2 + 0.2 · 1.1 = 1.18: the interval is about the rate before the limit
    assertThat(over.upper()).isZero();
  }

  @Test
  void anAreaOverItsUnitsMakesUpForAnother() {
    // one area 120 of 100, one 60 of 100: 0.9 in all; limits area by area would give 0.8
    VacancyRate rate = TWO.estimate(List.of(area(100, 120), area(100, 60)));
    assertThat(rate.rate()).isCloseTo(0.1, EXACT);
  }

  @Test
  void calibrationByHand() {
    // r = 0.1 + 0.75 p ± 0.05 at p = 0.4 and 0.8: S = 20 · 0.0025 / 18, S_pp = 0.8, mean 0.6
    RateEstimator estimator = VacancyCases.calibrated(line(20), policy(0.3, 0.95, 0.1));
    SignalFit fit = estimator.model().fits().get(0);
    assertThat(fit.intercept()).isCloseTo(0.1, EXACT);
    assertThat(fit.slope()).isCloseTo(0.75, EXACT);
    assertThat(fit.standardDeviation()).isCloseTo(0.0527046277, EXACT);
    assertThat(fit.basis()).isEqualTo(Basis.CALIBRATED);
    VacancyRate rate = estimator.estimate(List.of(area(1000, 700)));
    assertThat(rate.rate()).isCloseTo(0.2, EXACT);
    // V = S/b² = 0.004938272, shared S/b² · (1/20 + 0.2²/0.8) = 0.000493827, t(18) = 2.100922
    assertThat(rate.upper()).isCloseTo(0.354844, within(1e-6));
    assertThat(rate.lower()).isCloseTo(0.045156, within(1e-6));
    assertThat(rate.method()).isEqualTo(Method.CALIBRATED);
    // two such areas halve the first part alone
    VacancyRate both = estimator.estimate(List.of(area(1000, 700), area(1000, 700)));
    assertThat(both.upper() - both.rate())
        .isCloseTo(2.1009220402 * Math.sqrt(0.004938272 / 2 + 0.000493827), within(1e-6));
  }

  @Test
  void fewerAuditsThanAskedForChangeNothing() {
    VacancyPolicy policy = policy(0.3, 0.95, 0.1);
    RateEstimator few = VacancyCases.calibrated(line(20).subList(0, 19), policy);
    SignalFit fit = few.model().fits().get(0);
    assertThat(fit.basis()).isEqualTo(Basis.CONFIGURED);
    assertThat(fit.audits()).isEqualTo(19);
    assertThat(few.estimate(List.of(area(1000, 700))))
        .isEqualTo(VacancyCases.configured(policy).estimate(List.of(area(1000, 700))));
  }

  @Test
  void auditsThatDoNotVaryOrSignalsThatDoNotFollowAreNotUsed() {
    List<AuditedArea> same = new ArrayList<>();
    List<AuditedArea> noise = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      same.add(new AuditedArea("a" + i, signals(i / 30.0), 0.6, 0));
      noise.add(new AuditedArea("a" + i, signals(i % 2 * 0.5, i / 30.0), i / 30.0, 0));
    }
    VacancyPolicy policy = policy(0.3, 0.95, 0.1);
    assertThat(ErrorModel.fitted(same, policy).fits().get(0).basis()).isEqualTo(Basis.CONFIGURED);
    RateEstimator estimator = VacancyCases.calibrated(noise, policy);
    assertThat(estimator.model().fits().get(0).basis()).isEqualTo(Basis.REJECTED);
    assertThat(estimator.weights(0b11).weights().get(0)).isZero();
    assertThat(estimator.estimate(List.of(area(100, 50))).method()).isEqualTo(Method.NONE);
    // the other one follows without an error: it is taken as exact to 0.0001
    assertThat(estimator.model().fits().get(1).standardDeviation()).isEqualTo(1e-4);
    assertThat(estimator.estimate(List.of(area(100, NONE, 50))).rate()).isCloseTo(0.5, EXACT);
  }

  @Test
  void aCalibratedSignalBesideAConfiguredOneIsMixed() {
    RateEstimator estimator = VacancyCases.calibrated(line(40), policy(0.3, 0.95, 0.1));
    assertThat(estimator.weights(0b11).method()).isEqualTo(Method.MIXED);
    assertThat(estimator.weights(0b10).method()).isEqualTo(Method.CONFIGURED);
    // the second signal brings no error of calibration of its own
    assertThat(shared(estimator, 0b10)).isZero();
    assertThat(shared(estimator, 0b11)).isPositive();
  }

  /** The variance that areas of a pattern share where all are occupied. */
  private static double shared(RateEstimator estimator, int pattern) {
    PerSignal weights = estimator.weights(pattern).weights();
    return estimator.model().shared().variance(weights, weights);
  }

  @Test
  void sampledAuditsDoNotFlattenTheLine() {
    // every q is p ± 0.1 with half of the errors each way: Σ(q − q̄)² = 40 · (0.04 + 0.01)
    List<AuditedArea> areas = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double p = i % 2 == 0 ? 0.4 : 0.8;
      double q = p + (i % 4 < 2 ? 0.1 : -0.1);
      areas.add(new AuditedArea("a" + i, signals(0.5 * p + (i % 8 < 4 ? 0.01 : -0.01)), q, 0.01));
    }
    SignalFit fit = ErrorModel.fitted(areas, policy(0.3, 0.95, 0.1)).fits().get(0);
    // Sqr = 40 · 0.5 · 0.04; S* = 40 · 0.05 − 39 · 0.01
    assertThat(fit.slope()).isCloseTo(0.8 / (2 - 0.39), EXACT);
  }

  @Test
  void whatASampleOfDwellingsTells() {
    assertThat(AuditedArea.of("a", signals(), 100, 25, 20).samplingVariance())
        .isCloseTo(0.8 * 0.2 / 24 * 0.75, EXACT);
    assertThat(AuditedArea.of("a", signals(), 100, 100, 20).samplingVariance()).isZero();
    assertThat(AuditedArea.isUsable(100, 1, 1)).isFalse();
    assertThat(AuditedArea.isUsable(1, 1, 1)).isTrue();
    assertThat(AuditedArea.isUsable(100, 5, 6)).isFalse();
    assertThat(AuditedArea.isUsable(100, 0, 0)).isFalse();
  }

  /** Pairs of areas at p = 0.4 and 0.8 with errors of 0.05 each way. */
  private static List<AuditedArea> line(int count) {
    List<AuditedArea> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double p = i % 2 == 0 ? 0.4 : 0.8;
      double error = i % 4 < 2 ? 0.05 : -0.05;
      out.add(new AuditedArea("a" + i, signals(0.1 + 0.75 * p + error), p, 0));
    }
    return out;
  }
}
