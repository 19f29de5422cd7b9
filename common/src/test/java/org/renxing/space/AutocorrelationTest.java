package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasureSample;
import org.renxing.model.SpaceOptions;

/** Years of measures of every kind. */
class AutocorrelationTest {
  private static final Autocorrelation NEAREST =
      new Autocorrelation("test", 99, 1, NeighbourRules.of(SpaceOptions.standard(), Map.of()));

  private static List<Autocorrelation.Year> years(String measure) {
    return NEAREST.of(MeasureSample.panel(measure));
  }

  @Test
  void unitsWithoutAPlaceAreLeftOut() {
    List<Autocorrelation.Year> all = years("score.w.overall");
    assertThat(all).hasSize(MeasureSample.YEARS);
    Autocorrelation.Year first = all.get(0);
    assertThat(first.year()).isEqualTo(2010);
    assertThat(first.weights()).isEqualTo("knn:4");
    assertThat(first.permutations()).isEqualTo(99);
    assertThat(first.units()).isEqualTo(MeasureSample.UNITS - 1);
    assertThat(first.leftOut()).isEqualTo(1);
    assertThat(first.global().expected()).isEqualTo(-1.0 / (MeasureSample.UNITS - 2));
    assertThat(first.local()).hasSize(MeasureSample.UNITS - 1);
    for (Autocorrelation.Local unit : first.local()) {
      assertThat(unit.pValueTwoSided()).isEqualTo(Math.min(1, 2 * unit.pValue()));
      assertThat(unit.isSignificant()).isEqualTo(unit.pValue() <= 0.05);
    }
  }

  /** Another measure with the same values is set against the same arrangements. */
  @Test
  void measuresShareArrangements() {
    List<Autocorrelation.Year> pair = years("d.pair");
    Autocorrelation.Year scaled =
        pair.stream().filter(y -> y.year() == 2011).findFirst().orElseThrow();
    assertThat(scaled.global().pValue())
        .isEqualTo(years("score.w.overall").get(1).global().pValue());
    assertThat(pair)
        .filteredOn(y -> y.year() == 2012)
        .extracting(Autocorrelation.Year::units)
        .containsExactly(MeasureSample.UNITS - 2);
  }

  @Test
  void whyThereIsNone() {
    Autocorrelation.Year constant = years("theta.m.constant").get(0);
    assertThat(constant.reason()).isEqualTo("CONSTANT");
    assertThat(constant.global().value()).isNaN();
    assertThat(constant.local()).isEmpty();
    Autocorrelation.Year one = years("score.one.unit").get(0);
    assertThat(one.reason()).isEqualTo("FEWER_THAN_4_UNITS");
    assertThat(one.units()).isZero();
    assertThat(one.leftOut()).isEqualTo(1);
  }
}
