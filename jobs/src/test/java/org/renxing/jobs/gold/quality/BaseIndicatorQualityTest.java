package org.renxing.jobs.gold.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.QualityPolicy;
import org.renxing.model.TableSpec;
import org.renxing.panel.SourceValue;
import org.renxing.panel.UnitSources;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Distributed;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;

class BaseIndicatorQualityTest {
  private static UnitSources cell(String source, String unit, int year, String code, double value) {
    return UnitSources.of(unit, new SourceValue(year, code, source, "", value, 100, true, false));
  }

  @Test
  void flagsColumnsThatLackMuchOrDoNotDiffer() {
    List<UnitSources> cells = new ArrayList<>();
    for (int unit = 0; unit < 10; unit++) {
      for (int year = 2019; year <= 2020; year++) {
        cells.add(cell("a", "u" + unit, year, "full", 1.0 * unit + year));
        // the second year has one figure for all
        cells.add(cell("a", "u" + unit, year, "same", year == 2020 ? 108.0 : 100.0 + unit));
      }
    }
    // two vintages of a cell are one figure; 6 of the 20 unit-years are there
    cells.add(cell("a", "u0", 2019, "sparse", 1.0));
    for (int unit = 0; unit < 6; unit++) {
      cells.add(cell("a", "u" + unit, 2019, "sparse", 2.0 + unit));
    }
    // another source is judged by its own years; two units alike say nothing
    cells.add(cell("b", "u0", 2020, "full", 5.0));
    cells.add(cell("b", "u1", 2020, "full", 5.0));
    Records<UnitSources> units =
        LocalRecords.of(cells).groupedBy(UnitSources::unitId, ObservedUnits::together);
    check(units);
    check(Distributed.of(units.list(), 3));
  }

  private static void check(Records<UnitSources> units) {
    TableSpec spec = new BaseIndicatorQuality(QualityPolicy.standard()).spec();
    Map<String, Row> out =
        Frames.by(
            BaseIndicatorQuality.rows(units, 0.5, spec).plan(SparkExtension.session()),
            "source_id",
            "indicator_code");
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
