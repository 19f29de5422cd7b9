package org.renxing.index.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.index.weigh.Weights;
import org.renxing.model.Direction;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.testing.Frames;
import org.renxing.testing.NormalisedFrame;
import org.renxing.testing.SharedCases;
import org.renxing.testing.Systems;

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
    Dataset<Row> normalised = NormalisedFrame.of(percent, asem, treated(asem)).cache();
    assertNormalised(normalised);
    Dataset<Row> weights =
        new Weights(asem).of(normalised, List.of(Systems.scheme("fixed")), Map.of());
    assertScores(
        Frames.by(
            new Scores(asem, Aggregation.ARITHMETIC).of(normalised, weights), "unit_id", "system"));
    normalised.unpersist();
  }

  private static void assertNormalised(Dataset<Row> normalised) throws IOException {
    Map<String, Row> ours = Frames.by(normalised, "unit_id", "indicator_code");
    int compared = 0;
    for (Map<String, String> expected : rows("stages/Normalised.csv")) {
      for (String code : expected.keySet()) {
        if (isKnown(code, expected.get(code))) {
          Row row = ours.get(expected.get("uCode") + "/" + code);
          assertThat(row.<Double>getAs("normalised"))
              .as("%s %s", expected.get("uCode"), code)
              .isCloseTo(Double.parseDouble(expected.get(code)), offset(1e-10));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(2400);
  }

  private static void assertScores(Map<String, Row> ours) throws IOException {
    int compared = 0;
    for (Map<String, String> expected : rows("expected.csv")) {
      if (expected.get("quantity").startsWith("score")) {
        String key = expected.get("key").replaceAll("/Index$", "/" + IndexSystem.OVERALL);
        assertThat(ours).containsKey(key);
        double tolerance =
            expected.get("quantity").equals("score_full")
                ? 1e-10
                : Double.parseDouble(expected.get("abs_tol"));
        assertThat(ours.get(key).<Double>getAs("score"))
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

  private static List<Row> treated(IndexSystem asem) throws IOException {
    List<Row> out = new ArrayList<>();
    for (Map<String, String> unit : rows("stages/Treated.csv")) {
      for (Indicator indicator : asem.indicators()) {
        String value = unit.get(indicator.code());
        Double x = isKnown(indicator.code(), value) ? Double.valueOf(value) : null;
        out.add(row(unit.get("uCode"), 2018, indicator.code(), x));
      }
    }
    return out;
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
