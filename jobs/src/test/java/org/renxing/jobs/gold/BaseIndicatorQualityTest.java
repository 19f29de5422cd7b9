package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.testing.Frames;

class BaseIndicatorQualityTest {
  private static final String SCHEMA =
      "source_id string, unit_id string, year int, indicator_code string, value double";

  @Test
  void flagsColumnsThatLackMuchOrDoNotDiffer() {
    List<Row> cells = new ArrayList<>();
    for (int unit = 0; unit < 10; unit++) {
      for (int year = 2019; year <= 2020; year++) {
        cells.add(row("a", "u" + unit, year, "full", 1.0 * unit + year));
        // the second year has one figure for all
        cells.add(row("a", "u" + unit, year, "same", year == 2020 ? 108.0 : 100.0 + unit));
      }
    }
    // two vintages of a cell are one figure; 6 of the 20 unit-years are there
    cells.add(row("a", "u0", 2019, "sparse", 1.0));
    for (int unit = 0; unit < 6; unit++) {
      cells.add(row("a", "u" + unit, 2019, "sparse", 2.0 + unit));
    }
    // another source is judged by its own years; two units alike say nothing
    cells.add(row("b", "u0", 2020, "full", 5.0));
    cells.add(row("b", "u1", 2020, "full", 5.0));
    Map<String, Row> out =
        Frames.by(
            BaseIndicatorQuality.of(Frames.of(SCHEMA, cells), 0.5), "source_id", "indicator_code");
    assertThat(out).hasSize(4);
    check(out.get("a/full"), 20, 0, 0, "");
    check(out.get("a/same"), 20, 0, 1, "CONSTANT");
    check(out.get("a/sparse"), 20, 14, 0, "MISSING");
    check(out.get("b/full"), 2, 0, 0, "");
    assertThat(out.get("a/sparse").<Double>getAs("missing_share")).isEqualTo(0.7);
    assertThat(out.get("a/sparse").<Double>getAs("minimum")).isEqualTo(1.0);
    assertThat(out.get("a/sparse").<Double>getAs("maximum")).isEqualTo(7.0);
  }

  private static void check(Row row, long n, long missing, long constantYears, String flag) {
    assertThat(row.<Long>getAs("n")).isEqualTo(n);
    assertThat(row.<Long>getAs("n_missing")).isEqualTo(missing);
    assertThat(row.<Long>getAs("n_constant_years")).isEqualTo(constantYears);
    assertThat(row.<String>getAs("flag")).isEqualTo(flag);
  }
}
