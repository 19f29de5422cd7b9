package org.renxing.jobs.gold.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;
import org.renxing.testing.Spread;

/** Summaries of scores, held here and distributed. */
class IndexSummaryTest {
  private static final double NONE = Double.NaN;
  private static final UnitDirectory UNITS =
      new UnitDirectory(
          List.of("region7"),
          List.of(
              new UnitDirectory.Unit("u", "U", Map.of("region7", "east")),
              new UnitDirectory.Unit("v", "V", Map.of())));

  private static ScoreRow score(String unit, int year, double score, double part, int rank) {
    return new ScoreRow("x", "s", 1, unit, year, score, part, rank);
  }

  private static double get(Map<String, Row> rows, String key, String column) {
    return rows.get(key).<Double>getAs(column);
  }

  @Test
  void summariesByYearAndGroup() {
    List<ScoreRow> scores =
        List.of(
            score("u", 2001, 0.2, 0.1, 2),
            score("v", 2001, 0.4, 0.2, 1),
            score("w", 2001, NONE, NONE, 0),
            score("u", 2002, 0.6, 0.3, 1),
            score("v", 2002, 0.6, 0.3, 1),
            score("u", 2004, 0.9, 0.45, 1));
    Groupings groupings = new Groupings(UNITS, List.of("region7"));
    Spread.ways(scores)
        .forEach(
            way ->
                assertSummaries(
                    Frames.by(
                        new IndexSummary().rows(way, groupings).plan(SparkExtension.session()),
                        "group_type",
                        "group_value",
                        "year")));
  }

  private static void assertSummaries(Map<String, Row> rows) {
    assertThat(rows)
        .containsOnlyKeys(
            "all/all/2001",
            "all/all/2002",
            "all/all/2004",
            "all/all/0",
            "region7/east/2001",
            "region7/east/2002",
            "region7/east/2004",
            "region7/east/0");
    Row first = rows.get("all/all/2001");
    assertThat(first.<Long>getAs("n")).isEqualTo(2L);
    assertThat(first.<Double>getAs("mean")).isCloseTo(0.3, offset(1e-15));
    assertThat(first.<Double>getAs("sd")).isCloseTo(Math.sqrt(0.02), offset(1e-15));
    assertThat(first.<Double>getAs("cv")).isCloseTo(Math.sqrt(0.02) / 0.3, offset(1e-14));
    assertThat(first.<Long>getAs("above_mean")).isEqualTo(1L);
    assertThat(first.<Double>getAs("growth")).isNull();
    Row second = rows.get("all/all/2002");
    assertThat(second.<Double>getAs("growth")).isCloseTo(1.0, offset(1e-14));
    assertThat(second.<Long>getAs("above_mean")).isZero();
    assertThat(rows.get("all/all/2004").<Double>getAs("growth")).isNull();
    assertThat(rows.get("all/all/2004").<Double>getAs("sd")).isNull();
    assertThat(rows.get("all/all/0").<Long>getAs("n")).isEqualTo(5L);
    assertThat(rows.get("all/all/0").<Double>getAs("max")).isEqualTo(0.9);
    assertThat(first.<Double>getAs("growth_since_first")).isZero();
    assertThat(get(rows, "all/all/2004", "growth_since_first")).isCloseTo(2.0, offset(1e-14));
    assertThat(get(rows, "all/all/0", "growth_since_first")).isCloseTo(2.0, offset(1e-14));
    assertThat(get(rows, "all/all/2002", "cv_since_first"))
        .isCloseTo(-Math.sqrt(0.02) / 0.3, offset(1e-14));
    assertThat(get(rows, "all/all/2001", "mean_contribution")).isCloseTo(0.15, offset(1e-15));
    assertThat(get(rows, "all/all/2001", "sd_contribution"))
        .isCloseTo(Math.sqrt(0.005), offset(1e-15));
    assertThat(get(rows, "all/all/0", "max_contribution")).isEqualTo(0.45);
    assertThat(get(rows, "all/all/0", "min_contribution")).isEqualTo(0.1);
  }

  @Test
  void groupingsAreColumnsOfUnits() {
    assertThatThrownBy(() -> new Groupings(UNITS, List.of("region9")))
        .hasMessageContaining("groupings: units have no column 'region9'");
  }

  @Test
  void courseOfUnits() {
    List<ScoreRow> scores =
        List.of(
            score("u", 2001, 0.6, NONE, 1),
            score("v", 2001, 0.4, NONE, 2),
            score("u", 2002, 0.9, NONE, 1),
            score("v", 2002, 0.0, NONE, 3),
            score("w", 2001, NONE, NONE, 0),
            score("w", 2002, 0.8, NONE, 2));
    List<IndexUnitSummary.YearMean> means =
        List.of(
            new IndexUnitSummary.YearMean("x", "s", "all", 2001, 0.5),
            new IndexUnitSummary.YearMean("x", "s", "all", 2002, 1.7 / 3));
    Spread.ways(scores).forEach(way -> assertCourses(way, means));
  }

  private static void assertCourses(
      Records<ScoreRow> scores, List<IndexUnitSummary.YearMean> means) {
    Records<IndexUnitSummary.NodeCourse> courses = IndexUnitSummary.courses(scores, means).kept();
    Map<String, Row> rows =
        Frames.by(
            new IndexUnitSummary().rows(courses, UNITS).plan(SparkExtension.session()), "unit_id");
    courses.release();
    assertThat(rows).containsOnlyKeys("u", "v", "w");
    Row u = rows.get("u");
    assertThat(u.<Boolean>getAs("is_always_above_mean")).isTrue();
    assertThat(u.<Long>getAs("n_above_mean")).isEqualTo(2L);
    assertThat(u.<Double>getAs("growth")).isCloseTo(0.5, offset(1e-15));
    assertThat(u.<Double>getAs("change")).isCloseTo(0.3, offset(1e-15));
    assertThat(u.<Double>getAs("mean")).isCloseTo(0.75, offset(1e-15));
    assertThat(u.<Integer>getAs("year_last")).isEqualTo(2002);
    assertThat(rows.get("v").<Integer>getAs("rank_last")).isEqualTo(3);
    assertThat(rows.get("v").<Double>getAs("growth")).isEqualTo(-1.0);
    assertThat(rows.get("v").<Long>getAs("n_above_mean")).isZero();
    // above the mean in the one year that it has, which is not every year
    assertThat(rows.get("w").<Long>getAs("n_above_mean")).isEqualTo(1L);
    assertThat(rows.get("w").<Boolean>getAs("is_always_above_mean")).isFalse();
  }
}
