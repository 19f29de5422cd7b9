package org.renxing.typology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasureValue;
import org.renxing.model.TypeCount;
import org.renxing.model.TypeYears;
import org.renxing.model.Typology;
import org.renxing.testing.SharedCases;

/** Typologies of published data, as R and scikit-learn part them. */
class TypologyCasesTest {

  private static Types types(String folder, Typology.Method method, String k, List<String> columns)
      throws IOException {
    List<MeasureValue> values = new ArrayList<>();
    int n = 0;
    for (Map<String, String> row : SharedCases.rows(SharedCases.file(folder + "/data.csv"))) {
      String unit = "u" + n++;
      for (String column : columns) {
        values.add(new MeasureValue(column, unit, 1973, Double.parseDouble(row.get(column))));
      }
    }
    boolean isMixture = method == Typology.Method.GAUSSIAN_MIXTURE;
    Typology typology =
        new Typology(
            "case",
            columns,
            method,
            TypeCount.parse(k),
            isMixture ? Typology.Criterion.BIC : Typology.Criterion.SILHOUETTE,
            TypeYears.all(),
            isMixture ? Typology.Standardise.NONE : Typology.Standardise.Z_SCORE,
            Typology.Shape.FULL,
            1,
            50,
            0,
            List.of(),
            List.of());
    return new TypologyKernel(typology, "none", 1).of(values);
  }

  /** Arrests in 50 states: kmeans of R with 2,000 starts, silhouettes of its cluster. */
  @Test
  void arrests() throws IOException {
    Types found =
        types(
            "cases/stats/clustering_usarrests",
            Typology.Method.KMEANS,
            "2..5",
            List.of("Murder", "Assault", "UrbanPop", "Rape"));
    double[] within = {102.862400494417, 78.3232689709657, 56.4031734582928, 48.9442031897741};
    double[] silhouette = {
      0.4084890326217642, 0.3094312474241775, 0.3396889143334439, 0.30307807075646026
    };
    for (int i = 0; i < within.length; i++) {
      Types.Trial trial = found.trials().get(i);
      assertThat(trial.within()).isCloseTo(within[i], within(1.03e-6));
      assertThat(trial.silhouette()).isCloseTo(silhouette[i], within(1e-8));
      assertThat(trial.isChosen()).isEqualTo(i == 0);
    }
    assertThat(found.profiles()).extracting(Types.Profile::n).containsOnly(20, 30);
  }

  /** Eruptions of Old Faithful: mclust's VVV of 2 components, and its BIC with the other sign. */
  @Test
  void eruptions() throws IOException {
    Types found =
        types(
            "cases/stats/gmm_faithful",
            Typology.Method.GAUSSIAN_MIXTURE,
            "1..2",
            List.of("eruptions", "waiting"));
    assertThat(found.trials()).extracting(Types.Trial::isChosen).containsExactly(false, true);
    assertThat(found.trials().get(1).bic()).isCloseTo(2322.191743098739, within(0.0003));
    assertThat(found.members()).allMatch(m -> m.probability() > 0.5 && m.probability() <= 1);
  }
}
