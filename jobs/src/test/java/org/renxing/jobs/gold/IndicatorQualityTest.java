package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.testing.Frames;

class IndicatorQualityTest {
  private static final String CELLS =
      "unit_id string, year int, indicator_code string, raw_value double, value double, is_imputed boolean, unit_exclusion string";

  @Test
  void countsWhatIsMissingAndFlagsWhatCannotCount() {
    Map<String, Row> out =
        Frames.by(
            IndicatorQuality.of(
                Frames.of(
                    CELLS,
                    row("a", 2019, "x", 1.0, 1.0, false, null),
                    row("a", 2020, "x", null, 1.5, true, null),
                    row("b", 2019, "x", 2.0, 2.0, false, null),
                    row("b", 2020, "x", 3.0, 3.0, false, null),
                    // a unit that is left out counts as missing, not in range or imputed
                    row("c", 2019, "x", null, 99.0, true, "OVER_CAP"),
                    row("a", 2019, "same", 7.0, 7.0, false, null),
                    row("b", 2019, "same", 7.0, 7.0, false, null),
                    row("c", 2019, "same", 8.0, 8.0, false, "OVER_CAP"),
                    row("a", 2019, "none", null, null, false, null)),
                0.4),
            "indicator_code");
    assertThat(out).hasSize(3);
    check(out.get("x"), 5, 2, 1, "");
    assertThat(out.get("x").<Double>getAs("missing_share")).isEqualTo(0.4);
    assertThat(out.get("x").<Double>getAs("minimum")).isEqualTo(1.0);
    assertThat(out.get("x").<Double>getAs("maximum")).isEqualTo(3.0);
    check(out.get("same"), 3, 0, 0, "CONSTANT");
    check(out.get("none"), 1, 1, 0, "MISSING");
    assertThat(out.get("none").<Double>getAs("minimum")).isNull();
  }

  private static void check(Row row, long n, long missing, long imputed, String flag) {
    assertThat(row.<Long>getAs("n")).isEqualTo(n);
    assertThat(row.<Long>getAs("n_missing")).isEqualTo(missing);
    assertThat(row.<Long>getAs("n_imputed")).isEqualTo(imputed);
    assertThat(row.<String>getAs("flag")).isEqualTo(flag);
    assertThat(row.<Boolean>getAs("is_constant")).isEqualTo(flag.equals("CONSTANT"));
  }
}
