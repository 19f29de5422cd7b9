package org.renxing.jobs.gold.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Period;
import org.renxing.jobs.gold.index.Vectors;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorVector;
import org.renxing.panel.IndicatorVector.Cell;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Spread;
import org.renxing.weights.GlobalWeights;
import org.renxing.weights.GlobalWeights.Entry;

/** Cells of the panel as periods, here and distributed. */
class DiagnosisTableTest {
  private static final Diagnosis DIAGNOSIS =
      Diagnosis.of(
          index(
              node("s", leaf("a", "x"), leaf("b", "x"), leaf("c", "x")),
              node("e", leaf("f", "x"), leaf("g", "x"))),
          List.of(scheme("equal"), scheme("other")),
          Aggregation.ARITHMETIC);

  private static List<Cell> cells() {
    Random random = new Random(3);
    List<Cell> out = new ArrayList<>();
    for (int year = 2019; year < 2022; year++) {
      for (int unit = 0; unit < 12; unit++) {
        for (String indicator : DIAGNOSIS.order().codes()) {
          double value = unit == 2 && indicator.equals("b") ? Double.NaN : random.nextDouble();
          out.add(new Cell("u" + unit, year, indicator, value, value));
        }
        out.add(new Cell("u" + unit, year, "no indicator", 1, 1));
      }
    }
    return out;
  }

  /** One scheme has the same weights in all years, the other those of each. */
  private static GlobalWeights weights() {
    List<Entry> out = new ArrayList<>();
    List<String> codes = DIAGNOSIS.order().codes();
    for (String code : codes) {
      out.add(new Entry("equal", 0, code, 0.2));
      for (int year = 2019; year < 2022; year++) {
        out.add(new Entry("other", year, code, (codes.indexOf(code) + year - 2019) / 15.0));
      }
      out.add(new Entry("no scheme", 0, code, 0.2));
    }
    return new GlobalWeights(codes, out);
  }

  private static List<Period> periods(Records<Cell> cells) {
    Records<IndicatorVector> vectors = Vectors.assembled(cells, DIAGNOSIS.order());
    return DiagnosisTable.periods(DIAGNOSIS, vectors, List.of("equal", "other"), weights());
  }

  private static List<String> texts(List<Period> periods) {
    List<String> out = new ArrayList<>();
    for (DiagnosisTable table :
        List.of(new IndicatorCorrelation(), new SystemReliability(), new IndicatorInfluence())) {
      periods.forEach(p -> table.rows(DIAGNOSIS, p).forEach(r -> out.add(r.toString())));
    }
    return out;
  }

  @Test
  void sameHereAndDistributed() {
    List<Period> here = periods(LocalRecords.of(cells()));
    assertThat(here).extracting(Period::year).containsExactly(0, 2019, 2020, 2021);
    assertThat(texts(periods(Spread.over(3, cells()))))
        .isEqualTo(texts(here))
        .hasSize(4 * (10 + 3 + 2 * 10));
  }

  @Test
  void weightsOfTheYearOrOfAllYears() {
    List<Row> rows = new ArrayList<>();
    periods(LocalRecords.of(cells()))
        .forEach(p -> rows.addAll(new IndicatorInfluence().rows(DIAGNOSIS, p)));
    // scheme, system, indicator, year, n, nominal weight; the unit that lacks b has no score
    assertThat(rows)
        .filteredOn(r -> r.toString().startsWith("[equal,overall,g,"))
        .hasSize(4)
        .allMatch(r -> Math.abs(r.getDouble(5) - 0.2) < 1e-15);
    assertThat(rows)
        .filteredOn(r -> r.toString().startsWith("[other,overall,g,2020,11,"))
        .hasSize(1)
        .allMatch(r -> Math.abs(r.getDouble(5) - 5 / 15.0) < 1e-15);
  }
}
