package org.renxing.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverAnalysis.By;
import org.renxing.model.DriverAnalysis.Cut;
import org.renxing.model.DriverAnalysis.Detector;
import org.renxing.model.DriverModel.Effects;
import org.renxing.model.DriverModel.Method;
import org.renxing.model.StandardErrors;
import org.renxing.model.YearRange;
import org.renxing.testing.SharedCases;

/** The analyses of scenarios against figures that other programs print. */
class DriverCasesTest {
  private static final YearRange YEARS = new YearRange(1935, 2020);

  private static final Detector OFF = new Detector(false, 5, Cut.QUANTILE, By.ALL);

  private static List<Map<String, String>> rows(String name, String file) throws IOException {
    return SharedCases.rows(SharedCases.file("cases/stats/" + name + "/" + file));
  }

  /** The columns of numbers of a case, each row a unit unless it names one. */
  private static List<MeasureValue> values(
      List<Map<String, String>> rows, Optional<String> unit, List<String> columns) {
    List<MeasureValue> out = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      String id = unit.map(row::get).orElse("u" + i);
      int year = unit.isPresent() ? Integer.parseInt(row.get("year")) : 2000;
      for (String column : columns) {
        out.add(new MeasureValue(column, id, year, Double.parseDouble(row.get(column))));
      }
    }
    return out;
  }

  private static DriverAnswer answer(DriverAnalysis analysis, List<MeasureValue> values) {
    return new DriverStudy(analysis, Studies.setting(Studies.nearest(), 0)).answer(values);
  }

  private static int compare(List<Map<String, String>> expected, Map<String, Double> found) {
    int compared = 0;
    for (Map<String, String> row : expected) {
      Double value = found.get(row.get("quantity") + "," + row.get("key"));
      if (value != null) {
        compared++;
        double tolerance = Math.max(Double.parseDouble(row.get("abs_tol")), 1e-300);
        assertThat(value)
            .as(row.toString())
            .isCloseTo(Double.parseDouble(row.get("value")), within(tolerance));
      }
    }
    return compared;
  }

  /** Grunfeld's investment of 10 firms, as R's plm and Stata have it. */
  @Test
  void grunfeld() throws IOException {
    String formula = "inv ~ value + capital";
    DriverAnalysis analysis =
        Studies.analysis(
            YEARS,
            "inv",
            List.of("value", "capital"),
            OFF,
            Studies.model("pooling", Method.POOLED, formula, Effects.NONE, StandardErrors.CLASSIC),
            Studies.model(
                "fe_individual", Method.FIXED, formula, Effects.UNIT, StandardErrors.CLUSTER),
            Studies.model("fe_time", Method.FIXED, formula, Effects.TIME, StandardErrors.CLUSTER),
            Studies.model(
                "fe_twoways", Method.FIXED, formula, Effects.TWOWAY, StandardErrors.CLUSTER),
            Studies.model("random", Method.RANDOM, formula, Effects.UNIT, StandardErrors.CLASSIC));
    List<MeasureValue> values =
        values(
            rows("panel_grunfeld", "data.csv"),
            Optional.of("firm"),
            List.of("inv", "value", "capital"));
    Map<String, Double> found = new TreeMap<>();
    for (ModelAnswer model : answer(analysis, values).models()) {
      String se = model.method().equals("fixed") ? "se_cluster_unit_stata_xtreg," : "se_classic,";
      for (ModelAnswer.Estimate e : model.estimates()) {
        found.put("coef," + model.model() + ":" + e.term(), e.estimate());
        found.put(se + model.model() + ":" + e.term(), e.standardError());
      }
      found.put("r2," + model.model(), model.figure(Figure.R2));
      found.put("df_residual," + model.model(), model.figure(Figure.DF_RESIDUAL));
      found.put("sigma2_id,random", model.figure(Figure.UNIT_VARIANCE));
      for (ModelAnswer.Test test : model.tests()) {
        switch (test.name()) {
          case "f_effects" -> {
            found.put("F_effects," + model.model(), test.statistic());
            found.put("F_effects_df1," + model.model(), test.degreesOfFreedom());
            found.put("F_effects_df2," + model.model(), test.denominator());
          }
          case "breusch_pagan" -> found.put("breusch_pagan_lm,individual", test.statistic());
          default -> {
            found.put("hausman_chisq,fe_individual vs random", test.statistic());
            found.put("hausman_p,fe_individual vs random", test.pValue());
          }
        }
      }
      assertThat(model.reason()).isEmpty();
    }
    assertThat(compare(rows("panel_grunfeld", "expected.csv"), found)).isGreaterThanOrEqualTo(45);
  }

  /** Neural-tube defects: strata as they stand, rows alone in theirs left out. */
  @Test
  void neuralTubeDefects() throws IOException {
    DriverAnalysis analysis =
        Studies.analysis(
            YEARS,
            "incidence",
            List.of("watershed", "elevation", "soiltype"),
            new Detector(true, 50, Cut.QUANTILE, By.YEAR));
    List<MeasureValue> values =
        values(
            rows("geodetector_ntds", "data.csv"),
            Optional.empty(),
            List.of("incidence", "watershed", "elevation", "soiltype"));
    List<DetectorAnswer> periods = answer(analysis, values).periods();
    assertThat(periods).extracting(DetectorAnswer::period).containsExactly("all", "2000");
    Map<String, Double> found = new TreeMap<>();
    DetectorAnswer all = periods.get(0);
    assertThat(periods.get(1).factors()).isEqualTo(all.factors());
    for (DetectorAnswer.Factor factor : all.factors()) {
      found.put("q," + factor.name(), factor.q());
      found.put("F," + factor.name(), factor.f());
      found.put("p_lambda_pop_var," + factor.name(), factor.pValue());
      assertThat(factor.cut()).isEqualTo("values");
    }
    for (DetectorAnswer.Pair pair : all.pairs()) {
      String what = "q_interaction_drop_singletons,";
      found.put(what + pair.first() + "&" + pair.second(), pair.q());
      found.put(what + pair.second() + "&" + pair.first(), pair.q());
      found.put("ecological_F," + pair.first() + "/" + pair.second(), pair.f());
      found.put("ecological_p_two_way," + pair.first() + "|" + pair.second(), pair.pValue());
      assertThat(pair.type()).isEqualTo("enhance_bi");
    }
    for (DetectorAnswer.Risk risk : all.risks()) {
      String key = risk.factor() + ":" + risk.firstRange() + "-" + risk.secondRange();
      found.put("risk_t_abs," + key, Math.abs(risk.t()));
      found.put("risk_p," + key, risk.pValue());
    }
    assertThat(compare(rows("geodetector_ntds", "expected.csv"), found)).isGreaterThanOrEqualTo(40);
  }

  /** Change of greenness: candidates that are cut. */
  @Test
  void greenness() throws IOException {
    List<String> columns = List.of("Tempchange", "Precipitation", "GDP", "Popdensity");
    List<String> read = new ArrayList<>(columns);
    read.add("NDVIchange");
    List<MeasureValue> values =
        values(rows("geodetector_ndvi_discretised", "data.csv"), Optional.empty(), read);
    Map<String, Double> found = new TreeMap<>();
    for (Cut cut : List.of(Cut.QUANTILE, Cut.EQUAL, Cut.NATURAL)) {
      for (int strata : List.of(4, 6, 14, 15)) {
        DriverAnalysis analysis =
            Studies.analysis(YEARS, "NDVIchange", columns, new Detector(true, strata, cut, By.ALL));
        for (DetectorAnswer.Factor factor : answer(analysis, values).periods().get(0).factors()) {
          String key = factor.name() + ":" + cut.text() + ":" + strata;
          found.put("q," + key, factor.q());
          found.put("q," + key + " (exact optimum)", factor.q());
          assertThat(factor.cut()).isEqualTo(cut.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    found.remove("q,GDP:quantile:6"); // see DetectorCasesTest
    assertThat(compare(rows("geodetector_ndvi_discretised", "expected.csv"), found))
        .isGreaterThanOrEqualTo(25);
  }

  /** The best cut is no worse than any that it was taken from. */
  @Test
  void theBestCutHasTheHighestQ() throws IOException {
    List<MeasureValue> values =
        values(
            rows("geodetector_ndvi_discretised", "data.csv"),
            Optional.empty(),
            List.of("NDVIchange", "Tempchange"));
    double best = q(values, 6, Cut.BEST);
    for (Cut cut : List.of(Cut.QUANTILE, Cut.EQUAL, Cut.NATURAL, Cut.SD)) {
      for (int strata = 3; strata <= 6; strata++) {
        assertThat(q(values, strata, cut)).isLessThanOrEqualTo(best);
      }
    }
  }

  private static double q(List<MeasureValue> values, int strata, Cut cut) {
    DriverAnalysis analysis =
        Studies.analysis(
            YEARS, "NDVIchange", List.of("Tempchange"), new Detector(true, strata, cut, By.ALL));
    return answer(analysis, values).periods().get(0).factors().get(0).q();
  }
}
