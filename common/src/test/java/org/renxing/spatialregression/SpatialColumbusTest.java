package org.renxing.spatialregression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.space.SpatialCase;
import org.renxing.space.WeightMatrix;

/** Crime in 49 districts of Columbus (Anselin 1988), as R's spatialreg prints it. */
class SpatialColumbusTest {
  private static final Map<String, SpatialModel> MODELS =
      Map.of(
          "lag",
          SpatialModel.LAG,
          "sdm",
          SpatialModel.DURBIN,
          "error",
          SpatialModel.ERROR,
          "sdem",
          SpatialModel.DURBIN_ERROR,
          "errorB",
          SpatialModel.ERROR);

  private static SpatialPanel panel(SpatialCase columbus, WeightMatrix w) {
    return new SpatialPanel(
        w,
        new double[][] {columbus.column("CRIME")},
        List.of("INC", "HOVAL"),
        new double[][][] {{columbus.column("INC")}, {columbus.column("HOVAL")}},
        SpatialEffects.NONE);
  }

  @Test
  void models() throws IOException {
    SpatialCase columbus = new SpatialCase("spatial_columbus");
    Map<String, SpatialFit> fits = new LinkedHashMap<>();
    Map<String, SpatialImpacts.Impact> impacts = new LinkedHashMap<>();
    for (Map.Entry<String, SpatialModel> model : MODELS.entrySet()) {
      boolean isBinary = model.getKey().endsWith("B");
      WeightMatrix w = isBinary ? columbus.binary() : columbus.weights().rowStandardised();
      LogDeterminant determinant = LogDeterminant.of(w, 1);
      assertThat(determinant.isExact()).isTrue();
      SpatialFit fit = SpatialRegression.fit(panel(columbus, w), model.getValue(), determinant);
      fits.put(model.getKey(), fit);
      SpatialImpacts.of(fit, determinant, 200, 1)
          .forEach(impact -> impacts.put(model.getKey() + ":" + impact.name(), impact));
    }
    columbus.check("coef", 48, key -> term(fits, key).estimate());
    columbus.check("se", 48, key -> term(fits, key).standardError());
    columbus.check("log_likelihood", 10, key -> fits.get(key).logLikelihood());
    columbus.check("sigma2", 10, key -> fits.get(key).sigma2());
    columbus.check("aic", 10, key -> fits.get(key).aic());
    columbus.check(
        "lr_vs_ols", 10, key -> SpatialTests.againstLeastSquares(fits.get(key)).statistic());
    columbus.check(
        "lr_vs_ols_p", 5, key -> SpatialTests.againstLeastSquares(fits.get(key)).pValue());
    columbus.check("impact_direct", 6, key -> impacts.get(key).direct().estimate());
    columbus.check("impact_indirect", 6, key -> impacts.get(key).indirect().estimate());
    columbus.check("impact_total", 6, key -> impacts.get(key).total().estimate());
  }

  private static SpatialFit.Term term(Map<String, SpatialFit> fits, String key) {
    int colon = key.indexOf(':');
    SpatialFit fit = fits.get(key.substring(0, colon));
    String name = key.substring(colon + 1).replace("lag.", "W ");
    return name.equals(fit.spatial().name())
        ? fit.spatial()
        : fit.terms().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void lagrangeMultipliers() throws IOException {
    SpatialCase columbus = new SpatialCase("spatial_columbus");
    List<SpatialTests.Test> tests =
        SpatialTests.lagrange(panel(columbus, columbus.weights().rowStandardised()));
    List<String> keys = List.of("LMerr", "LMlag", "RLMerr", "RLMlag", "SARMA");
    columbus.check("lm_statistic", 5, key -> tests.get(keys.indexOf(key)).statistic());
    columbus.check("lm_p", 5, key -> tests.get(keys.indexOf(key)).pValue());
    assertThat(tests.get(4).degrees()).isEqualTo(2);
    assertThat(tests.get(0).statistic()).isCloseTo(5.72313, within(1e-5));
  }
}
