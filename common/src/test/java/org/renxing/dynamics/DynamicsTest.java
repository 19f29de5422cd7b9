package org.renxing.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.renxing.dynamics.Dynamics.DensityPoint;
import org.renxing.measure.MeasureSample;
import org.renxing.territory.UnitDirectory.Group;

/** The dynamics of measures of every kind. */
class DynamicsTest {
  private static Dynamics of(String measure) {
    return new Dynamics(MeasureSample.panel(measure), MeasureSample.GROUPINGS, 1);
  }

  private static List<String> seen(Transitions transitions) {
    return transitions.seen().stream().map(transitions.classes().names()::get).toList();
  }

  @Test
  void aScoreHasQuarters() {
    Dynamics overall = of("score.w.overall");
    assertThat(overall.convergence().keySet())
        .containsExactly(Group.EVERY, new Group("region", "east"), new Group("region", "west"));
    assertThat(overall.convergence().values()).allMatch(estimates -> estimates.size() == 3);
    assertThat(overall.convergence().get(new Group("region", "east")).get(0).leftOut()).isZero();
    assertThat(seen(overall.transitions())).containsExactly("Q1", "Q2", "Q3", "Q4");
    List<DensityPoint> densities = overall.densities();
    assertThat(densities).hasSize(101 * MeasureSample.YEARS);
    assertThat(densities.stream().map(DensityPoint::x).distinct()).hasSize(101);
    assertThat(densities).allMatch(p -> p.count() == MeasureSample.UNITS);
    for (int year = 2010; year < 2015; year++) {
      int wanted = year;
      double sum =
          densities.stream()
              .filter(p -> p.year() == wanted)
              .mapToDouble(DensityPoint::density)
              .sum();
      double width = (densities.get(100).x() - densities.get(0).x()) / 100;
      assertThat(sum * width).isBetween(0.97, 1.001);
    }
  }

  @Test
  void aDegreeHasLevels() {
    Transitions pair = of("d.pair").transitions();
    assertThat(seen(pair)).containsExactly("moderately disordered", "basically coordinated");
    long moves =
        pair.seen().stream()
            .flatMapToLong(a -> pair.seen().stream().mapToLong(b -> pair.moves(a, b)))
            .sum();
    assertThat(moves).isEqualTo(MeasureSample.UNITS * (MeasureSample.YEARS - 1) - 2);
  }

  @Test
  void whereNothingHappens() {
    Dynamics constant = of("theta.m.constant");
    assertThat(constant.densities()).isEmpty();
    assertThat(IntStream.range(0, MeasureSample.UNITS).boxed())
        .allMatch(u -> constant.course().events(u).isEmpty());
    assertThat(constant.transitions().steadyState().shares()).containsExactly(1.0);

    Dynamics one = of("score.one.unit");
    List<Convergence.Estimate> estimates = one.convergence().get(Group.EVERY);
    assertThat(estimates).allMatch(e -> Double.isNaN(e.estimate()));
    assertThat(estimates)
        .extracting(Convergence.Estimate::reason)
        .contains("ONE_YEAR", "FEWER_THAN_3_UNITS");
    assertThat(one.transitions().steadyState().reason()).isEqualTo("NO_MOVES");
  }
}
