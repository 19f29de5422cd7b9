package org.renxing.jobs.gold.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import org.junit.jupiter.api.Test;
import org.renxing.testing.Frames;

class IndicatorValueTest {
  /** Where the range of a column could overflow, the run stops and names the rows. */
  @Test
  void valuesBeyondAllRangesBreakACheck() {
    String check =
        new IndicatorValue().spec().conditions().get("values are no larger than 1.0E300");
    assertThat(
            Frames.of(
                    "unit_id string, raw_value double, value double",
                    row("fine", 1e300, -1e300),
                    row("missing", null, null),
                    row("imputed", null, 3.0),
                    row("raw", 1e308, 5.0),
                    row("low", -1e308, -1e308),
                    row("high imputed", null, 1.0000001e300))
                .where("NOT (" + check + ")")
                .select("unit_id")
                .collectAsList())
        .containsExactlyInAnyOrder(row("raw"), row("low"), row("high imputed"));
  }
}
