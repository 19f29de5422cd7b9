package org.renxing.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.renxing.testing.SparkExtension;

class SpatialJoinBenchmarkTest {
  @Test
  void everyPointIsInItsUnit() {
    SpatialJoinBenchmark.Result result = SpatialJoinBenchmark.run(SparkExtension.session(), 20_000);
    assertThat(result.misplaced()).isZero();
    assertThat(result.pointsPerSecond()).isPositive();
  }
}
