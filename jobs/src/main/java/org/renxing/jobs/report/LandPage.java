package org.renxing.jobs.report;

import java.util.List;

/** The page of people, land and what stands empty. */
final class LandPage {
  private LandPage() {}

  static Page page() {
    return new Page(
        "land",
        new Label("Land and people", "土地与人口"),
        new Label("Who shrinks, and what stands empty?", "谁在收缩，何处空置？"),
        false,
        List.of(shrinkage(), land(), paths(), units(), vacancy(), trade(), signals(), audits()),
        List.of(
            Chart.of("shrinkage", ChartKind.MAP, "shrinkage")
                .title("Change of population", "人口变化")
                .note("Percent over the whole span", "全时段变化，%")
                .with(Role.UNIT, "unit_id")
                .with(Role.VALUE, "change_pct")
                .method("shrinkage"),
            Chart.of("land", ChartKind.SCATTER, "land")
                .title("People against built-up land", "人口与建成区变化")
                .note("Changes in percent over the whole span", "全时段变化，%")
                .with(Role.UNIT, "unit_id")
                .with(Role.X, "population_change_pct")
                .with(Role.VALUE, "built_up_change_pct")
                .method("shrinkage"),
            Chart.of("paths", ChartKind.STACK, "paths")
                .title("Paths of development over the years", "各年发展路径构成")
                .note("Share of units", "单位占比")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "share")
                .with(Role.SERIES, "path")
                .method("path"),
            Chart.of("units", ChartKind.TABLE, "units")
                .title("Which path each unit takes", "各单位的发展路径")
                .note("Newest year, with the rules that decided", "最新年份及判定规则")
                .method("path"),
            vacant("vacancy", "Vacant dwellings", "住房空置率"),
            vacant("trade", "Vacant premises of trade", "商业空置率"),
            Chart.of("signals", ChartKind.BARS, "signals")
                .title("Vacancy as each family of signals tells it", "各类信号所示空置率")
                .note(
                    "Share of units, calibrated; whisker: one standard error of an area",
                    "校准后的空置比例；线段为单个片区的一个标准误")
                .with(Role.Y, "signal")
                .with(Role.VALUE, "vacancy_rate")
                .with(Role.INTERVAL, "lower", "upper")
                .filters("unit_id", "use", "year")
                .method("vacancy"),
            Chart.of("audits", ChartKind.MATRIX, "audits")
                .title("Estimates against field audits", "估计与实地核查对比")
                .note("Number of audited areas by class of vacancy", "各空置类别的核查片区数")
                .with(Role.X, "predicted_class")
                .with(Role.Y, "audited_class")
                .with(Role.VALUE, "n")
                .filters("use")
                .method("vacancy")));
  }

  private static Chart vacant(String id, String en, String zh) {
    return Chart.of(id, ChartKind.RANKING, id)
        .title(en, zh)
        .note("Share of units, with its interval", "空置比例及其区间")
        .with(Role.UNIT, "unit_id")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "vacancy_rate")
        .with(Role.INTERVAL, "lower", "upper")
        .filters("zone")
        .method("vacancy");
  }

  private static DataSet shrinkage() {
    return new DataSet(
        "shrinkage",
        "change_pct, unit_id",
        """
        SELECT scenario_id, unit_id, year_from, year_to, population_from, population_to,
          change_pct, is_shrinking, is_severe, is_double_decline
        FROM gold.shrinkage_unit s
        WHERE change_pct IS NOT NULL AND year_to - year_from = (
          SELECT max(year_to - year_from) FROM gold.shrinkage_unit t
          WHERE t.scenario_id = s.scenario_id)
        """);
  }

  private static DataSet land() {
    return new DataSet(
        "land",
        "elasticity, unit_id",
        """
        SELECT scenario_id, unit_id, year_from, year_to, population_change_pct,
          built_up_change_pct, elasticity, is_paradox
        FROM gold.land_population_unit s
        WHERE year_to - year_from = (
          SELECT max(year_to - year_from) FROM gold.land_population_unit t
          WHERE t.scenario_id = s.scenario_id)
        """);
  }

  private static DataSet paths() {
    return new DataSet(
        "paths",
        "path, year",
        """
        SELECT scenario_id, path, year, count(*) AS n,
          count(*) / sum(count(*)) OVER (PARTITION BY scenario_id, year) AS share
        FROM gold.path_unit_year GROUP BY scenario_id, path, year
        """);
  }

  private static DataSet units() {
    return new DataSet(
        "units",
        "path, unit_id",
        """
        SELECT scenario_id, unit_id, year_from, year, path, decided_by, rules_fired, rules_unknown
        FROM gold.path_unit_year p
        WHERE year = (SELECT max(year) FROM gold.path_unit_year q
          WHERE q.scenario_id = p.scenario_id)
        """);
  }

  private static DataSet vacancy() {
    return vacancy("vacancy", "gold.vacancy_unit_year");
  }

  private static DataSet trade() {
    return vacancy("trade", "gold.commercial_vacancy_unit_year");
  }

  private static DataSet vacancy(String id, String table) {
    return new DataSet(
        id,
        "zone, year, vacancy_rate DESC, unit_id",
        """
        SELECT scenario_id, zone, unit_id, year, vacancy_rate, lower, upper, units_total,
          units_vacant, n_observations, coverage, method
        FROM %s
        """
            .formatted(table));
  }

  /** What one signal alone tells: its share is r = a + b q of the share q that is occupied. */
  private static DataSet signals() {
    return new DataSet(
        "signals",
        "unit_id, use, year DESC, signal",
        """
        SELECT g.scenario_id, a.unit_id, a.use, a.year, g.signal,
          1 - (sum(a.occupied) / sum(a.units_total) - g.intercept) / g.slope AS vacancy_rate,
          1 - (sum(a.occupied) / sum(a.units_total) - g.intercept) / g.slope
            - g.standard_deviation / g.slope AS lower,
          1 - (sum(a.occupied) / sum(a.units_total) - g.intercept) / g.slope
            + g.standard_deviation / g.slope AS upper,
          count(*) AS n_areas, g.basis, g.weight
        FROM (UNPIVOT (SELECT unit_id, use, year, units_total, run_id, COLUMNS('^occupied_by_.*')
            FROM silver.occupancy_area)
          ON COLUMNS('^occupied_by_.*') INTO NAME told VALUE occupied) a
        JOIN gold.occupancy_signal g ON g.use = a.use AND 'occupied_by_' || g.signal = a.told
          AND a.run_id <= g.run_id
        WHERE g.slope > 0 AND a.units_total > 0
        GROUP BY g.scenario_id, a.unit_id, a.use, a.year, g.signal, g.intercept, g.slope,
          g.standard_deviation, g.basis, g.weight
        """);
  }

  private static DataSet audits() {
    return new DataSet(
        "audits",
        "use, audited_class, predicted_class",
        """
        SELECT scenario_id, use, predicted_class, audited_class, n, share, accuracy,
          mean_absolute_error, bias
        FROM gold.occupancy_audit
        """);
  }
}
