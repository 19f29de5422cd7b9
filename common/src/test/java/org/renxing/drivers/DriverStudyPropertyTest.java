package org.renxing.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverAnalysis.By;
import org.renxing.model.DriverAnalysis.Cut;
import org.renxing.model.DriverAnalysis.Detector;
import org.renxing.model.DriverModel;
import org.renxing.model.RenxingException;
import org.renxing.model.SpaceOptions;
import org.renxing.model.YearRange;

/** What must hold of an analysis whatever the data. */
class DriverStudyPropertyTest {
  private static final YearRange YEARS = new YearRange(2010, 2015);

  private static DriverAnswer answer(
      List<String> candidates, Cut cut, List<MeasureValue> values, SpaceOptions space) {
    DriverAnalysis analysis =
        Studies.analysis(
            YEARS,
            "y",
            candidates,
            new Detector(true, 4, cut, By.YEAR),
            Studies.all().toArray(DriverModel[]::new));
    return new DriverStudy(analysis, Studies.setting(space, 200)).answer(values);
  }

  private static DriverAnswer answer(List<String> candidates, List<MeasureValue> values) {
    return answer(candidates, Cut.QUANTILE, values, Studies.nearest());
  }

  /** y of a and b and noise; a share of cells is missing. */
  private static List<MeasureValue> values(int units, int years, double missing, long seed) {
    Random random = new Random(seed);
    List<MeasureValue> out = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      double level = random.nextGaussian();
      for (int year = 2010; year < 2010 + years; year++) {
        double a = random.nextGaussian() + level;
        double b = random.nextGaussian() + a / 2;
        double y = 2 * a - b + level + random.nextGaussian();
        for (MeasureValue cell :
            List.of(cell("y", u, year, y), cell("a", u, year, a), cell("b", u, year, b))) {
          if (random.nextDouble() >= missing) {
            out.add(cell);
          }
        }
      }
    }
    return out;
  }

  private static MeasureValue cell(String measure, int unit, int year, double value) {
    return Studies.value(measure, unit, year, value);
  }

  @Property(tries = 40)
  void orderAndRepetitionsDoNotMatter(
      @ForAll @IntRange(min = 1, max = 25) int units,
      @ForAll @IntRange(min = 1, max = 6) int years,
      @ForAll @IntRange(min = 0, max = 30) int missing,
      @ForAll long seed) {
    List<MeasureValue> values = values(units, years, missing / 100.0, seed);
    List<MeasureValue> moved = new ArrayList<>(values);
    moved.addAll(values.subList(0, values.size() / 2));
    moved.add(new MeasureValue("other", "u0", 2010, 1));
    moved.add(cell("y", 0, 1999, 1e9));
    moved.add(cell("a", 0, 2011, Double.NaN));
    Collections.shuffle(moved, new Random(seed));
    assertThat(answer(List.of("a", "b"), moved)).isEqualTo(answer(List.of("a", "b"), values));
  }

  /** Few rows, gaps and whatever cut: an estimate or a reason, in each place. */
  @Property(tries = 60)
  void whatHasNoEstimateHasAReason(
      @ForAll @IntRange(min = 0, max = 8) int units,
      @ForAll @IntRange(min = 1, max = 4) int years,
      @ForAll @IntRange(min = 0, max = 60) int missing,
      @ForAll Cut cut,
      @ForAll long seed) {
    List<MeasureValue> values = values(units, years, missing / 100.0, seed);
    DriverAnswer found = answer(List.of("a", "b"), cut, values, Studies.nearest());
    requireReasons(found);
    assertThat(found.models()).hasSize(DriverModel.Method.values().length);
  }

  private static void requireReasons(DriverAnswer found) {
    for (ModelAnswer model : found.models()) {
      assertThat(model.estimates()).as(model.model()).isNotEmpty();
      for (ModelAnswer.Estimate e : model.estimates()) {
        assertThat(Double.isFinite(e.estimate()))
            .as(model.toString())
            .isEqualTo(e.reason().isEmpty());
      }
      for (ModelAnswer.Test test : model.tests()) {
        assertThat(Double.isNaN(test.pValue()))
            .as(model.toString())
            .isEqualTo(!test.reason().isEmpty());
      }
      assertThat(model.estimates()).extracting(ModelAnswer.Estimate::term).doesNotHaveDuplicates();
    }
    for (DetectorAnswer period : found.periods()) {
      for (DetectorAnswer.Factor factor : period.factors()) {
        assertThat(Double.isNaN(factor.q()))
            .as(factor.toString())
            .isEqualTo(!factor.reason().isEmpty());
      }
    }
  }

  @Test
  void nothingAtAll() {
    DriverAnswer found = answer(List.of("a", "b"), List.of());
    requireReasons(found);
    assertThat(found.models()).extracting(ModelAnswer::reason).containsOnly("NO_ROWS");
    assertThat(found.periods()).hasSize(1);
    assertThat(found.periods().get(0).factors())
        .extracting(DetectorAnswer.Factor::reason)
        .containsOnly("NO_VALUES");
  }

  /** A constant, a sum of others and one without values beside good ones. */
  @Test
  void uselessCandidates() {
    List<MeasureValue> values = values(30, 6, 0, 3);
    List<MeasureValue> more = new ArrayList<>(values);
    for (MeasureValue value : values) {
      if (value.measure().equals("a")) {
        more.add(new MeasureValue("flat", value.unitId(), value.year(), 5));
        more.add(new MeasureValue("same", value.unitId(), value.year(), 3 * value.value() + 1));
        more.add(new MeasureValue("year", value.unitId(), value.year(), value.year()));
      }
    }
    DriverAnswer found = answer(List.of("a", "b", "flat", "same", "year"), more);
    requireReasons(found);
    ModelAnswer fixed = model(found, "fixed");
    assertThat(reason(fixed, "flat")).isEqualTo("ABSORBED_BY_EFFECTS");
    assertThat(reason(fixed, "year")).isEqualTo("ABSORBED_BY_EFFECTS");
    assertThat(reason(fixed, "same")).isEqualTo("COLLINEAR_WITH:a");
    assertThat(reason(model(found, "pooled"), "flat")).isEqualTo("CONSTANT");
    ModelAnswer lag = model(found, "lag");
    assertThat(reason(lag, "same")).isEqualTo("COLLINEAR_WITH:a");
    assertThat(lag.spatial()).extracting(ModelAnswer.Effect::term).containsOnly("a", "b");
    List<DetectorAnswer.Factor> factors = found.periods().get(0).factors();
    assertThat(factors.get(2).reason()).isEqualTo("ONE_STRATUM");
    assertThat(found.periods().get(0).pairs())
        .extracting(DetectorAnswer.Pair::first)
        .doesNotContain("flat");
    DriverAnswer without = answer(List.of("a", "b", "nowhere"), values);
    assertThat(without.periods().get(0).factors().get(2).reason()).isEqualTo("NO_VALUES");
    assertThat(without.periods().get(0).factors().get(0).rows()).isEqualTo(180);
    assertThat(model(without, "fixed").reason()).isEqualTo("NO_ROWS");
  }

  private static ModelAnswer model(DriverAnswer answer, String id) {
    return answer.models().stream().filter(m -> m.model().equals(id)).findFirst().orElseThrow();
  }

  private static String reason(ModelAnswer model, String term) {
    return model.estimates().stream()
        .filter(e -> e.term().equals(term))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void responsesThatDoNotVary() {
    List<MeasureValue> values = new ArrayList<>();
    for (MeasureValue v : values(20, 5, 0, 4)) {
      double unit = Integer.parseInt(v.unitId().substring(1)) + v.year();
      values.add(
          new MeasureValue(
              v.measure(), v.unitId(), v.year(), v.measure().equals("y") ? unit : v.value()));
    }
    DriverAnswer absorbed = answer(List.of("a", "b"), values);
    assertThat(model(absorbed, "fixed").reason()).isEqualTo("RESPONSE_ABSORBED_BY_EFFECTS");
    assertThat(model(absorbed, "durbin").reason()).isEqualTo("RESPONSE_ABSORBED_BY_EFFECTS");
    values.replaceAll(
        v -> v.measure().equals("y") ? new MeasureValue("y", v.unitId(), v.year(), 1) : v);
    DriverAnswer flat = answer(List.of("a", "b"), values);
    requireReasons(flat);
    assertThat(flat.models()).extracting(ModelAnswer::reason).containsOnly("RESPONSE_CONSTANT");
    assertThat(flat.periods().get(0).factors())
        .extracting(DetectorAnswer.Factor::reason)
        .containsOnly("ALL_EQUAL");
  }

  /** u0 to u9 a degree apart; u50 to u52 far off, and 100 to 102 without a place. */
  @Test
  void islandsAndGapsAreLeftOutAndCounted() {
    List<MeasureValue> values = new ArrayList<>(values(10, 6, 0, 5));
    for (MeasureValue v : values(3, 6, 0, 6)) {
      int unit = Integer.parseInt(v.unitId().substring(1));
      values.add(cell(v.measure(), unit == 0 ? 20 : unit == 1 ? 40 : 60, v.year(), v.value()));
      values.add(cell(v.measure(), 100 + unit, v.year(), v.value()));
    }
    values.removeIf(v -> v.unitId().equals("u9") && v.year() == 2012);
    SpaceOptions band = Studies.space(SpaceOptions.Weights.BAND, 130);
    DriverAnswer found = answer(List.of("a", "b"), Cut.QUANTILE, values, band);
    ModelAnswer lag = model(found, "lag");
    assertThat(lag.reason()).isEmpty();
    assertThat(lag.figure(Figure.N_UNITS)).isEqualTo(9);
    assertThat(lag.figure(Figure.N_UNITS_LEFT_OUT)).isEqualTo(7);
    assertThat(lag.figure(Figure.N)).isEqualTo(54);
    // all rows but the one that has no value at all
    assertThat(lag.figure(Figure.N_LEFT_OUT)).isEqualTo(16 * 6 - 1 - 54);
    assertThat(lag.note()).contains("band:130km");
    SpaceOptions none = Studies.space(SpaceOptions.Weights.BAND, 1);
    ModelAnswer alone = model(answer(List.of("a", "b"), Cut.EQUAL, values, none), "durbin");
    assertThat(alone.reason()).isEqualTo("TOO_FEW_UNITS");
  }

  @Test
  void twoValuesOfOneCellAreRefused() {
    List<MeasureValue> values = new ArrayList<>(values(3, 3, 0, 1));
    values.add(cell("a", 1, 2011, 77));
    assertThatThrownBy(() -> answer(List.of("a", "b"), values))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("drivers: unit u1 has two values of a in 2011");
  }
}
