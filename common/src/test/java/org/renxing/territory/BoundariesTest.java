package org.renxing.territory;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.Statistic;
import org.renxing.testing.Frames;

/** Flags of spans on every basis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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

  private Map<String, Row> spans;

  @BeforeAll
  void flag() {
    Column from = col("year_from");
    Column to = col("year_to");
    spans =
        Frames.by(
            BOUNDARIES
                .onto(
                    Frames.of(
                        "unit_id string, year_from int, year_to int",
                        row("gave", 2011, 2012),
                        row("gave", 2012, 2013),
                        row("gave", 2013, 2010),
                        row("whole", 2011, 2012),
                        row("heir", 2011, 2014),
                        row("heir", 2012, 2014),
                        row("heir", 2012, 2016),
                        row("heir", 2011, 2016),
                        row("clean", 2012, 2013),
                        row("gone", 2012, 2016),
                        row("took", 2012, 2016),
                        row("nobody", 2000, 2020)))
                .select(
                    col("unit_id"),
                    from,
                    to,
                    BOUNDARIES.flag(from, to, Statistic.GDP).as("reported"),
                    BOUNDARIES.flag(from, to, Statistic.POPULATION).as("merged"),
                    BOUNDARIES.flag(from, to, Statistic.BUILT_UP_AREA).as("fixed"),
                    BOUNDARIES.flag(from, to, Statistic.POPULATION, Statistic.GDP).as("both"),
                    BOUNDARIES.flag(from, to, Statistic.CO2).as("unnamed"),
                    Boundaries.flag(from, to, Set.of(Basis.MERGED, Basis.FIXED)).as("sums"),
                    BOUNDARIES.text(from, to, Statistic.GDP).as("own_text"),
                    BOUNDARIES.text(from, to, Statistic.POPULATION).as("text"),
                    Boundaries.isEnd(from, to).as("is_end")),
            "unit_id",
            "year_from",
            "year_to");
  }

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
    Row row = spans.get(span);
    assertThat(
            List.of(
                row.<String>getAs("reported"),
                row.<String>getAs("merged"),
                row.<String>getAs("fixed"),
                row.<String>getAs("both"),
                row.<String>getAs("sums"),
                row.<String>getAs("unnamed")))
        .containsExactly(reported, merged, fixed, both, sums, reported);
    assertThat(row.<Boolean>getAs("is_end")).isEqualTo(isEnd);
  }

  @Test
  void wordsSayWhatMovedAsFarAsItTouchesTheFigures() {
    Row heir = spans.get("heir/2011/2016");
    assertThat(heir.<String>getAs("own_text")).isEqualTo("merge:whole>heir");
    assertThat(heir.<String>getAs("text")).isEqualTo("carve_out:gave>whole; merge:whole>heir");
    assertThat(spans.get("nobody/2000/2020").<String>getAs("text")).isNull();
    assertThat(spans.get("heir/2011/2014").<String>getAs("own_text")).isNull();
  }
}
