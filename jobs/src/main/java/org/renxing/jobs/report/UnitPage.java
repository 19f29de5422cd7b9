package org.renxing.jobs.report;

import java.util.List;

/** The page of one unit. */
final class UnitPage {
  private UnitPage() {}

  static Page page() {
    return new Page(
        "unit",
        new Label("Unit", "城市"),
        new Label("What about my city?", "我的城市如何？"),
        true,
        UnitData.all(),
        List.of(
            Chart.of("profile", ChartKind.FACTS, "profile")
                .title("Profile", "概况")
                .note("What the unit is", "单位的基本情况")
                .method("panel"),
            Chart.of("places", ChartKind.TABLE, "places")
                .title("Standing in the newest year", "最新年份的名次")
                .note("Place among all units of the scenario", "在方案全部单位中的名次")
                .filters("scheme")
                .method("scores"),
            Chart.of("against", ChartKind.LINES, "against")
                .title("Overall score beside its groups", "总分与所属各组比较")
                .note("Its own score and the means of its groups, 0 to 1", "本单位得分与所属各组均值，0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "score")
                .with(Role.SERIES, "who")
                .filters("scheme")
                .method("scores"),
            Chart.of("course", ChartKind.LINES, "scores")
                .title("Scores over the years", "历年得分")
                .note("Scores 0 to 1", "得分0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "score")
                .with(Role.SERIES, "system")
                .filters("scheme")
                .method("scores"),
            Chart.of("standing", ChartKind.TABLE, "standing")
                .title("Strengths and weaknesses", "优势与短板")
                .note("Indicators furthest from the mean, newest year", "最新年份偏离均值最大的指标")
                .filters("kind")
                .method("obstacles"),
            Chart.of("obstacles", ChartKind.BARS, "obstacles")
                .title("Largest obstacles", "主要障碍")
                .note("Degree of obstacle in percent, newest year", "障碍度（%），最新年份")
                .with(Role.Y, "indicator_code")
                .with(Role.VALUE, "degree_pct")
                .filters("pair_id", "scheme")
                .method("obstacles"),
            Chart.of("coupling", ChartKind.LINES, "coupling")
                .title("Coupling and coordination", "耦合与协调")
                .note("C and D, 0 to 1", "耦合度C与协调度D，0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "c", "d")
                .filters("pair_id", "variant")
                .method("scores"),
            Chart.of("alike", ChartKind.TABLE, "alike")
                .title("Units most alike", "最相似的单位")
                .note(
                    "By distance of the scores of criteria, newest year; 0 is the same",
                    "按最新年份准则层得分的距离；0为相同")
                .method("scores"),
            Chart.of("peers", ChartKind.TABLE, "peers")
                .title("Peers on the frontier", "前沿面上的参照单位")
                .note("λ: weight of the peer in the reference, newest year", "λ：参照权重，最新年份")
                .filters("model", "output_system")
                .method("dea"),
            Chart.of("indicator", ChartKind.LINES, "figures")
                .title("Course of an indicator", "单项指标的变化")
                .note("Value used, in the indicator's own unit", "采用值，指标自身的计量单位")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "value")
                .with(Role.IMPUTED, "is_imputed")
                .with(Role.SUSPECT, "is_suspect")
                .filters("indicator_code")
                .method("panel"),
            Chart.of("comparability", ChartKind.TABLE, "comparability")
                .title("How far its years compare", "各年可比性")
                .note(
                    "Imputed share of indicators, suspect ones, changes of boundaries",
                    "指标插补比例、可疑指标数与边界变动")
                .method("quality"),
            Chart.of("figures", ChartKind.TABLE, "figures")
                .title("Figures and their sources", "数据与来源")
                .note(
                    "File and line of each source; bin/renxing trace shows the whole way",
                    "各来源的文件与行号；bin/renxing trace 给出数字的完整来历")
                .filters("year")
                .method("panel"),
            Chart.of("origins", ChartKind.TABLE, "origins")
                .title("Lines of the source files", "来源文件的行")
                .note("Which base indicators come from which line", "各行所含的基础指标")
                .filters("year")
                .method("panel")));
  }
}
