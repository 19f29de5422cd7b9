package org.renxing.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.measure.MeasurePanel;
import org.renxing.measure.Panels;

class CourseTest {
  private static final double NONE = Double.NaN;
  private static final Classes HALVES = new Classes(List.of("low", "high"), List.of(0.5));

  private static List<String> turns(double... values) {
    return new Course(Panels.of(values), HALVES, 1)
        .events(0).stream()
            .filter(e -> e.kind().equals("peak") || e.kind().equals("trough"))
            .map(e -> e.kind() + " " + (2010 + e.t()))
            .toList();
  }

  @Test
  void turnsAreThoseOfMeansOfThreeYears() {
    // means 2, 3, 8/3, 5/3
    assertThat(turns(1, 2, 3, 4, 1, 0)).containsExactly("peak 2012");
    // the dip of one year is smoothed away
    assertThat(turns(1, 2, 3, 2.9, 5, 6, 7)).isEmpty();
    // means 7/3, 4/3, 4/3, 4/3, 7/3: level from 2012 on
    assertThat(turns(4, 2, 1, 1, 2, 1, 4)).containsExactly("trough 2012");
    // means 3, 2, 1, 2, 3, 3.33, 2.67
    assertThat(turns(4, 3, 2, 1, 0, 5, 4, 0, 0)).contains("trough 2013", "peak 2015");
  }

  @Test
  void aGapOrTooFewYearsTurnNothing() {
    assertThat(turns(1, 2, 3, 4, NONE, 3, 2, 1, 0)).isEmpty();
    assertThat(turns(1, 2, 1)).isEmpty();
    assertThat(turns(1, 1, 1, 1, 1, 1)).isEmpty();
    assertThat(turns(0.1, 0.1 + 1e-16, 0.1, 0.1, 0.1 + 1e-16, 0.1)).isEmpty();
  }

  @Test
  void crossingsAreOfClassesAndOfTheMean() {
    MeasurePanel panel =
        Panels.of(new double[] {0.2, 0.6, NONE, 0.4}, new double[] {0.4, 0.4, 0.4, 0.4});
    Course course = new Course(panel, HALVES, 1);
    assertThat(course.events(0))
        .containsExactly(
            new Course.Event(1, "class_up", 0),
            new Course.Event(1, "above_mean", -1),
            new Course.Event(3, "class_down", 1),
            new Course.Event(3, "below_mean", -1));
    assertThat(course.events(1)).containsExactly(new Course.Event(1, "below_mean", -1));
  }

  @Test
  void growthAndRanks() {
    MeasurePanel panel =
        Panels.of(
            new double[] {1, 2, 4},
            new double[] {3, 3 + 1e-14, NONE},
            new double[] {0, 5, 1},
            new double[] {3, 1, -1},
            new double[] {NONE, NONE, 7});
    Mobility mobility = new Mobility(panel);
    assertThat(mobility.growth(0)).isEqualTo(3);
    assertThat(mobility.annualGrowth(0)).isCloseTo(1, within(1e-15));
    assertThat(mobility.last(1)).isEqualTo(1);
    assertThat(mobility.growth(1)).isCloseTo(0, within(1e-13));
    assertThat(mobility.growth(2)).isNaN();
    assertThat(mobility.growth(3)).isCloseTo(-4 / 3.0, within(1e-15));
    assertThat(mobility.annualGrowth(3)).isNaN();
    assertThat(mobility.growth(4)).isNaN();
    // 3, 3, 1, 0: dense
    assertThat(mobility.rank(0, 0)).isEqualTo(2);
    assertThat(mobility.rank(1, 0)).isEqualTo(1);
    assertThat(mobility.rank(3, 0)).isEqualTo(1);
    assertThat(mobility.rank(2, 0)).isEqualTo(3);
    assertThat(mobility.rank(0, 2)).isEqualTo(2);
  }
}
