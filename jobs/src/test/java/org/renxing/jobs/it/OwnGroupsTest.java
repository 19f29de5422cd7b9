package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** Units grouped by columns of one's own, of a panel and of a file in the form of units.csv. */
@ExtendWith(SparkExtension.class)
class OwnGroupsTest {
  private static final String PANEL =
      """
      code,name,bloc,climate zone,year,gdp,savings,patents
      X1,Één,old,,2018,10,5,1
      X1,Één,north,wet,2019,12,6,2
      X2,Twee,north,wet,2018,20,8,4
      X2,Twee,north,,2019,22,9,5
      X3,Drie,south,dry,2018,30,7,9
      X3,Drie,south,dry,2019,36,,11
      X4,Vier,south,dry,2018,44,3,16
      X4,Vier,south,dry,2019,50,2,18
      """;

  private static final String PEOPLE =
      """
      city,year,population,beds
      X1,2018,10000,10
      X1,2019,10000,11
      X2,2018,20000,50
      X2,2019,20000,52
      X3,2018,30000,40
      X3,2019,30000,48
      X4,2018,40000,30
      X4,2019,40000,20
      """;

  @TempDir private Path folder;

  private MiniHome home() {
    MiniHome home = MiniHome.write(folder);
    home.put(MiniHome.ECONOMY, PANEL).put(MiniHome.SOCIETY, PEOPLE);
    home.edit("conf/sources/economy.conf", t -> t + "ignored = [name, bloc, \"climate zone\"]\n");
    home.edit(
        "conf/renxing.conf",
        text ->
            text.replaceFirst(
                    "reference.panel-units = .*",
                    """
                    reference.panel-units = [{ path = "in/economy.csv", code-column = code,
                      name-column = name, level = region, group-columns = [bloc, "climate zone"] }]
                    """)
                .replaceFirst("nightly.scenarios = .*", "nightly.scenarios = [mini]"));
    return home.edit(
        "conf/scenarios/mini.conf",
        text ->
            text.replaceFirst("units.ids = .*", "")
                    .replaceFirst("units.levels = .*", "units.levels = [region]")
                    .replaceFirst("years = .*", "years = \"2018..2019\"")
                    .replaceFirst("groupings = .*", "groupings = [bloc, \"climate zone\"]")
                    .replaceFirst("analyses = .*", "analyses = [inequality, obstacles]")
                + """
                missing { interior = none, ends = none, fallback = group-median, cap = 1
                  fallback-group = bloc, drop-incomplete = true }
                """);
  }

