package org.renxing.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Missing;
import org.renxing.model.ProjectionRules;
import org.renxing.model.YearRange;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;
import org.renxing.testing.Series;
import org.renxing.testing.SharedCases;

class KayaDecompositionTest {
  private static final CarbonBases BASES =
      new CarbonBases(
          Set.of(Basis.AS_REPORTED), Map.of(CarbonBases.KAYA, Set.of(Basis.AS_REPORTED)));
  private static final List<String> COLUMNS = List.of("population", "gdp", "energy", "co2");
  private static final Boundaries UNMOVED = Boundaries.of(List.of(), 2020, Map.of());

  private static Map<String, KayaEffect> effects(
      Boundaries boundaries, List<String> columns, double[]... years) {
    List<Integer> names = new ArrayList<>();
    double[] values = new double[years.length * columns.size()];
    for (int t = 0; t < years.length; t++) {
      names.add(2000 + 5 * t);
      System.arraycopy(years[t], 0, values, t * columns.size(), columns.size());
    }
    CarbonAccount account =
        new CarbonAccount(
            new CarbonRules(List.of(), Missing.UNKNOWN, 5, "", "overall", ProjectionRules.none()),
            YearRange.parse("2000..2020 by 5"));
    return Series.by(
        new KayaDecomposition(account, boundaries, BASES)
            .of(new UnitFigures("a", names, columns, values)),
        e -> e.from() + "-" + e.to() + ":" + e.factor());
  }

  @Test
  void theCase() throws IOException {
    List<double[]> years = new ArrayList<>();
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/kaya_tapio/data.csv"))) {
      years.add(COLUMNS.stream().mapToDouble(c -> Double.parseDouble(row.get(c))).toArray());
    }
    Map<String, KayaEffect> found = effects(UNMOVED, COLUMNS, years.toArray(double[][]::new));
    int compared = 0;
    for (Map<String, String> row :
        SharedCases.rows(SharedCases.file("cases/stats/kaya_tapio/expected.csv"))) {
      KayaEffect effect = found.get(row.get("key").replace("affluence", "gdp_per_capita"));
      boolean isPart = row.get("quantity").equals("tapio_part");
      if (isPart || row.get("quantity").equals("additive_effect")) {
        assertThat(isPart ? effect.elasticity() : effect.effect())
            .as(row.toString())
            .isCloseTo(
                Double.parseDouble(row.get("value")),
                within(Double.parseDouble(row.get("abs_tol"))));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(32);
    assertThat(found.get("2000-2020:total").isWhole()).isTrue();
    assertThat(found.get("2000-2020:total").effect()).isEqualTo(1000);
  }

  /** Without energy its two factors are one. */
  @Test
  void withoutEnergy() {
    Map<String, KayaEffect> found =
        effects(
            UNMOVED,
            List.of("population", "gdp", "co2"),
            new double[] {10, 100, 50},
            new double[] {10, 200, 50});
    assertThat(found.keySet())
        .containsExactly(
            "2000-2005:population",
            "2000-2005:gdp_per_capita",
            "2000-2005:emission_intensity",
            "2000-2005:total");
    assertThat(found.get("2000-2005:gdp_per_capita").effect())
        .isCloseTo(50 * Math.log(2), within(1e-12));
    assertThat(found.get("2000-2005:total").effect()).isZero();
    assertThat(found.get("2000-2005:total").isWhole()).isTrue();
  }

  @Test
  void reasons() {
    double[] whole = {10, 100, 5, 50};
    double[][] lacks = {
      {10, 100, 5, Double.NaN},
      {Double.NaN, 100, 5, 50},
      {10, Double.NaN, 5, 50},
      {10, 100, Double.NaN, 50},
      {10, 0, 5, 50},
      {10, 100, 5, -1}
    };
    List<String> reasons =
        List.of(
            "MISSING_EMISSIONS",
            "MISSING_POPULATION",
            "MISSING_GDP",
            "MISSING_ENERGY",
            "NOT_POSITIVE",
            "NOT_POSITIVE");
    for (int i = 0; i < lacks.length; i++) {
      KayaEffect effect = effects(UNMOVED, COLUMNS, whole, lacks[i]).get("2000-2005:total");
      assertThat(effect.reason()).isEqualTo(reasons.get(i));
      assertThat(effect.effect()).isNaN();
      assertThat(effect.elasticity()).isNaN();
    }
    Boundaries moved =
        Boundaries.of(List.of(new Move(2003, "carve_out", "a", "b", false)), 2020, Map.of());
    KayaEffect lost = effects(moved, COLUMNS, whole, whole).get("2000-2005:total");
    assertThat(lost.reason()).isEqualTo("BOUNDARY_BREAK");
    assertThat(lost.flag()).isEqualTo("break");
    // emissions that vanish belong to carbon intensity
    Map<String, KayaEffect> none = effects(UNMOVED, COLUMNS, whole, new double[] {20, 300, 7, 0});
    assertThat(none.get("2000-2005:carbon_intensity").effect()).isEqualTo(-50);
    assertThat(none.get("2000-2005:population").effect()).isZero();
  }

  @Test
  void peaks() {
    EmissionPeak rises = peak(1, 2, 3, 3);
    assertThat(rises.peakYear()).isEqualTo(2013);
    assertThat(rises.hasPeaked()).isEqualTo(Truth.FALSE);
    assertThat(rises.fallsEachYear()).isEqualTo(Truth.UNKNOWN);
    EmissionPeak wavers = peak(1, 4, 2, 3);
    assertThat(wavers.peak()).isEqualTo(4);
    assertThat(wavers.change()).isEqualTo(-0.25);
    assertThat(wavers.hasPeaked()).isEqualTo(Truth.TRUE);
    assertThat(wavers.fallsEachYear()).isEqualTo(Truth.FALSE);
    assertThat(peak(1, 4, 3, 2).fallsEachYear()).isEqualTo(Truth.TRUE);
    EmissionPeak gap = peak(1, Double.NaN, 3, 2);
    assertThat(gap.reason()).isEqualTo("MISSING_EMISSIONS");
    assertThat(gap.peak()).isNaN();
    assertThat(peak(5).hasPeaked()).isEqualTo(Truth.UNKNOWN);
  }

  private static EmissionPeak peak(double... emissions) {
    List<UnitEmissions.Year> years = new ArrayList<>();
    for (int t = 0; t < emissions.length; t++) {
      years.add(new UnitEmissions.Year(2010 + t, emissions[t], 1, Double.NaN));
    }
    return EmissionPeak.of(new UnitEmissions("a", years), 2, UNMOVED, Set.of(Basis.AS_REPORTED));
  }
}
