package org.renxing.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the columns of a table that no page names make of it. */
class OtherTablesTest {
  /** A table whose columns are name:type, with a star for keys. */
  private static TableList.Table table(String name, String... columns) {
    List<TableList.Column> out = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.replace("*", "").split(":", 2);
      out.add(new TableList.Column(parts[0], parts[1], "", "", column.endsWith("*")));
    }
    return new TableList.Table(name, "One row a thing", out, Map.of());
  }

  private static Page page(String... columns) {
    return OtherTables.page(table("gold.noise_unit_year", columns), "'a'");
  }

  @Test
  void unitsOfYearsAreRankedByAChoiceOfFigures() {
    Page page =
        page(
            "scenario_id:string*",
            "unit_id:string*",
            "unit_name:string",
            "year:int*",
            "zone:string*",
            "mean_db:double",
            "max_db:double",
            "n:bigint",
            "run_id:string");
    assertThat(page.id()).isEqualTo("table/noise_unit_year");
    assertThat(page.title().en()).isEqualTo("Noise");
    assertThat(page.charts())
        .extracting(Chart::kind)
        .containsExactly(ChartKind.RANKING, ChartKind.TABLE);
    Chart chart = page.charts().get(0);
    assertThat(chart.roles().get(Role.CHOICE)).containsExactly("mean_db", "max_db");
    assertThat(chart.filters()).containsExactly("zone");
    DataSet rows = page.data().get(0);
    assertThat(rows.order()).isEqualTo("\"unit_id\", \"year\", \"zone\"");
    assertThat(rows.sql())
        .startsWith("SELECT scenario_id, \"unit_id\", \"year\", \"zone\", \"mean_db\"")
        .doesNotContain("run_id", "unit_name");
  }

  @Test
  void unitsWithoutYearsAreOnTheMap() {
    assertThat(page("scenario_id:string*", "unit_id:string*", "share:double").charts())
        .extracting(Chart::kind)
        .containsExactly(ChartKind.MAP, ChartKind.TABLE);
  }

  @Test
  void groupsOfYearsAreLines() {
    Chart chart =
        page("scenario_id:string*", "kind:string*", "group_value:string*", "year:int*", "d:double")
            .charts()
            .get(0);
    assertThat(chart.kind()).isEqualTo(ChartKind.LINES);
    assertThat(chart.roles().get(Role.SERIES)).containsExactly("group_value");
    assertThat(chart.filters()).containsExactly("kind");
  }

  @Test
  void whatHasNoFiguresIsATable() {
    assertThat(page("scenario_id:string*", "unit_id:string*", "verdict:string").charts())
        .extracting(Chart::kind)
        .containsExactly(ChartKind.TABLE);
  }

  @Test
  void aTableWithoutScenarioIsShownByEach() {
    assertThat(page("code:string*", "n:bigint").data().get(0).sql())
        .contains("unnest(['a'])")
        .contains("CROSS JOIN gold.noise_unit_year");
  }

  @Test
  void aTableThatAPageNamesHasNoPageOfItsOwn() {
    List<TableList.Table> tables =
        List.of(
            table("gold.noise_unit_year", "n:bigint"),
            table("gold.index_score_unit_year", "n:bigint"),
            table("gold.data_dictionary", "n:bigint"));
    assertThat(OtherTables.pages(tables, "'a'")).containsOnlyKeys("gold.noise_unit_year");
  }
}