  @Test
  void groupEveryTableThatHasGroups(SparkSession spark) {
    MiniHome home = home();
    LakeView view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of());
    // the last value of a unit counts, and an empty cell changes nothing
    assertThat(view.lines(TableName.gold("dim_unit"), "unit_id", "name_zh", "group_values"))
        .containsExactlyInAnyOrder(
            "X1,Één,{\"bloc\":\"north\",\"climate zone\":\"wet\"}",
            "X2,Twee,{\"bloc\":\"north\",\"climate zone\":\"wet\"}",
            "X3,Drie,{\"bloc\":\"south\",\"climate zone\":\"dry\"}",
            "X4,Vier,{\"bloc\":\"south\",\"climate zone\":\"dry\"}");
    Map<String, String> tables =
        Map.of(
            "index_summary_year", "group_type",
            "coupling_summary_year", "group_type",
            "inequality_year", "grouping",
            "inequality_group_year", "grouping");
    tables.forEach(
        (table, column) ->
            assertThat(view.lines(TableName.gold(table), column))
                .as(table)
                .contains("bloc", "climate zone"));
    // savings of X3 in 2019 are those of the other southern one: 2 of 10^4 CNY over 4 of 10^4
    assertThat(
            view.lines(
                TableName.gold("indicator_value_unit_year"),
                "unit_id",
                "year",
                "indicator_code",
                "imputation_method",
                "imputed_from"))
        .contains("X3,2019,w2,group-median,south: 1 units");
    assertThat(view.ask(BETWEEN).collectAsList())
        .as("Dagum and Theil between blocs")
        .allSatisfy(row -> assertThat(row.getDouble(1)).isPositive())
        .allSatisfy(row -> assertThat(row.getDouble(2)).isPositive())
        .hasSize(2);
  }

  private static final String BETWEEN =
      "SELECT measure, between, theil_t_between FROM gold.inequality_year"
          + " WHERE measure = 'score.entropy.wealth' AND grouping = 'bloc' ORDER BY year";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupings = [blok] | units have no grouping 'blok'; there are: bloc, climate zone, level;"
            + " did you mean bloc?; a column of a panel is one where group-columns",
        "groupings = [parent_id] | 'parent_id' is empty for each of its units; there are:",
        "missing.fallback-group = climate | units have no grouping 'climate'",
      })
  void aNameThatIsNoneIsRefusedWithThoseThereAre(String line, String problem, SparkSession spark) {
    MiniHome home = home();
    home.edit("conf/scenarios/mini.conf", text -> text + line + "\n");
    assertRefused(home, spark, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group-columns = [bloc, | group-columns = [code, | reference.panel-units.group-columns:"
            + " 'code' is what dim_unit or units.csv calls something else",
        "group-columns = [bloc, | group-columns = [blok, | economy.csv:2: column blok is missing;"
            + " there are",
        "reference.unit-files = [] | reference.group-columns = [bloc2] | no file of units has a"
            + " column 'bloc2'; there are [bloc, climate zone, code,",
        "reference.unit-files = [] | reference.unit-files = [\"in/none.csv\"] | in/none.csv: is"
            + " empty; it needs a head with the columns of units.csv",
        "reference.unit-files = [] | reference.unit-files = [\"in\"] | in: is a folder; name a"
            + " file",
      })
  void aListThatLacksThemIsRefused(String from, String to, String problem, SparkSession spark) {
    MiniHome home = home().put("in/none.csv", "");
    home.edit("conf/renxing.conf", text -> text.replace(from, to));
    assertRefused(home, spark, problem);
  }

  @Test
  void aFileOfUnitsMayHaveThemToo(SparkSession spark) throws Exception {
    MiniHome home = home();
    Path units = folder.resolve("in/units.csv");
    String head = Files.readAllLines(folder.resolve("conf/reference/units.csv")).get(0);
    String cells = ",".repeat((int) head.chars().filter(c -> c == ',').count() - 7);
    StringBuilder csv = new StringBuilder(head + ",bloc,climate zone\n");
    for (int i = 1; i <= 4; i++) {
      csv.append("X%1$s,X%1$s,X%1$s,,region,,1949,".formatted(i)).append(cells);
      csv.append(i < 3 ? ",north,wet\n" : ",south,\n");
    }
    Files.writeString(units, csv);
    home.edit(
        "conf/renxing.conf",
        text ->
            text.replaceFirst("(?s)reference.panel-units = .*?\\}\\]", "")
                .replace(
                    "reference.unit-files = []",
                    "reference { unit-files = [\"in/units.csv\"],"
                        + " group-columns = [bloc, \"climate zone\"] }"));
    LakeView view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of(), "silver.dim_unit");
    assertThat(view.lines(TableName.silver("dim_unit"), "unit_id", "group_values"))
        .contains("X3,{\"bloc\":\"south\"}", "X1,{\"bloc\":\"north\",\"climate zone\":\"wet\"}");
  }

  private static void assertRefused(MiniHome home, SparkSession spark, String problem) {
    LakeView view = LakeView.of(spark, home);
    RenxingException error =
        catchThrowableOfType(
            RenxingException.class, () -> home.nightly(view.lake(), Map.of(), "silver.dim_unit"));
    assertThat(error).hasMessageContaining(problem);
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIGURATION);
  }
}
