package org.renxing.jobs.gold.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.renxing.panel.Completeness.OfIndicator;
import org.renxing.testing.Frames;

class IndicatorQualityTest {
  @Test
  void flagsWhatLacksMuchOrCannotCount() {
    assertThat(IndicatorQuality.row(new OfIndicator("x", 5, 2, 1, 1, 3), 0.4))
        .isEqualTo(Frames.row("x", 5L, 2L, 0.4, 1L, 1.0, 3.0, false, ""));
    assertThat(IndicatorQuality.row(new OfIndicator("x", 5, 3, 1, 7, 7), 0.4))
        .isEqualTo(Frames.row("x", 5L, 3L, 0.6, 1L, 7.0, 7.0, true, "MISSING,CONSTANT"));
    assertThat(IndicatorQuality.row(new OfIndicator("same", 3, 0, 0, 7, 7), 0.4))
        .isEqualTo(Frames.row("same", 3L, 0L, 0.0, 0L, 7.0, 7.0, true, "CONSTANT"));
    double none = Double.NaN;
    assertThat(IndicatorQuality.row(new OfIndicator("none", 1, 1, 0, none, none), 0.4))
        .isEqualTo(Frames.row("none", 1L, 1L, 1.0, 0L, null, null, false, "MISSING"));
  }
}
