package org.renxing.jobs.report;

import java.util.List;
import java.util.stream.Stream;

/** The page of what may drive scores: the geographical detector and regressions. */
final class DriverPage {
  private static final String ANALYSIS = "driver_id";
  private static final String MODEL = "model";

  private DriverPage() {}

  static Page page() {
    return new Page(
        "drivers",
        new Label("Drivers", "驱动因素"),
        new Label("What may drive the scores?", "得分受什么驱动？"),
        false,
        data(),
        List.of(
            factors(),
            course(),
            pairs(),
            risks(),
            importance(),
            statistics(),
            coefficients(),
            effects(),
            fits(),
            tests()));
  }

  private static Chart factors() {
    return Chart.of("factors", ChartKind.BARS, "factors")
        .title("What explains differences between units", "地理探测器：因子解释力")
        .note("q: share of the variance that strata of the candidate explain", "q值：因子分层解释的方差比例")
        .with(Role.Y, "factor")
        .with(Role.VALUE, "q")
        .filters(ANALYSIS, "period")
        .method("drivers");
  }

  private static Chart course() {
    return Chart.of("course", ChartKind.LINES, "courses")
        .title("Whether it explains more over the years", "因子解释力的变化")
        .note("q of each year", "逐年q值")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "q")
        .with(Role.SERIES, "factor")
        .filters(ANALYSIS)
        .method("drivers");
  }

  private static Chart pairs() {
    return Chart.of("pairs", ChartKind.MATRIX, "pairs")
        .title("What two candidates explain together", "因子交互作用")
        .note("Joint q of pairs of strata; see the rows for its type", "两因子交互的q值；交互类型见数据行")
        .with(Role.X, "factor_b")
        .with(Role.Y, "factor_a")
        .with(Role.VALUE, "q_joint")
        .filters(ANALYSIS, "period")
        .method("drivers");
  }

  private static Chart risks() {
    return Chart.of("risks", ChartKind.TABLE, "risks")
        .title("Where the response is higher", "风险区探测")
        .note("Means of two strata of a candidate, by Welch's test", "因子两分层均值的Welch检验")
        .filters(ANALYSIS, "period", "factor")
        .method("drivers");
  }

  private static Chart importance() {
    return Chart.of("importance", ChartKind.BARS, "importance")
        .title("What a model learns from", "机器学习：因子重要性")
        .note(
            "Share of the variance that is lost out of fold where the candidate is shuffled; says"
                + " nothing where r2 is 0 or less",
            "打乱该因子后样本外损失的方差比例；r2不大于0时无意义")
        .with(Role.Y, "feature")
        .with(Role.VALUE, "r2_loss")
        .filters(ANALYSIS)
        .method("learning");
  }

  private static Chart statistics() {
    return Chart.of("statistics", ChartKind.BARS, "coefficients")
        .title("How sure the sign of a coefficient is", "回归系数的统计量")
        .note(
            "Estimate over its standard error; beyond ±2 is unlikely by chance (5 %)",
            "估计值与标准误之比；绝对值大于2约在5%水平显著")
        .with(Role.Y, "term")
        .with(Role.VALUE, "statistic")
        .filters(ANALYSIS, MODEL)
        .method("drivers");
  }

  private static Chart coefficients() {
    return Chart.of("coefficients", ChartKind.TABLE, "coefficients")
        .title("Coefficients", "回归系数")
        .note(
            "Change of the response for one unit of the term, with an interval of 95 %",
            "自变量变动一单位时因变量的变化，附95%置信区间")
        .filters(ANALYSIS, MODEL)
        .method("drivers");
  }

  private static Chart effects() {
    return Chart.of("effects", ChartKind.MATRIX, "effects")
        .title("In the unit itself, and in others", "空间效应分解")
        .note("Direct, indirect and total effects of spatial models", "空间模型的直接、间接与总效应")
        .with(Role.X, "effect")
        .with(Role.Y, "term")
        .with(Role.VALUE, "estimate")
        .filters(ANALYSIS, MODEL)
        .method("drivers");
  }

  private static Chart fits() {
    return Chart.of("fits", ChartKind.TABLE, "fits")
        .title("Models", "模型")
        .note("Formula, rows and fit of each", "各模型的公式、样本量与拟合优度")
        .filters(ANALYSIS)
        .method("drivers");
  }

  private static Chart tests() {
    return Chart.of("tests", ChartKind.TABLE, "tests")
        .title("Tests of the models", "模型检验")
        .note("A low p rejects the simpler model", "P值小则拒绝较简单的模型")
        .filters(ANALYSIS, MODEL)
        .method("drivers");
  }

  private static List<DataSet> data() {
    return Stream.of(detector(), models()).flatMap(List::stream).toList();
  }

  private static List<DataSet> detector() {
    return List.of(
        new DataSet(
            "factors",
            "driver_id, period, q DESC",
            """
            SELECT scenario_id, driver_id, period, factor, response, n, strata, q, p_value, reason
            FROM gold.driver_factor
            """),
        new DataSet(
            "courses",
            "driver_id, factor, year",
            """
            SELECT scenario_id, driver_id, factor, try_cast(period AS INTEGER) AS year, q, p_value
            FROM gold.driver_factor WHERE try_cast(period AS INTEGER) IS NOT NULL
            """),
        new DataSet(
            "pairs",
            "driver_id, period, factor_a, factor_b",
            """
            SELECT scenario_id, driver_id, period, factor_a, factor_b, q_a, q_b, q_joint,
              interaction
            FROM gold.driver_interaction WHERE q_joint IS NOT NULL
            """),
        new DataSet(
            "risks",
            "driver_id, period, factor, stratum_a, stratum_b",
            """
            SELECT scenario_id, driver_id, period, factor, stratum_a, range_a, stratum_b, range_b,
              mean_a, mean_b, difference, p_value
            FROM gold.driver_risk WHERE period = 'all'
            """));
  }

  private static List<DataSet> models() {
    return List.of(
        new DataSet(
            "importance",
            "driver_id, r2_loss DESC",
            """
            SELECT scenario_id, driver_id, feature, method, r2_loss, importance, importance_sd, r2,
              rmse, n, n_units, correlated_with
            FROM gold.driver_importance WHERE importance IS NOT NULL
            """),
        new DataSet(
            "coefficients",
            "driver_id, model, term",
            """
            SELECT scenario_id, driver_id, model, term, estimate, std_error, statistic, p_value,
              conf_low, conf_high, reason
            FROM gold.regression_coefficient
            """),
        new DataSet(
            "effects",
            "driver_id, model, term, effect",
            """
            SELECT scenario_id, driver_id, model, term, effect, estimate, std_error, p_value
            FROM gold.spatial_effect
            """),
        new DataSet(
            "fits",
            "driver_id, model",
            """
            SELECT scenario_id, driver_id, model, method, formula, effects, n, n_left_out, r2, note,
              reason
            FROM gold.regression_fit
            """),
        new DataSet(
            "tests",
            "driver_id, model, test",
            """
            SELECT scenario_id, driver_id, model, test, statistic, df1, df2, p_value, reason
            FROM gold.regression_test
            """));
  }
}
