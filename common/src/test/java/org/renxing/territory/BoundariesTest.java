package org.renxing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Statistic;

/** Flags of spans on every basis. */
class BoundariesTest {
  /** Gave loses a county, heir gains a whole unit that had gained a county, gone is dissolved. */
  private static final List<Move> MOVES =
      List.of(
          new Move(2012, "carve_out", "gave", "whole", false),
          new Move(2015, "merge", "whole", "heir", true),
          new Move(2014, "dissolve", "gone", "took", false),
          new Move(2013, "merge", "small", "clean", true));

  private static final Boundaries BOUNDARIES =
      Boundaries.of(
          MOVES,
          2020,
          Map.of(
              Statistic.GDP, Basis.AS_REPORTED,
              Statistic.POPULATION, Basis.MERGED,
              Statistic.BUILT_UP_AREA, Basis.FIXED));

  @ParameterizedTest
  @CsvSource({
    // span, as reported, merged, fixed, merged and as reported, merged and fixed, end
    "gave/2011/2012, break, break, adjusted, break, break, false",
    // what moved in the first year is in its figures
    "gave/2012/2013, none, none, none, none, none, false",
    "gave/2013/2010, none, none, none, none, none, false",
    "whole/2011/2012, break, break, adjusted, break, break, false",
    // the sum of heir and whole gained a county before whole passed over; heir alone did not
    "heir/2011/2014, none, break, none, break, break, false",
    "heir/2012/2014, none, none, none, none, none, false",
    "heir/2012/2016, break, merged, adjusted, break, merged, false",
    "heir/2011/2016, break, break, adjusted, break, break, false",
    "clean/2012/2013, break, merged, adjusted, break, merged, false",
    "gone/2012/2016, break, break, adjusted, break, break, true",
    "took/2012/2016, break, break, adjusted, break, break, false",
    "nobody/2000/2020, none, none, none, none, none, false"
  })
  void flags(
      String span,
      String reported,
      String merged,
      String fixed,
      String both,
      String sums,
      boolean isEnd) {
    List<String> parts = List.of(span.split("/"));
    String unit = parts.get(0);
    int from = Integer.parseInt(parts.get(1));
    int to = Integer.parseInt(parts.get(2));
    assertThat(
            List.of(
                BOUNDARIES.flag(unit, from, to, Statistic.GDP),
                BOUNDARIES.flag(unit, from, to, Statistic.POPULATION),
                BOUNDARIES.flag(unit, from, to, Statistic.BUILT_UP_AREA),
                BOUNDARIES.flag(unit, from, to, Statistic.POPULATION, Statistic.GDP),
                BOUNDARIES.flag(unit, from, to, Set.of(Basis.MERGED, Basis.FIXED)),
                BOUNDARIES.flag(unit, from, to, Statistic.CO2)))
        .containsExactly(reported, merged, fixed, both, sums, reported);
    assertThat(BOUNDARIES.isEnd(unit, from, to)).isEqualTo(isEnd);
  }

  @Test
  void wordsSayWhatMovedAsFarAsItTouchesTheFigures() {
    assertThat(BOUNDARIES.text("heir", 2011, 2016, Statistic.GDP)).isEqualTo("merge:whole>heir");
    assertThat(BOUNDARIES.text("heir", 2011, 2016, Statistic.POPULATION))
        .isEqualTo("carve_out:gave>whole; merge:whole>heir");
    assertThat(BOUNDARIES.text("nobody", 2000, 2020, Statistic.POPULATION)).isEmpty();
    assertThat(BOUNDARIES.text("heir", 2011, 2014, Statistic.GDP)).isEmpty();
  }
}
