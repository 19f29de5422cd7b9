package org.renxing.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.model.Direction;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.normalisation.Normalised;
import org.renxing.normalisation.Normaliser;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.testing.SharedCases;
import org.renxing.testing.Systems;
import org.renxing.weights.Weights;

/** ASEM Sustainable Connectivity 2018 (COINr 1.1.14's example): 51 countries, 49 indicators. */
class AsemCaseTest {
  private static final String CASE = "cases/indices/coinr_asem2018/";

  @Test
  void normalisesAndAggregatesLikeCoinr() throws IOException {
    Path meta = SharedCases.file(CASE + "meta.csv");
    IndexSystem asem = system(SharedCases.rows(meta));
    Normalisation percent =
        new Normalisation(
            "min-max",
            Normalisation.Scope.POOLED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            100,
            Map.of());
    Normalised normalised = new Normaliser(percent, asem).of(treated(asem), Optional.empty());
    assertNormalised(normalised.normalised());
    Scores scores =
        Scores.of(
            normalised.normalised(),
            Weights.of(normalised, asem, Systems.scheme("fixed")),
            IndicatorOrder.of(asem),
            Aggregation.ARITHMETIC);
    Map<String, Double> ours = new HashMap<>();
    IndicatorOrder order = IndicatorOrder.of(asem);
    for (int row = 0; row < normalised.normalised().rows(); row++) {
      for (int node = 0; node < order.nodes().size(); node++) {
        String key =
            normalised.normalised().units().get(row) + "/" + order.nodes().get(node).code();
        ours.put(key, scores.score(row, node).score());
      }
    }
    assertScores(ours);
  }

  private static void assertNormalised(PackedPanel normalised) throws IOException {
    int compared = 0;
    for (Map<String, String> expected : rows("stages/Normalised.csv")) {
      int row = normalised.units().indexOf(expected.get("uCode"));
      for (String code : expected.keySet()) {
        if (isKnown(code, expected.get(code))) {
          assertThat(normalised.value(row, normalised.indicators().indexOf(code)))
              .as("%s %s", expected.get("uCode"), code)
              .isCloseTo(Double.parseDouble(expected.get(code)), offset(1e-10));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(2400);
  }

  private static void assertScores(Map<String, Double> ours) throws IOException {
    int compared = 0;
    for (Map<String, String> expected : rows("expected.csv")) {
      if (expected.get("quantity").startsWith("score")) {
        String key = expected.get("key").replaceAll("/Index$", "/" + IndexSystem.OVERALL);
        assertThat(ours).containsKey(key);
        double tolerance =
            expected.get("quantity").equals("score_full")
                ? 1e-10
                : Double.parseDouble(expected.get("abs_tol"));
        assertThat(ours.get(key))
            .as(key)
            .isCloseTo(Double.parseDouble(expected.get("value")), offset(tolerance));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(627);
  }

  private static boolean isKnown(String code, String value) {
    return !code.equals("uCode") && !value.isBlank() && !value.equals("NA");
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    return SharedCases.rows(SharedCases.file(CASE + file));
  }

  private static PackedPanel treated(IndexSystem asem) throws IOException {
    List<String> codes = asem.indicators().stream().map(Indicator::code).toList();
    List<String> units = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Map<String, String> unit : rows("stages/Treated.csv")) {
      units.add(unit.get("uCode"));
      for (String code : codes) {
        String value = unit.get(code);
        values.add(isKnown(code, value) ? Double.parseDouble(value) : Double.NaN);
      }
    }
    int[] years = new int[units.size()];
    Arrays.fill(years, 2018);
    double[] packed = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new PackedPanel(units, years, codes, packed);
  }

  private static IndexSystem system(List<Map<String, String>> meta) {
    return new IndexSystem("asem", "ASEM", "COINr", below("Index", 1, meta));
  }

  private static IndexNode below(String code, double weight, List<Map<String, String>> meta) {
    List<IndexNode> children = new ArrayList<>();
    for (Map<String, String> row : meta) {
      if (row.get("Parent").equals(code)) {
        String child = row.get("iCode");
        double w = Double.parseDouble(row.get("Weight"));
        Direction direction =
            row.get("Direction").startsWith("-") ? Direction.NEGATIVE : Direction.POSITIVE;
        children.add(
            row.get("Type").equals("Indicator")
                ? new IndexNode(
                    child,
                    child,
                    child,
                    w,
                    Optional.of(new Indicator(child, child, child, "", direction, child)),
                    List.of())
                : below(child, w, meta));
      }
    }
    return new IndexNode(code, code, code, weight, Optional.empty(), children);
  }
}
