package org.renxing.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The kernel's work, counted rather than timed. */
class DeaBenchmarkTest {
  @Test
  void fewProgramsForManyScores() {
    DeaBenchmark.Result result = new DeaBenchmark(285, 2, 0).run(0);
    assertThat(result.scores()).isEqualTo(285 * 2 * 4);
    assertThat(result.programs()).isLessThan(result.scores() / 10);
    assertThat(result.fallbacks()).isZero();
    assertThat(result.uncertified()).isZero();
    assertThat(result.certificateError()).isLessThan(1e-12);
  }

  @Test
  void allUnitsOnTheFrontier() {
    DeaBenchmark.Result result = new DeaBenchmark(600, 1, 1).run(0);
    assertThat(result.frontier()).isEqualTo(600);
    assertThat(result.programs()).isLessThan(600 * 2);
    assertThat(result.uncertified()).isZero();
  }
}
