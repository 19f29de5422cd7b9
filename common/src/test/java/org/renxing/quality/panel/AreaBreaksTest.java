package org.renxing.quality.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.quality.panel.PanelOf.NONE;
import static org.renxing.quality.panel.PanelOf.growing;
import static org.renxing.quality.panel.PanelOf.joined;
import static org.renxing.quality.panel.PanelOf.times;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.model.SuspectKind;
import org.renxing.territory.Move;

class AreaBreaksTest {
  private static final String AREA = "land";
  private static final AreaBreaks CHECK = check();
  private static final double[] STAYS = joined(times(7, 1000), times(3, 1200));

  @Test
  void aJumpThatStaysNamesTheYearsOnItsShorterSide() {
    assertThat(named(CHECK, STAYS)).containsExactly("land u 2017", "land u 2018", "land u 2019");
    assertThat(named(CHECK, joined(times(3, 1200), times(7, 1000))))
        .containsExactly("land u 2010", "land u 2011", "land u 2012");
  }

  @Test
  void theLevelOfTheOtherYearsIsExpected() {
    DoubtfulFigure doubt = new PanelOf().with(AREA, "u", STAYS).doubt(CHECK, AREA, "u", 2018);
    assertThat(doubt.kind()).isEqualTo(SuspectKind.LEVEL_BREAK);
    assertThat(doubt.lower()).isCloseTo(1000 / 1.03, within(1e-9));
    assertThat(doubt.upper()).isCloseTo(1030, within(1e-9));
    // 0.8 (1 - ln 1.03 / (2 ln 1.2)) = 0.8 (1 - 0.0295588 / 0.3646431)
    assertThat(doubt.confidence()).isCloseTo(0.735150, within(1e-6));
    assertThat(doubt.evidence())
        .isEqualTo(
            "1200.00; at the level of 2010 (1000.00) it would be 1000.00; no move of territory of"
                + " the unit explains a change of 20.0 %, limit 3.0 %");
  }

  @Test
  void aJumpThatReturnsNamesTheYearsBetween() {
    assertThat(named(CHECK, 900, 900, 900, 1100, 900, 900, 900)).containsExactly("land u 2013");
    assertThat(named(CHECK, 900, 900, 900, 700, 710, 900, 900, 900, 900))
        .containsExactly("land u 2013", "land u 2014");
    assertThat(named(CHECK, 900, 950, 800, 900, 900, 900, 900, 900))
        .containsExactly("land u 2011", "land u 2012");
  }

  @Test
  void aMoveOfTerritoryExplainsAJumpInItsDirectionAndAbout() {
    assertThat(named(check(gain("u", 2017)), STAYS)).isEmpty();
    // yearbooks that follow a year late, or restate the year before
    assertThat(named(check(gain("u", 2016)), STAYS)).isEmpty();
    assertThat(named(check(gain("u", 2018)), STAYS)).isEmpty();
    assertThat(named(check(gain("u", 2015)), STAYS)).hasSize(3);
    assertThat(named(check(gain("u", 2019)), STAYS)).hasSize(3);
    assertThat(named(check(gain("v", 2017)), STAYS)).hasSize(3);
    assertThat(named(check(loss("u", 2017)), STAYS)).hasSize(3);
    assertThat(named(check(loss("u", 2013)), joined(times(3, 1200), times(7, 1000)))).isEmpty();
  }

  @Test
  void afterAMoveTheTerritoryHasALevelOfItsOwn() {
    double[] values = {500, 500, 500, 500, 800, 800, 850, 800, 800, 800};
    assertThat(named(check(gain("u", 2014)), values)).containsExactly("land u 2016");
    // without it the level before has fewer years
    assertThat(named(CHECK, values))
        .containsExactly("land u 2010", "land u 2011", "land u 2012", "land u 2013", "land u 2016");
  }

