package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** What a run makes of files that could be read in two ways, or have lost rows. */
@ExtendWith(SparkExtension.class)
class InputRunsTest {
  private static final String[] STEPS = {
    "bronze.economy",
    "bronze.society",
    "silver.dim_unit",
    "silver.unit_alias",
    "silver.observation",
    "silver.quarantine",
    "silver.source_account"
  };

  @TempDir private Path folder;

  @Test
  void formsOfNumbersAndYears(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    LakeView view = LakeView.of(spark, home);
    home.put(
        MiniHome.ECONOMY,
        """
        code,year,gdp,savings,patents
        110000,2018,"1,234",10,1
        110000,2019.0,２０,20,2
        W110000N,2020年, 30W,W,3
        110000,2021-12-31,40,—,4
        """
            .replace('W', '\u3000')
            .replace('N', '\u00A0'));
    home.put(
        MiniHome.SOCIETY, "city,year,population,beds\n北京市,２０１８,1e3,5\n\u00A0北京 市\u3000,2019,2,6\n");
    run(home, view, Map.of());
    assertThat(values(view))
        .contains("110000,2018,gdp,1234.0", "110000,2019,gdp,20.0", "110000,2020,gdp,30.0")
        .contains("110000,2021,gdp,40.0", "110000,2018,pop_resident,0.1")
        .contains("110000,2019,hospital_beds,6.0");
    assertThat(view.lines(TableName.silver("quarantine"), "reason_code")).isEmpty();

    // 0,512 is no number unless commas are declared to stand before decimals
    home.edit(MiniHome.ECONOMY, t -> t.replace("２０", "\"0,512\""));
    assertRefused(
        home,
        view,
        "file economy.csv, column gdp",
        "commas stand between thousands",
        "'0,512' is not a number");
    home.edit("conf/sources/economy.conf", t -> t + "decimal = \",\"\n");
    run(home, view, Map.of());
    assertThat(values(view)).contains("110000,2018,gdp,1.234", "110000,2019,gdp,0.512");

    // the same unit and year in two forms
    home.edit(MiniHome.ECONOMY, t -> t + "110000,2018年,7,7,7\n");
    assertRefused(home, view, "set aside", "2 values for this unit, year and indicator");
  }

  @Test
  void aFileThatLostRowsStopsTheRun(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    LakeView view = LakeView.of(spark, home);
    home.edit("conf/sources/economy.conf", t -> t.replace("economy.csv", "economy*.csv"));
    home.put("in/economy-all.csv", sound());
    String lines =
        "310000,2018,1,1,1\n310000,2019,\"2,2,2\n310000,2020,3,3,3\n310000,2021,\"4,4,4\n";
    home.put(MiniHome.ECONOMY, "code,year,gdp,savings,patents\n" + lines);
    // three of four lines of one file, which are three of 204 of the source
    assertRefused(
        home,
        view,
        "source economy, file economy.csv: 75.0 % of its rows are set aside, more than 5.0 %",
        "line 3",
        "a quote is not closed");
    home.put(
        MiniHome.ECONOMY, "code,year,gdp,savings,patents\n" + lines.replace("\"4,4,4", "4,4,4"));
    assertRefused(home, view, "economy.csv", "the quote that opens in line 3");
    home.put(MiniHome.ECONOMY, "code,year,gdp,savings,patents\n" + lines.replace("\"", ""));
    run(home, view, Map.of());
    assertThat(
            view.lines(
                TableName.silver("source_account"),
                "source_id",
                "rows_in",
                "rows_valid",
                "worst_file_share"))
        .containsExactlyInAnyOrder("economy,204,204,0.0", "society,32,32,0.0");
  }

  @Test
  void aSourceThatIsDeclaredOtherwiseIsReadAnew(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    LakeView view = LakeView.of(spark, home);
    home.put(MiniHome.SOCIETY, "city,year,population,beds\n北京市,2018,10000,5\n,2019,20000,6\n");
    assertRefused(home, view, "file society.csv: 50.0 % of its rows", "the unit is empty");
    home.edit("conf/sources/society.conf", t -> t + "fill-down = [city]\n");
    run(home, view, Map.of());
    assertThat(values(view))
        .contains("110000,2018,pop_resident,1.0", "110000,2019,pop_resident,2.0");
  }

  /** Two hundred rows of eight cities and twenty-five years, each once. */
  private static String sound() {
    StringBuilder csv = new StringBuilder("code,year,gdp,savings,patents\n");
    for (String city :
        List.of("110000", "120000", "130100", "130200", "320100", "330100", "440100", "500000")) {
      for (int year = 1990; year < 2015; year++) {
        csv.append(city).append(',').append(year).append(",1,1,1\n");
      }
    }
    return csv.toString();
  }

  private static List<String> values(LakeView view) {
    return view.lines(
        TableName.silver("observation"), "unit_id", "year", "indicator_code", "value");
  }

  private static void assertRefused(MiniHome home, LakeView view, String... said) {
    assertThatThrownBy(() -> run(home, view, Map.of()))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll(said);
  }

  private static void run(MiniHome home, LakeView view, Map<String, String> keys) {
    home.nightly(view.lake(), keys, STEPS);
  }
}
