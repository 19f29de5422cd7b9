package org.renxing.jobs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImputedTest {
  private static final Trace.Unit UNIT =
      new Trace.Unit("1", "甲", Optional.empty(), Optional.empty());

  /** Known: 10 in 2012, 16 in 2015, 18 in 2016. */
  @ParameterizedTest
  @CsvSource({
    "linear, 2014, 14, 2",
    "nearest, 2010, 10, 1",
    "nearest, 2020, 18, 1",
    "linear-extrapolate, 2010, 6, 2",
    "linear-extrapolate, 2018, 22, 2"
  })
  void seriesFillIn(String method, int year, double value, int neighbours) {
    Imputed imputed =
        Imputed.ofSeries(
            method, UNIT, new TreeMap<>(Map.of(2012, 10.0, 2015, 16.0, 2016, 18.0)), year);
    assertThat(imputed.value()).contains(value);
    assertThat(imputed.neighbours()).hasSize(neighbours);
  }

  @Test
  void groupsGiveTheirMedian() {
    List<Imputed.Neighbour> four =
        List.of(neighbour("b", 4), neighbour("a", 1), neighbour("c", 9), neighbour("d", 2));
    assertThat(Imputed.ofGroup("all all", four).value()).contains(3.0);
    assertThat(Imputed.ofGroup("all all", four.subList(0, 3)).value()).contains(4.0);
    assertThat(Imputed.ofGroup("all all", List.of()).value()).isEmpty();
  }

  private static Imputed.Neighbour neighbour(String id, double value) {
    return new Imputed.Neighbour(id, id, 2015, value);
  }
}
