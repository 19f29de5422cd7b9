package org.renxing.quality.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.quality.panel.PanelOf.NONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.model.SuspectKind;

class SharedFiguresTest {
  private static final SharedFigures DISTINCT = new SharedFigures("resident", "registered", true);
  private static final SharedInDimension ANY =
      new SharedInDimension(List.of("deposits", "loans", "revenue"));
  private static final double[] RESIDENT = {412.31, 413.02, 413.77, 414.35, 415.08};
  private static final double[] REGISTERED = {501.14, 502.07, 502.91, 503.86, 504.9};

  @Test
  void theSeriesThatJumpsHoldsTheOthersFigure() {
    // the registered population of the last year is the resident one
    assertThat(distinct(RESIDENT, 501.14, 502.07, 502.91, 503.86, 415.08))
        .containsExactly("registered u 2014");
    // two years of residents are the registered population
    assertThat(distinct(new double[] {412.31, 502.07, 502.91, 414.35, 415.08}, REGISTERED))
        .containsExactly("resident u 2011", "resident u 2012");
    assertThat(distinct(new double[] {501.14, 413.02, 413.77, 414.35, 415.08}, REGISTERED))
        .containsExactly("resident u 2010");
  }

  @Test
  void aSharedFigureSaysWithWhomAndHowSure() {
    PanelOf panel =
        new PanelOf()
            .with("resident", "u", RESIDENT)
            .with("registered", "u", 501.14, 502.07, 502.91, 503.86, 415.08);
    DoubtfulFigure doubt = panel.doubt(DISTINCT, "registered", "u", 2014);
    assertThat(doubt.kind()).isEqualTo(SuspectKind.SHARED);
    // no near miss, one assumed: 1/20 by chance against one that is shared
    assertThat(doubt.confidence()).isCloseTo(0.95, within(1e-12));
    assertThat(doubt.lower()).isNaN();
    assertThat(doubt.evidence())
        .isEqualTo("415.08 is also the figure of resident; resident continues its series there");
  }

  @Test
  void figuresPrintedToDifferentDecimalsAreShared() {
    assertThat(distinct(RESIDENT, 501.14, 502.07, 502.91, 414.3512, 504.9))
        .containsExactly("registered u 2013");
    assertThat(distinct(RESIDENT, 501.14, 502.07, 502.91, 414.3449, 504.9)).isEmpty();
    assertThat(distinct(RESIDENT, 501.14, 502.07, 502.91, 414.4, 504.9))
        .containsExactly("registered u 2013");
    assertThat(distinct(RESIDENT, 501.14, 502.07, 502.91, 414.3, 504.9)).isEmpty();
  }

  @Test
  void whereNothingJumpsBothAreNamed() {
    PanelOf panel =
        new PanelOf()
            .with("resident", "u", RESIDENT)
            .with("registered", "u", 412.31)
            .with("resident", "v", 300.12, 301.15)
            .with("registered", "v", 310.47, 311.02);
    assertThat(panel.named(DISTINCT)).containsExactly("registered u 2010", "resident u 2010");
    assertThat(panel.doubt(DISTINCT, "resident", "u", 2010).confidence())
        .isCloseTo(0.6 * 0.95, within(1e-12));
    PanelOf year = new PanelOf().with("resident", "u", 412.31).with("registered", "u", 412.31);
    // a panel of that cell only: the two could be one statistic
    assertThat(year.named(DISTINCT)).isEmpty();
  }

  @Test
  void unitsBesideItTellWhichIsWrong() {
    PanelOf panel = new PanelOf();
    // the registered population of v, w is the resident one in the last year; u has no other years
    for (String unit : List.of("v", "w")) {
      double by = unit.equals("v") ? 1 : 1.1;
      double last = unit.equals("v") ? 333.11 : 377.19;
      panel.with("resident", unit, 330 * by, 331 * by, 332 * by, 332.5 * by, last);
      panel.with("registered", unit, 250 * by, 251 * by, 252 * by, 253 * by, last);
    }
    panel.with("resident", "u", NONE, NONE, NONE, NONE, 288.83);
    panel.with("registered", "u", NONE, NONE, NONE, NONE, 288.83);
    assertThat(panel.named(DISTINCT))
        .containsExactly("registered u 2014", "registered v 2014", "registered w 2014");
  }

