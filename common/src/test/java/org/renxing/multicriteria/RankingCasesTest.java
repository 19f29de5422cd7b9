package org.renxing.multicriteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.model.Ranking;
import org.renxing.testing.SharedCases;

/** The four rankings against figures that others printed or computed; see the cases' README. */
class RankingCasesTest {
  private static final String CASES = "cases/stats/";

  /** A problem: what each alternative has of each criterion, costs turned, and the weights. */
  private record Problem(Map<String, List<Double>> rows, List<Double> weights) {
    Problem() {
      this(new LinkedHashMap<>(), new ArrayList<>());
    }

    List<double[]> values() {
      return rows.values().stream().map(RankingCasesTest::array).toList();
    }

    /** Each criterion on the range from 0 to 1. */
    List<double[]> ranged() {
      List<double[]> out = values();
      for (int j = 0; j < weights.size(); j++) {
        int place = j;
        double least = out.stream().mapToDouble(row -> row[place]).min().orElseThrow();
        double most = out.stream().mapToDouble(row -> row[place]).max().orElseThrow();
        out.forEach(row -> row[place] = (row[place] - least) / (most - least));
      }
      return out;
    }

    Map<String, Map<String, Double>> of(RankingRule rule, List<double[]> values) {
      MultiCriteria found = MultiCriteria.of(rule, values, array(weights));
      Map<String, Map<String, Double>> out = new HashMap<>();
      int i = 0;
      for (String name : rows.keySet()) {
        Map<String, Double> own = new HashMap<>();
        own.put("score", found.score(i));
        for (String detail : MultiCriteria.names(rule.ranking())) {
          own.put(detail, found.detail(detail, i));
        }
        out.put(name, own);
        i++;
      }
      return out;
    }
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Map<String, String>> expected(String folder) throws IOException {
    return SharedCases.rows(SharedCases.file(CASES + folder + "/expected.csv"));
  }

  private static void assertFigure(Map<String, String> row, double found) {
    assertThat(found)
        .as("%s %s", row.get("quantity"), row.get("key"))
        .isCloseTo(
            Double.parseDouble(row.get("value")),
            within(Math.max(1e-15, Double.parseDouble(row.get("abs_tol")))));
  }

  private static RankingRule topsis(boolean isVector) {
    return new RankingRule(Ranking.TOPSIS, 0.5, 0.5, isVector);
  }

