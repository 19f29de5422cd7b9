package org.renxing.jobs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.model.Adjustment;

class NotesTest {
  @Test
  void saysThatBaseValuesAreShownBeforeAnAdjustment() {
    assertThat(notes(Adjustment.none())).isEmpty();
    Adjustment both =
        new Adjustment(
            Adjustment.Boundaries.MERGED,
            Optional.of(new Adjustment.Prices(2015, "gdp_deflator")),
            Map.of());
    assertThat(notes(both)).hasSize(1);
    assertThat(notes(both).get(0))
        .contains("boundaries = merged")
        .contains("prices of 2015 by gdp_deflator")
        .contains("shown as observed");
  }

  private static List<String> notes(Adjustment adjustment) {
    Trace trace =
        new Trace(
            "r",
            "s",
            "arithmetic",
            new Trace.Unit("110000", "北京市", Optional.empty(), Optional.empty()),
            2020,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return Notes.of(adjustment).on(trace).notes();
  }
}
