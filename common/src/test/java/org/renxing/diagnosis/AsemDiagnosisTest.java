package org.renxing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.renxing.model.IndexNode;
import org.renxing.panel.IndicatorOrder;
import org.renxing.testing.SharedCases;
import org.renxing.testing.Systems;

/** ASEM Sustainable Connectivity 2018, as COINr's vignettes print it. */
class AsemDiagnosisTest {
  private static final String CASE = "cases/indices/coinr_asem2018/";
  private static final List<String> CONN =
      List.of("Physical", "ConEcFin", "Political", "Instit", "P2P");
  private static final List<String> SUST = List.of("Environ", "Social", "SusEcFin");

  @Test
  void alphaOfRawValues() throws IOException {
    List<Map<String, String>> raw = rows("stages/Raw.csv");
    double[][] columns =
        rows("meta.csv").stream()
            .filter(m -> m.get("Parent").equals("P2P"))
            .map(m -> column(raw, m.get("iCode")))
            .toArray(double[][]::new);
    Reliability found =
        Reliability.of(
            CrossMoments.of(columns), IntStream.range(0, columns.length).boxed().toList());
    assertThat(found.alpha()).isCloseTo(expected("cronbach", "P2P raw"), offset(5e-9));
  }

  @Test
  void correlations() throws IOException {
    List<Map<String, String>> aggregated = rows("stages/Aggregated.csv");
    List<String> codes =
        aggregated.get(0).keySet().stream().filter(c -> !c.equals("uCode")).toList();
    CrossMoments moments =
        CrossMoments.of(codes.stream().map(c -> column(aggregated, c)).toArray(double[][]::new));
    List<Map<String, String>> printed = rows("correlations.csv");
    for (Map<String, String> e : printed) {
      int a = codes.indexOf(e.get("Var1"));
      int b = codes.indexOf(e.get("Var2"));
      assertThat(moments.pair(a, b).correlation())
          .as(e.toString())
          .isCloseTo(Double.parseDouble(e.get("Correlation")), offset(1e-10));
    }
    assertThat(printed).hasSize(392);
    for (String node : List.of("Conn", "Sust")) {
      assertThat(moments.pair(codes.indexOf("Index"), codes.indexOf(node)).correlation())
          .isCloseTo(expected("correlation", "Index/" + node), offset(5e-7));
    }
  }

  /** Pillars as the indicators of two systems, each left out in turn. */
  @Test
  void rankChangeIfRemoved() throws IOException {
    List<String> pillars = Stream.concat(CONN.stream(), SUST.stream()).toList();
    double[] w = new double[pillars.size()];
    Arrays.setAll(w, j -> 0.5 / (CONN.contains(pillars.get(j)) ? CONN.size() : SUST.size()));
    List<double[]> units = new ArrayList<>();
    for (Map<String, String> unit : rows("stages/Aggregated.csv")) {
      units.add(pillars.stream().mapToDouble(p -> Double.parseDouble(unit.get(p))).toArray());
    }
    IndicatorOrder order = IndicatorOrder.of(index(system("Conn", CONN), system("Sust", SUST)));
    InfluenceTarget target = InfluenceTarget.of(order, List.of(Systems.scheme("fixed"))).get(0);
    YearScores scores = YearScores.of(units, w, target, order, false);
    for (int j = 0; j < pillars.size(); j++) {
      double[] changes = scores.rankChange(j);
      assertThat(changes[1]).isEqualTo(51);
      assertThat(changes[0] / changes[1])
          .as(pillars.get(j))
          .isCloseTo(expected("mean_abs_rank_change_if_removed", pillars.get(j)), offset(5e-7));
    }
  }

  private static IndexNode system(String code, List<String> pillars) {
    return node(code, pillars.stream().map(p -> leaf(p, "x")).toArray(IndexNode[]::new));
  }

  private static double[] column(List<Map<String, String>> rows, String code) {
    return rows.stream()
        .map(r -> r.get(code))
        .mapToDouble(x -> x.isEmpty() || x.equals("NA") ? Double.NaN : Double.parseDouble(x))
        .toArray();
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    return SharedCases.rows(SharedCases.file(CASE + file));
  }

  private static double expected(String quantity, String key) throws IOException {
    return rows("expected.csv").stream()
        .filter(e -> e.get("quantity").equals(quantity) && e.get("key").equals(key))
        .mapToDouble(e -> Double.parseDouble(e.get("value")))
        .findFirst()
        .orElseThrow();
  }
}
