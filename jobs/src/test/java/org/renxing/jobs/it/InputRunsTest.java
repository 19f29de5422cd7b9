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

  private static final List<String> CITIES =
      List.of("110000", "120000", "130100", "130200", "320100", "330100", "440100", "500000");

  @TempDir private Path folder;

  @Test
  void whatCanBeReadInTwoWaysOrIsLostStopsTheRunUntilItIsDeclared(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    LakeView view = LakeView.of(spark, home);
    home.edit("conf/sources/society.conf", t -> t.replace("society.csv", "society*.csv"));
    home.put(
        MiniHome.ECONOMY,
        """
        code;year;gdp;savings;patents
        110000;2018;1,234;10;1
        110000;2019.0;0,512;２０;2
        W110000N;2020年; 30W;W;3
        110000;2021-12-31;40;—;4
        """
            .replace('W', '\u3000')
            .replace('N', '\u00A0'));
    home.edit("conf/sources/economy.conf", t -> t + "delimiter = \";\"\n");
    home.put(
        MiniHome.SOCIETY,
        """
        city,year,population,beds
        北京市,２０１８,"1,234",5
        ,2019,2e4,6
        N上海 市W,2018,1,"7
        上海市,2019,1,7
        上海市,2020,1,"7
        """
            .replace('W', '\u3000')
            .replace('N', '\u00A0'));
    home.put("in/society-all.csv", sound());

    // a column that can be read in two ways; lines that a quote swallowed, and a unit that is not
    // there, which are few in the source and many in their file
    assertRefused(
        home,
        view,
        "source economy, file economy.csv, column gdp: commas stand between thousands",
        "'0,512' is not a number",
        "source society, file society.csv: 80.0 % of its rows or cells are set aside, more than 5.0 %",
        "society.csv line 4: lies within quotes that run from line 4 to line 6");
    home.edit(MiniHome.SOCIETY, t -> t.replace("2020,1,\"7", "2020,1,7"));
    assertRefused(home, view, "society.csv: the quote that opens in line 4 does not close");

    // declared otherwise, and the quote taken out
    home.edit(MiniHome.SOCIETY, t -> t.replace("1,\"7", "1,7"));
    home.edit("conf/sources/economy.conf", t -> t + "decimal = \",\"\n");
    home.edit("conf/sources/society.conf", t -> t + "fill-down = [city]\n");
    run(home, view);
    assertThat(values(view))
        .contains("110000,2018,gdp,1.234", "110000,2019,gdp,0.512", "110000,2020,gdp,30.0")
        .contains("110000,2021,gdp,40.0", "110000,2018,pop_resident,0.1234")
        .contains("110000,2019,pop_resident,2.0", "310000,2018,hospital_beds,7.0");
    assertThat(view.lines(TableName.silver("quarantine"), "reason_code")).isEmpty();
    assertThat(
            view.lines(
                TableName.silver("source_account"), "source_id", "rows_in", "worst_file_share"))
        .containsExactly("economy,4,0.0", "society,205,0.0");

    // the same unit and year in two forms
    home.edit(MiniHome.ECONOMY, t -> t + "110000;2018年;7;7;7\n");
    assertRefused(home, view, "set aside", "2 values for this unit, year and indicator");
  }

  /** Two hundred rows of eight cities and twenty-five years, each once. */
  private static String sound() {
    StringBuilder csv = new StringBuilder("city,year,population,beds\n");
    for (String city : CITIES) {
      for (int year = 1990; year < 2015; year++) {
        csv.append(city).append(',').append(year).append(",1,1\n");
      }
    }
    return csv.toString();
  }

  private static List<String> values(LakeView view) {
    return view.lines(
        TableName.silver("observation"), "unit_id", "year", "indicator_code", "value");
  }

  private static void assertRefused(MiniHome home, LakeView view, String... said) {
    assertThatThrownBy(() -> run(home, view))
        .isInstanceOf(RenxingException.class)
        .hasMessageContainingAll(said);
  }

  private static void run(MiniHome home, LakeView view) {
    home.nightly(view.lake(), Map.of(), STEPS);
  }
}
