package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** Later vintages, other sources and reviewed corrections change values, and leave a mark. */
@ExtendWith(SparkExtension.class)
class RevisionIT {
  private static final String HEAD =
      "source_id,unit_id,year,indicator_code,value,reason,evidence,date,reviewer\n";
  private static final TableName OBSERVATION = TableName.silver("observation");
  private static final TableName VALUE = TableName.gold("indicator_value_unit_year");

  @Test
  void revisionsAndCorrectionsLeaveAMark(@TempDir Path folder, SparkSession spark) {
    MiniHome home = revised(folder);
    LakeView view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of());

    assertThat(
            view.lines(
                TableName.silver("source_difference"),
                "unit_id",
                "source_id",
                "vintage",
                "value",
                "preferred_source_id",
                "preferred_value",
                "kind"))
        .hasSize(2)
        .contains("110000,revision,2020-12-31,5000.0,revision,5100.0,VINTAGE")
        .anyMatch(line -> line.startsWith("110000,economy,,") && line.endsWith("5100.0,SOURCE"));
    assertThat(view.lines(TableName.silver("quarantine"), "source_id", "reason_code"))
        .containsExactlyInAnyOrder("revision,NOT_A_DATE", "society,CORRECTED_AWAY");
    assertThat(
            view.lines(
                TableName.silver("correction"), "unit_id", "corrected_value", "n_cells", "place"))
        .containsExactlyInAnyOrder(
            "310000,8888.0,1,corrections.csv line 2", "440100,null,1,corrections.csv line 3");
    assertThat(
            view.lines(OBSERVATION, "unit_id", "year", "indicator_code", "value", "is_corrected"))
        .contains("310000,2020,gdp,8888.0,true")
        .noneMatch(line -> line.startsWith("440100,2021,pop_resident"));
    assertThat(
            view.lines(VALUE, "scenario_id", "unit_id", "year", "indicator_code", "is_corrected"))
        .contains("mini,310000,2020,w1,true", "mini,310000,2019,w1,false");
    gdpPerHead(view);
    wrongCorrections(home);
  }

  /** A home with a second source of GDP, in vintages, and with corrections. */
  private static MiniHome revised(Path folder) {
    MiniHome home = MiniHome.write(folder);
    home.put(
        "conf/sources/revision.conf",
        """
        title = "Made-up figures: revised GDP"
        path = ${home}"/in/revision.csv"
        unit-column = city
        year-column = year
        vintage.column = published
        columns { gdp { indicator = gdp, unit = "10^8 CNY" } }
        precedence = 50
        max-quarantine-share = 0.5
        simulated = true
        """);
    home.put(
        "in/revision.csv",
        """
        city,year,published,gdp
        Beijing City,2019,2020,5000
        Běijīng,2019,2021-06,5100
        天 津,2019,soon,5200
        """);
    home.put(
        "conf/corrections.csv",
        HEAD
            + "economy,310000,2020,gdp,8888,one digit too many,made up,2026-01-31,tester\n"
            + "society,440100,2021,pop_resident,,belongs to another city,made up,2026-01-31,tester\n");
    home.edit(
        "conf/renxing.conf",
        conf ->
            conf.replaceFirst("\\[economy, society\\]", "[economy, society, revision]")
                .replaceFirst(
                    "corrections.files = .*", "corrections.files = [\"conf/corrections.csv\"]"));
    home.edit("conf/scenarios/mini-side.conf", conf -> conf + "as-of = \"2020-12-31\"\n");
    return home;
  }

  /** The scenario of an earlier day sees the earlier vintage. */
  private static void gdpPerHead(LakeView view) {
    double now = raw(view, "mini");
    double then = raw(view, "mini-side");
    assertThat(then / now).isCloseTo(5000.0 / 5100, org.assertj.core.data.Offset.offset(1e-12));
  }

  private static double raw(LakeView view, String scenario) {
    String start = scenario + ",110000,2019,w1,";
    return view
        .lines(VALUE, "scenario_id", "unit_id", "year", "indicator_code", "raw_value")
        .stream()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElseThrow();
  }

  private static void wrongCorrections(MiniHome home) {
    home.put(
        "conf/corrections.csv", HEAD + "economi,310000,2020,gdp,much,,made up,January,tester\n");
    Launcher.Ended refused = home.launcher().run("nightly");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "corrections.csv line 2: source_id 'economi' is no source",
            "corrections.csv line 2: reason is empty",
            "value 'much' is no number",
            "date 'January' is no day");
    home.put(
        "conf/corrections.csv",
        HEAD + "economy,650100,2020,gdp,1,no such cell,made up,2026-01-31,tester\n");
    Launcher.Ended stopped = home.launcher().run("nightly");
    assertThat(stopped.exitCode()).isEqualTo(1);
    assertThat(stopped.err())
        .contains("silver.correction", "a correction names a cell that its source gives", "650100");
  }
}