  @Test
  void whereBothLevelsHoldEquallyLongTheLaterOneIsAGuess() {
    double[] values = joined(times(4, 1000), times(4, 1200));
    assertThat(named(CHECK, values))
        .containsExactly("land u 2014", "land u 2015", "land u 2016", "land u 2017");
    DoubtfulFigure doubt = new PanelOf().with(AREA, "u", values).doubt(CHECK, AREA, "u", 2015);
    assertThat(doubt.confidence()).isCloseTo(0.6 * 0.735150, within(1e-6));
    assertThat(doubt.evidence()).endsWith("both levels hold equally long");
  }

  @Test
  void missingYearsAreStridden() {
    assertThat(named(CHECK, 1000, NONE, 1000, 1000, NONE, NONE, 1200, 1000, 1000))
        .containsExactly("land u 2016");
    assertThat(named(check(gain("u", 2014)), 1000, 1000, 1000, NONE, NONE, NONE, 1200, 1200, 1200))
        .isEmpty();
    assertThat(named(CHECK, 1000, 1000, 0, 1000, 1000)).isEmpty();
  }

  @Test
  void nothingIsNamedWhereNothingJumps() {
    assertThat(named(CHECK, times(10, 1000))).isEmpty();
    assertThat(named(CHECK, 1000)).isEmpty();
    assertThat(named(CHECK, 1000, 2000)).isEmpty();
    assertThat(named(CHECK, growing(10, 80, 1.09))).isEmpty();
    assertThat(named(CHECK, joined(times(6, 1000), times(4, 1029)))).isEmpty();
    // one unit of the last place of small figures
    assertThat(named(CHECK, 3, 3, 3, 3, 4, 4, 3, 3)).isEmpty();
    assertThat(named(CHECK, 0.2, 0.2, 0.2, 0.3, 0.2, 0.2)).isEmpty();
  }

  @Test
  void aJumpOfAGrowingAreaIsSetAgainstItsGrowth() {
    double[] values = growing(10, 80, 1.05);
    for (int t = 7; t < 10; t++) {
      values[t] *= 1.5;
    }
    PanelOf panel = new PanelOf().with(AREA, "u", values);
    assertThat(panel.named(CHECK)).containsExactly("land u 2017", "land u 2018", "land u 2019");
    DoubtfulFigure doubt = panel.doubt(CHECK, AREA, "u", 2019);
    assertThat(Math.sqrt(doubt.lower() * doubt.upper())).isCloseTo(values[9] / 1.5, within(1e-9));
  }

  @Test
  void aRestlessSeriesMayJumpFarther() {
    // steps of ±10 %: a robust standard deviation of 0.141 at least, five of which are a factor of
    // 2
    double[] values = {100, 110, 100, 110, 100, 110, 100, 150, 140, 150};
    assertThat(named(CHECK, values)).isEmpty();
  }

  @Test
  void aNewSurveyOfTheWholeCountryIsNoBreak() {
    PanelOf many = new PanelOf();
    PanelOf few = new PanelOf();
    for (int unit = 10; unit < 20; unit++) {
      double[] values = joined(times(6, unit * 100), times(4, unit * 106));
      many.with(AREA, "u" + unit, values);
      if (unit < 17) {
        few.with(AREA, "u" + unit, values);
      }
    }
    assertThat(many.named(CHECK)).isEmpty();
    assertThat(few.named(CHECK)).hasSize(28);
    many.with(AREA, "v", joined(times(6, 500), times(4, 700)));
    assertThat(many.named(CHECK)).hasSize(4).allMatch(name -> name.startsWith("land v"));
  }

  private static List<String> named(AreaBreaks check, double... values) {
    return new PanelOf().with(AREA, "u", values).named(check);
  }

  private static AreaBreaks check(Move... moves) {
    return new AreaBreaks(AREA, 5, 0.03, new ArrayList<>(List.of(moves)));
  }

  private static Move gain(String unit, int year) {
    return new Move(year, "carve_out", "w", unit, false);
  }

  private static Move loss(String unit, int year) {
    return new Move(year, "carve_out", unit, "w", false);
  }
}