  @Test
  void fewDigitsCoincideByChance() {
    assertThat(distinct(new double[] {12, 13, 14}, 12, 11, 10)).isEmpty();
    assertThat(distinct(new double[] {0, 0, 413.77}, 0, 0, 502.91)).isEmpty();
    assertThat(distinct(new double[] {412, 413, 414}, 412, 500, 501)).isEmpty();
    assertThat(distinct(new double[] {4000, 4100, 4200}, 4000, 5000, 5100)).isEmpty();
    // but not beside a year in which the two share more
    assertThat(distinct(new double[] {412.31, 413, 414.77, 415.1}, 412.31, 413, 502.91, 503.2))
        .containsExactly("registered u 2010", "registered u 2011");
  }

  @Test
  void nearMissesShowWhatChanceDoes() {
    PanelOf panel = new PanelOf();
    for (int i = 0; i < 6; i++) {
      // differ by 1, 2, … 6 units of the last of four digits
      double x = 300.1 + 10 * i;
      panel.with("resident", "u" + i, x, 2 * x).with("registered", "u" + i, x + 0.1 * (i + 1), 1);
    }
    panel.with("resident", "v", 417.3, 9).with("registered", "v", 417.3, 1);
    // seven in twenty against the one that is shared
    assertThat(panel.named(DISTINCT)).isEmpty();
    panel.with("resident", "w", 417.35, 9).with("registered", "w", 417.35, 1);
    // of five digits there is no near miss
    assertThat(panel.named(DISTINCT)).allMatch(name -> name.contains(" w ")).isNotEmpty();
  }

  @Test
  void indicatorsThatAreMostlyEqualAreOneStatistic() {
    assertThat(distinct(RESIDENT, 412.31, 413.02, 413.77, 503.86, 504.9)).isEmpty();
    assertThat(distinct(RESIDENT, RESIDENT)).isEmpty();
    assertThat(distinct(RESIDENT, 412.31, 413.02, 502.91, 503.86, 504.9)).hasSize(2);
  }

  @Test
  void missingFiguresAreNotShared() {
    assertThat(distinct(RESIDENT, NONE, NONE, NONE)).isEmpty();
    assertThat(distinct(RESIDENT, NONE, 502.07, NONE, 503.86, 415.08))
        .containsExactly("registered u 2014");
  }

  @Test
  void figuresOfManyDigitsAreSharedByNoTwoIndicators() {
    PanelOf panel =
        new PanelOf()
            .with("deposits", "u", 52341, 55872, 59911, 63128)
            .with("loans", "u", 41002, 55872, 47731, 50239)
            .with("revenue", "u", 1210, 1340, 1410, 1520);
    assertThat(panel.named(ANY)).containsExactly("loans u 2011");
    assertThat(panel.doubt(ANY, "loans", "u", 2011).confidence()).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void anyTwoIndicatorsMayShareShortFiguresOrBePartAndWhole() {
    PanelOf panel =
        new PanelOf()
            .with("deposits", "u", 5234, 5500, 55900, 0)
            .with("loans", "u", 5234, 5500, 41000, 0);
    assertThat(panel.named(ANY)).isEmpty();
    // where the part is the whole in most years
    PanelOf whole =
        new PanelOf()
            .with("deposits", "u", 52341, 55872, 59911, 63128)
            .with("loans", "u", 52341, 55872, 59911, 60001);
    assertThat(whole.named(ANY)).isEmpty();
    // and where it is so in several units now and then
    PanelOf often = new PanelOf();
    for (int i = 1; i < 10; i++) {
      often.with("deposits", "u" + i, 52341 + i, 61234, 71234, 81234);
      often.with("loans", "u" + i, 52341 + i, 41001, 42002, 43003);
    }
    assertThat(often.named(ANY)).isEmpty();
  }

  private static List<String> distinct(double[] resident, double... registered) {
    return new PanelOf()
        .with("resident", "u", resident)
        .with("registered", "u", registered)
        .named(DISTINCT);
  }
}
