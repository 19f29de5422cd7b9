package org.renxing.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.renxing.structure.EllisonGlaeser.Plant;
import org.renxing.testing.SharedCases;

/** Structure of sectors: closed forms, published figures, and what must hold. */
class StructureTest {
  private static final String CASE = "cases/stats/industrial_structure/";

  /** Of the package mathmodels, help page regional_economics. */
  @Test
  void publishedFigures() {
    SectorShares shares = SectorShares.of(50, 30, 20);
    assertThat(shares.herfindahl()).isCloseTo(0.38, within(1e-12));
    assertThat(shares.normalisedHerfindahl()).isCloseTo(0.07, within(1e-12));
    assertThat(SectorShares.locationQuotient(1000, 4000, 2000, 10000)).isEqualTo(1.25);
    assertThat(SectorShares.locationQuotient(4000, 6000, 6000, 10000))
        .isCloseTo(1.1111111, within(6e-8));
    List<Plant> plants =
        Stream.of(
                "R1 A 250",
                "R1 A 200",
                "R1 A 150",
                "R1 A 100",
                "R2 A 20",
                "R2 A 15",
                "R3 A 10",
                "R3 A 5",
                "R1 B 50",
                "R2 B 200",
                "R2 B 150",
                "R3 B 50")
            .map(line -> line.split(" ", -1))
            .map(cell -> new Plant(cell[0], cell[1], Double.parseDouble(cell[2])))
            .toList();
    assertThat(EllisonGlaeser.gamma(plants, "A")).isCloseTo(0.131, within(0.00051));
    assertThat(EllisonGlaeser.gamma(plants, "B")).isCloseTo(0.918, within(0.00051));
    assertThat(EllisonGlaeser.gamma(plants.subList(0, 4), "A")).isNaN();
  }

  @Test
  void figuresOfTheCase() throws IOException {
    Map<String, ToDoubleFunction<double[][]>> quantities =
        Map.of(
            "theil_rationalisation", x -> SectorBalance.of(x[0], x[1]).theil(),
            "structural_deviation_E", x -> SectorBalance.of(x[0], x[1]).deviation(),
            "weighted_deviation", x -> SectorBalance.of(x[0], x[1]).weightedDeviation(),
            "upgrading_ratio_tertiary_secondary", x -> SectorShares.of(x[0]).upgrading(),
            "upgrading_layer_index", x -> SectorShares.of(x[0]).layerIndex(),
            "upgrading_angle_index", x -> SectorShares.of(x[0]).angleIndex(),
            "herfindahl", x -> SectorShares.of(x[0]).herfindahl(),
            "herfindahl_normalised", x -> SectorShares.of(x[0]).normalisedHerfindahl(),
            "diversification_1_minus_hhi", x -> 1 - SectorShares.of(x[0]).herfindahl(),
            "entropy_diversity", x -> SectorShares.of(x[0]).entropy());
    List<Map<String, String>> data = SharedCases.rows(SharedCases.file(CASE + "data.csv"));
    int compared = 0;
    for (Map<String, String> figure : SharedCases.rows(SharedCases.file(CASE + "expected.csv"))) {
      for (Map<String, String> row : data) {
        String key = row.get("region") + ":" + row.get("year");
        if (figure.get("key").equals(key)) {
          double[][] x = {columns(row, "y"), columns(row, "l")};
          assertThat(quantities.get(figure.get("quantity")).applyAsDouble(x))
              .as(figure.toString())
              .isCloseTo(
                  Double.parseDouble(figure.get("value")),
                  within(Double.parseDouble(figure.get("abs_tol"))));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(52);
  }

  private static double[] columns(Map<String, String> row, String name) {
    return Stream.of(1, 2, 3).mapToDouble(i -> Double.parseDouble(row.get(name + i))).toArray();
  }

  @Property(tries = 100)
  void whatMustHold(
      @ForAll @Size(3) double[] raw, @ForAll @DoubleRange(min = 0.1, max = 100) double scale) {
    double[] output = Arrays.stream(raw).map(x -> 1 + Math.abs(Math.sin(x))).toArray();
    double[] workers = Arrays.stream(raw).map(x -> 1 + Math.abs(Math.cos(x))).toArray();
    double[] larger = Arrays.stream(output).map(x -> x * scale).toArray();
    SectorBalance balance = SectorBalance.of(output, workers);
    assertThat(balance.theil()).isGreaterThanOrEqualTo(0);
    assertThat(SectorBalance.of(larger, workers).theil()).isCloseTo(balance.theil(), within(1e-12));
    assertThat(SectorBalance.of(output, larger).deviation()).isCloseTo(0, within(1e-12));
    SectorShares shares = SectorShares.of(output);
    assertThat(shares.layerIndex()).isBetween(1.0, 3.0);
    assertThat(shares.herfindahl()).isBetween(1.0 / 3 - 1e-12, 1.0);
    assertThat(shares.entropy()).isBetween(0.0, Math.log(3) + 1e-12);
  }

  @Test
  void edges() {
    SectorShares one = SectorShares.of(0, 0, 7);
    assertThat(one.upgrading()).isNaN();
    assertThat(one.entropy()).isZero();
    assertThat(one.layerIndex()).isEqualTo(3);
    // a sector without output counts nothing in Theil's sum, and wholly in the deviation
    SectorBalance balance = SectorBalance.of(new double[] {0, 5, 5}, new double[] {2, 1, 1});
    assertThat(balance.theil()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(balance.deviation()).isCloseTo(3, within(1e-15));
    assertThatIllegalArgumentException().isThrownBy(() -> SectorShares.of(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> SectorShares.of(0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SectorBalance.of(new double[] {1, 1}, new double[] {0, 1}));
  }
}
