package org.renxing.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.testing.SharedCases;

/** The detector against figures that its other programs print. */
class DetectorCasesTest {
  /**
   * Figures for which the many zeros of GDP were joined with the values up to the next break. The
   * printed q of GDP:quantile:15 holds only where zeros are a stratum of their own (13 strata), as
   * natural breaks need it too.
   */
  private static final Set<String> CONTRADICTED =
      Set.of("classes_nonempty,GDP:quantile:15", "q,GDP:quantile:6");

  private List<Map<String, String>> data;
  private List<Map<String, String>> expected;

  private void read(String name) throws IOException {
    data = SharedCases.rows(SharedCases.file("cases/stats/" + name + "/data.csv"));
    expected = SharedCases.rows(SharedCases.file("cases/stats/" + name + "/expected.csv"));
  }

  private double[] numbers(String column) {
    return data.stream().mapToDouble(r -> Double.parseDouble(r.get(column))).toArray();
  }

  private Strata strata(String column) {
    return Strata.of(column, data.stream().map(r -> r.get(column)).toList());
  }

  private static void agree(Map<String, String> row, double found) {
    double tolerance = Double.parseDouble(row.get("abs_tol"));
    assertThat(found)
        .as(row.toString())
        .isCloseTo(Double.parseDouble(row.get("value")), within(Math.max(tolerance, 1e-300)));
  }

  @Test
  void neuralTubeDefects() throws IOException {
    read("geodetector_ntds");
    List<Strata> factors = List.of(strata("watershed"), strata("elevation"), strata("soiltype"));
    GeographicalDetector keep =
        GeographicalDetector.of(numbers("incidence"), factors, Convention.GEODETECTOR);
    GeographicalDetector drop =
        GeographicalDetector.of(numbers("incidence"), factors, Convention.GDVERSE);
    Map<String, Double> found = new TreeMap<>();
    keep.factors()
        .forEach(
            f -> {
              found.put("q," + f.factor(), f.q());
              found.put("F," + f.factor(), f.f());
              found.put("lambda_sample_var," + f.factor(), f.lambda());
              found.put("p_lambda_sample_var," + f.factor(), f.pValue());
            });
    drop.factors()
        .forEach(
            f -> {
              found.put("lambda_pop_var," + f.factor(), f.lambda());
              found.put("p_lambda_pop_var," + f.factor(), f.pValue());
            });
    pairs(found, "q_interaction_keep_singletons,", keep);
    pairs(found, "q_interaction_drop_singletons,", drop);
    keep.ecological()
        .forEach(
            e -> {
              found.put("ecological_F," + e.first() + "/" + e.second(), e.f());
              found.put("ecological_p_upper," + e.first() + "/" + e.second(), e.pUpper());
              found.put("ecological_p_two_way," + e.first() + "|" + e.second(), e.pValue());
            });
    keep.risks(9)
        .forEach(
            r -> {
              String key = r.factor() + ":" + r.first() + "-" + r.second();
              found.put("risk_t_abs," + key, Math.abs(r.t()));
              found.put("risk_p," + key, r.pValue());
              found.put("risk_mean," + r.factor() + "=" + r.first(), r.meanFirst());
              found.put("risk_mean," + r.factor() + "=" + r.second(), r.meanSecond());
            });
    int compared = 0;
    for (Map<String, String> row : expected) {
      Double value = found.get(row.get("quantity") + "," + row.get("key"));
      if (value != null) {
        agree(row, value);
        compared++;
      } else if (row.get("quantity").equals("risk_significant_0.05")) {
        double p = found.get("risk_p," + row.get("key"));
        assertThat(p < 0.05).as(row.toString()).isEqualTo(row.get("value").equals("TRUE"));
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(expected.size() - 9);
    assertThat(keep.interactions()).extracting(Interaction::type).containsOnly("enhance_bi");
  }

  private static void pairs(Map<String, Double> found, String what, GeographicalDetector detector) {
    detector
        .interactions()
        .forEach(
            i -> {
              found.put(what + i.first() + "&" + i.second(), i.q());
              found.put(what + i.second() + "&" + i.first(), i.q());
            });
  }

  @Test
  void singletons() throws IOException {
    read("geodetector_singleton_stratum");
    List<Strata> factors = List.of(strata("x"));
    FactorDetector drop =
        GeographicalDetector.of(numbers("y"), factors, Convention.GDVERSE).factors().get(0);
    FactorDetector keep =
        GeographicalDetector.of(numbers("y"), factors, Convention.GEODETECTOR).factors().get(0);
    double[] found = {drop.q(), drop.pValue(), keep.q(), keep.pValue()};
    for (int i = 0; i < found.length; i++) {
      agree(expected.get(i), found[i]);
    }
    assertThat(drop.rows()).isEqualTo(6);
    assertThat(keep.rows()).isEqualTo(7);
  }

  @Test
  void discretised() throws IOException {
    read("geodetector_ndvi_discretised");
    double[] y = numbers("NDVIchange");
    int compared = 0;
    for (Map<String, String> row : expected) {
      if (CONTRADICTED.contains(row.get("quantity") + "," + row.get("key"))) {
        continue;
      }
      String[] key = row.get("key").split("[: ]", -1);
      boolean isNumber = key.length >= 3 && !row.get("key").contains("gdverse");
      if (isNumber) {
        Strata strata = cut(key[0], key[1], Integer.parseInt(key[2]));
        if (row.get("quantity").equals("q")) {
          agree(row, q(y, strata));
        } else {
          long classes = Arrays.stream(strata.codes()).distinct().count();
          assertThat((double) classes).isEqualTo(Double.parseDouble(row.get("value")));
        }
        compared++;
      } else if (row.get("quantity").equals("natural_within_ss")) {
        agree(row, squares(numbers(key[0]), cut(key[0], "natural", Integer.parseInt(key[1]))));
        compared++;
      } else if (key.length == 1 && row.get("quantity").equals("q")) {
        agree(row, q(y, strata(key[0])));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(expected.size() - 3 - CONTRADICTED.size());
    List<Strata> zones = List.of(strata("Climatezone"), strata("Mining"));
    Interaction both = GeographicalDetector.of(y, zones, Convention.GDVERSE).interactions().get(0);
    agree(expected.get(expected.size() - 2), both.q());
    assertThat(both.type()).isEqualTo("enhance_bi");
  }

  private Strata cut(String column, String way, int strata) {
    double[] x = numbers(column);
    Discretisation by = Discretisation.valueOf(way.toUpperCase(Locale.ROOT));
    return Strata.of(column, x, by.breaks(x, strata));
  }

  private static double q(double[] y, Strata strata) {
    return GeographicalDetector.of(y, List.of(strata), Convention.GDVERSE).factors().get(0).q();
  }

  private static double squares(double[] x, Strata strata) {
    Variable variable = Variable.of(x);
    double scale = variable.scale();
    return Spread.of(variable.z(), strata.codes(), strata.labels().size(), true).within()
        * scale
        * scale;
  }
}
