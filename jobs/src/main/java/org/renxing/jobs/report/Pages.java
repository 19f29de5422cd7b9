package org.renxing.jobs.report;

import java.util.List;

/** The pages of the report, in the order of its navigation, and what all of them share. */
public final class Pages {
  /** The units of a scenario; their order gives the numbers of their files. */
  static final DataSet UNITS =
      new DataSet(
          "units",
          "unit_id",
          """
          SELECT scenario_id, unit_id, name_zh, name_en, province_name, province_name_en, region7,
            region7_zh, lon, lat
          FROM gold.dim_unit WHERE is_newest
          """);

  /** The sources of a scenario; a figure of several counts for each. */
  static final DataSet SOURCES =
      new DataSet(
          "sources",
          "source_id",
          """
          SELECT scenario_id, trim(source_id) AS source_id, count(*) AS n,
            min(year) AS year_first, max(year) AS year_last
          FROM (SELECT scenario_id, year, unnest(string_split(source_id, ',')) AS source_id
            FROM gold.indicator_value_unit_year WHERE source_id IS NOT NULL)
          GROUP BY scenario_id, trim(source_id)
          """);

  /** What scenarios share between their pages. */
  static final List<DataSet> SHARED =
      List.of(
          UNITS,
          SOURCES,
          new DataSet(
              "indicators",
              "indicator_code",
              """
              SELECT scenario_id, indicator_code, system, name_zh, name_en, unit_of_measure,
                direction, expression
              FROM gold.dim_indicator
              """),
          new DataSet(
              "span",
              "year_first",
              """
              SELECT scenario_id, min(year) AS year_first, max(year) AS year_last,
                count(DISTINCT unit_id) AS n_units
              FROM gold.indicator_value_unit_year GROUP BY scenario_id
              """),
          new DataSet(
              "words",
              "word",
              """
              SELECT DISTINCT scenario_id, unnest([coordination_level, coupling_level,
                  coordination_stage]) AS word,
                unnest([coordination_level_zh, coupling_level_zh, coordination_stage_zh]) AS word_zh
              FROM gold.coupling_unit_year
              """),
          new DataSet(
              "movers",
              "scheme, gained DESC, unit_id",
              """
              SELECT scenario_id, scheme, unit_id, year, score, rank, score_before, rank_before,
                rank_before - rank AS gained
              FROM (SELECT *,
                  lag(score) OVER w AS score_before, lag(rank) OVER w AS rank_before,
                  max(year) OVER (PARTITION BY scenario_id) AS year_last
                FROM gold.index_score_unit_year WHERE depth = 0
                WINDOW w AS (PARTITION BY scenario_id, scheme, system, unit_id ORDER BY year))
              WHERE year = year_last
              QUALIFY rank = 1
                OR row_number() OVER (PARTITION BY scenario_id, scheme
                  ORDER BY rank_before - rank DESC NULLS LAST, unit_id) <= 5
                OR row_number() OVER (PARTITION BY scenario_id, scheme
                  ORDER BY rank_before - rank NULLS LAST, unit_id) <= 5
              """));

  private Pages() {}

  /** All pages that are declared; a scenario shows those for which it has data. */
  public static List<Page> all() {
    return List.of(
        ScorePages.ranking(),
        ScorePages.systems(),
        ScorePages.coupling(),
        CausePages.gaps(),
        SpacePage.page(),
        TypePage.page(),
        DriverPage.page(),
        CausePages.obstacles(),
        EfficiencyPage.page(),
        CarbonPage.page(),
        LandPage.page(),
        QualityPage.page(),
        UnitPage.page());
  }
}
