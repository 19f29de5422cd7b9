package org.renxing.quality.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.quality.panel.PanelOf.growing;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.renxing.model.PerHead;

/** What holds of the checks whatever the figures are. */
class PanelChecksPropertyTest {
  private static final AreaBreaks AREA = new AreaBreaks("area", 5, 0.03, List.of());
  private static final HeadRates HEADS =
      new HeadRates(new PerHead("pc", "rate", "total", List.of("people"), 1, 0.2));

  @Property(tries = 200)
  void cleanGrowthIsNeverSuspect(
      @ForAll @DoubleRange(min = 10, max = 1e6) double level,
      @ForAll @DoubleRange(min = 0.8, max = 1.4) double growth,
      @ForAll @DoubleRange(min = 0.9, max = 1.2) double ofPeople,
      @ForAll @IntRange(min = 1, max = 15) int years) {
    double[] area = growing(years, level, growth);
    assertThat(new PanelOf().with("area", "u", area).named(AREA)).isEmpty();
    double[] people = growing(years, 50, ofPeople);
    double[] rate = new double[years];
    for (int t = 0; t < years; t++) {
      rate[t] = area[t] / people[t];
    }
    PanelOf panel =
        new PanelOf().with("total", "u", area).with("people", "u", people).with("rate", "u", rate);
    assertThat(panel.named(HEADS)).isEmpty();
  }

  @Property(tries = 200)
  void aJumpIsFoundOnItsShorterSideInAnyUnitOfMeasureAndAnyYears(
      @ForAll @DoubleRange(min = 100, max = 1e5) double level,
      @ForAll @DoubleRange(min = 1.1, max = 3) double jump,
      @ForAll @IntRange(min = 1, max = 10) int at,
      @ForAll boolean isUp,
      @ForAll @DoubleRange(min = 1, max = 1000) double scale,
      @ForAll @IntRange(min = 1950, max = 2050) int firstYear) {
    double[] area = new double[11];
    double[] scaled = new double[11];
    for (int t = 0; t < area.length; t++) {
      area[t] = t < at ? level : isUp ? level * jump : level / jump;
      scaled[t] = area[t] * scale;
    }
    List<String> shorter =
        IntStream.range(2 * at > 11 ? at : 0, 2 * at > 11 ? 11 : at)
            .mapToObj(t -> "area u " + (firstYear + t))
            .toList();
    assertThat(new PanelOf(firstYear).with("area", "u", area).named(AREA)).isEqualTo(shorter);
    assertThat(new PanelOf(firstYear).with("area", "u", scaled).named(AREA)).isEqualTo(shorter);
  }

  @Property(tries = 200)
  void aRateInAnyUnitOfMeasureIsOffInTheSameYears(
      @ForAll @DoubleRange(min = 0.3, max = 3) double off,
      @ForAll @IntRange(min = 1, max = 8) int at,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
    double[] people = growing(10, 50, 1.01);
    double[] total = growing(10, 900, 1.07);
    double[] rate = new double[10];
    double[] scaled = new double[10];
    for (int t = 0; t < 10; t++) {
      rate[t] = total[t] / people[t] * (t == at ? off : 1);
      scaled[t] = rate[t] * scale;
    }
    HeadRates other =
        new HeadRates(new PerHead("pc", "rate", "total", List.of("people"), 1 / scale, 0.2));
    PanelOf panel = new PanelOf().with("total", "u", total).with("people", "u", people);
    List<String> found = panel.with("rate", "u", rate).named(HEADS);
    PanelOf second = new PanelOf().with("total", "u", total).with("people", "u", people);
    assertThat(second.with("rate", "u", scaled).named(other)).isEqualTo(found);
    // the middle of the year leaves some play around 1.2 and 0.8
    if (Math.abs(Math.log(off)) > 0.22) {
      assertThat(found).containsExactly("rate u " + (2010 + at));
    }
  }
}