  /** Opricovic and Tzeng 2004, Tzeng and Huang 2011, and what three programs print. */
  @Test
  void topsisAndVikor() throws IOException {
    Map<String, Problem> problems = new HashMap<>();
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file(CASES + "topsis_vikor_small/data.csv"))) {
      Problem problem = problems.computeIfAbsent(row.get("problem"), p -> new Problem());
      double value = Double.parseDouble(row.get("value"));
      problem
          .rows
          .computeIfAbsent(row.get("alternative"), a -> new ArrayList<>())
          .add(row.get("objective").equals("min") ? -value : value);
      if (row.get("alternative").equals("A1")) {
        problem.weights.add(Double.valueOf(row.get("weight")));
      }
    }
    Map<String, Map<String, Map<String, Double>>> vector = new HashMap<>();
    Map<String, Map<String, Map<String, Double>>> ranged = new HashMap<>();
    Map<String, Map<String, Map<String, Double>>> vikor = new HashMap<>();
    problems.forEach(
        (name, p) -> {
          vector.put(name, p.of(topsis(true), p.values()));
          ranged.put(name, p.of(topsis(false), p.ranged()));
          vikor.put(name, p.of(RankingRule.of(Ranking.VIKOR), p.values()));
        });
    int count = 0;
    for (Map<String, String> row : expected("topsis_vikor_small")) {
      String[] key = row.get("key").split(":", -1);
      double found =
          switch (row.get("quantity")) {
            case "topsis_closeness_vector" -> vector.get(key[0]).get(key[1]).get("score");
            case "topsis_closeness_minmax" -> ranged.get(key[0]).get(key[1]).get("score");
            case "topsis_distance_plus" -> vector.get(key[0]).get(key[1]).get("d_plus");
            case "topsis_distance_minus" -> vector.get(key[0]).get(key[1]).get("d_minus");
            case "vikor_S" -> vikor.get(key[0]).get(key[1]).get("s");
            case "vikor_R" -> vikor.get(key[0]).get(key[1]).get("r");
            case "vikor_Q" -> vikor.get(key[0]).get(key[1]).get("score");
            default -> throw new AssertionError(row.toString());
          };
      assertFigure(row, found);
      count++;
    }
    assertThat(count).isGreaterThan(80);
  }

  @Test
  void greyRelations() throws IOException {
    List<Map<String, String>> positions =
        SharedCases.rows(SharedCases.file(CASES + "grey_relational/data.csv"));
    double[] reference = numbers(positions, "reference");
    List<double[]> series =
        List.of(numbers(positions, "x1"), numbers(positions, "x2"), numbers(positions, "x3"));
    double[] alike = {1, 1, 1};
    double[] degrees = GreyRelational.degrees(new Alternatives(series, alike), reference, 0.5);
    Map<String, Double> closeness = greyTopsis();
    int count = 0;
    for (Map<String, String> row : expected("grey_relational")) {
      String key = row.get("key");
      switch (row.get("quantity")) {
        case "grey_degree" -> assertFigure(row, degrees[key.charAt(1) - '1']);
        case "grey_coefficient" -> {
          // all weight on one position leaves its coefficient, of the same largest difference
          double[] one = {1e-300, 1e-300, 1e-300};
          one[key.charAt(0) - '1'] = 1;
          double[] found = GreyRelational.degrees(new Alternatives(series, one), reference, 0.5);
          assertFigure(row, found[key.charAt(3) - '1']);
        }
        case "grey_topsis_closeness" -> assertFigure(row, closeness.get(key));
        default -> assertThat(row).containsEntry("value", "0.5");
      }
      count++;
    }
    assertThat(count).isEqualTo(16);
  }

  /** Degrees to the best and to the worst of weighted values, as shares. */
  private static Map<String, Double> greyTopsis() throws IOException {
    Problem problem = new Problem();
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file(CASES + "grey_relational/data_topsis.csv"))) {
      problem.rows.put(
          row.get("alternative"),
          List.of(
              Double.valueOf(row.get("x1")),
              Double.valueOf(row.get("x2")),
              Double.valueOf(row.get("x3"))));
    }
    problem.weights.addAll(List.of(0.3, 0.4, 0.3));
    List<double[]> weighted = problem.ranged();
    weighted.forEach(row -> times(row, array(problem.weights)));
    Alternatives given = new Alternatives(weighted, new double[] {1, 1, 1});
    double[] best = GreyRelational.degrees(given, given.best(), 0.5);
    double[] worst =
        GreyRelational.degrees(
            given, new double[] {given.worst(0), given.worst(1), given.worst(2)}, 0.5);
    Map<String, Double> out = new HashMap<>();
    int i = 0;
    for (String name : problem.rows.keySet()) {
      out.put(name, best[i] / (best[i] + worst[i]));
      i++;
    }
    return out;
  }

  private static void times(double[] row, double[] factors) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factors[j];
    }
  }

  private static double[] numbers(List<Map<String, String>> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }

  @Test
  void rankSums() throws IOException {
    List<Map<String, String>> rows =
        SharedCases.rows(SharedCases.file(CASES + "rank_sum_ratio/data.csv"));
    double[] weights =
        numbers(SharedCases.rows(SharedCases.file(CASES + "rank_sum_ratio/weights.csv")), "weight");
    double[] x1 = numbers(rows, "x1");
    double[] x2 = numbers(rows, "x2");
    List<double[]> values = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < x1.length; i++) {
      values.add(new double[] {x1[i], x2[i]});
      places.put(rows.get(i).get("id"), i);
    }
    RankSumRatio found = RankSumRatio.of(new Alternatives(values, weights));
    int count = 0;
    for (Map<String, String> row : expected("rank_sum_ratio")) {
      int place = places.getOrDefault(row.get("key"), -1);
      switch (row.get("quantity")) {
        case "rsr" -> assertFigure(row, found.ratios()[place]);
        case "probit" -> assertFigure(row, found.probits()[place]);
        case "rsr_fitted" -> assertFigure(row, found.fitted()[place]);
        case "regression_slope" -> assertFigure(row, found.slope());
        case "regression_intercept" -> assertFigure(row, found.intercept());
        default -> count--; // mean_rank and cumulative_share, of which probits are made
      }
      count++;
    }
    assertThat(count).isEqualTo(22);
  }
}
