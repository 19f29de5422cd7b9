package org.renxing.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.VacancyPolicy;

/**
 * Simulated unit-years, each with an audit of its own where there is one: the interval holds the
 * truth at its rate, within three binomial standard errors.
 */
class IntervalCoverageTest {
  private static final int UNIT_YEARS = 2000;
  private static final double[] SD = {0.12, 0.12, 0.15, 0.2, 0.08, 0.08};
  private static final int K = SD.length;
  private static final double[] INTERCEPT = {0.05, 0.15, -0.1, 0.3, 0.1, -0.05};
  private static final double[] SLOPE = {0.8, 0.7, 1.1, 0.5, 0.85, 1.05};
  private static final double CORRELATION = 0.3;

  @ParameterizedTest(name = "{0} audited areas, {1} dwellings each (0: all)")
  @CsvSource({"0, 0", "120, 0", "40, 0", "150, 60"})
  void theTruthIsInTheIntervalAtItsRate(int audits, int dwellings) {
    VacancyPolicy policy = VacancyCases.policy(CORRELATION, 0.95, SD);
    SplittableRandom random = new SplittableRandom(43);
    int wide = 0;
    int narrow = 0;
    for (int i = 0; i < UNIT_YEARS; i++) {
      ErrorModel model = ErrorModel.fitted(audit(random, audits, dwellings), policy);
      double units = 0;
      double vacant = 0;
      List<PatternSum> sums = new ArrayList<>();
      for (int a = 0; a < 1 + i % 12; a++) {
        double p = occupancy(random);
        long n = random.nextLong(50, 2000);
        double[] rates = rates(random, p, audits > 0);
        for (int k = 0; k < K; k++) {
          boolean isMissing = k > 0 && random.nextDouble() < 0.25;
          rates[k] = isMissing ? VacancyCases.NONE : rates[k] * n;
        }
        sums.add(VacancyCases.area(n, rates));
        units += n;
        vacant += n * (1 - p);
      }
      wide += holds(new RateEstimator(model, 0.95).estimate(sums), vacant / units);
      narrow += holds(new RateEstimator(model, 0.8).estimate(sums), vacant / units);
    }
    requireRate(wide, 0.95);
    requireRate(narrow, 0.8);
  }

  private static int holds(VacancyRate rate, double truth) {
    return rate.lower() <= truth && truth <= rate.upper() ? 1 : 0;
  }

  private static void requireRate(int held, double confidence) {
    double error = 3 * Math.sqrt(confidence * (1 - confidence) / UNIT_YEARS);
    assertThat((double) held / UNIT_YEARS).isBetween(confidence - error, confidence + error);
  }

  private static List<AuditedArea> audit(SplittableRandom random, int areas, int dwellings) {
    List<AuditedArea> out = new ArrayList<>();
    for (int i = 0; i < areas; i++) {
      int units = 600;
      double p = Math.rint(occupancy(random) * units) / units;
      double[] rates = rates(random, p, true);
      for (int k = 1; k < K; k++) {
        rates[k] = random.nextDouble() < 0.1 ? VacancyCases.NONE : rates[k];
      }
      PerSignal signals = VacancyCases.signals(rates);
      int looked = dwellings == 0 ? units : dwellings;
      int lived = 0;
      int left = (int) Math.rint(p * units);
      for (int d = 0; d < looked; d++) {
        if (random.nextInt(units - d) < left) {
          lived++;
          left--;
        }
      }
      out.add(AuditedArea.of("a" + i, signals, units, looked, lived));
    }
    return out;
  }

  private static double occupancy(SplittableRandom random) {
    return 0.35 + 0.6 * random.nextDouble();
  }

  /** Signals with one common part, so that any two correlate. */
  private static double[] rates(SplittableRandom random, double p, boolean isBiased) {
    double common = random.nextGaussian() * Math.sqrt(CORRELATION);
    double[] out = new double[K];
    for (int k = 0; k < K; k++) {
      double own = random.nextGaussian() * Math.sqrt(1 - CORRELATION);
      double mean = isBiased ? INTERCEPT[k] + SLOPE[k] * p : p;
      out[k] = mean + SD[k] * (common + own);
    }
    return out;
  }
}
