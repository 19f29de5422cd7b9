package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** What follows from a suspect figure: it is listed, does not count, or ends the run. */
@ExtendWith(SparkExtension.class)
class QualityLevelsIT {
  private static final String CELL =
      "scenario_id = 'mini' AND unit_id = '110000' AND year = 2019 AND indicator_code = 'c1'";

  @Test
  void aSuspectIsSetAsideOrEndsTheRun(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    home.edit("conf/renxing.conf", c -> c.replace("[mini, mini-side]", "[mini]"));
    home.edit(
        "conf/renxing.conf",
        c ->
            c.replace("enabled = false", "enabled = true")
                .replaceFirst("ranges \\{", "ranges { hospital_beds = [1, 500000]\n"));
    home.setCell(MiniHome.SOCIETY, 3, 3, "900000");
    LakeView view = LakeView.of(spark, home);

    home.nightly(view.lake(), level("quarantine"));
    Row suspect =
        view.released(TableName.gold("suspect_value")).where("level = 'quarantine'").first();
    assertThat(suspect.<String>getAs("unit_id") + suspect.<Integer>getAs("year"))
        .isEqualTo("1100002019");
    assertThat(suspect.<String>getAs("evidence")).contains("900000 is not from 1.0 to 500000.0");
    Row aside = value(view);
    assertThat(aside.<Double>getAs("raw_value")).isNull();
    assertThat(aside.<String>getAs("missing_reason")).isEqualTo("MISSING_INPUT:hospital_beds");
    assertThat(aside.<Double>getAs("value")).isNotNull();
    // the figure does not set the bounds of the others either
    assertThat(
            view.released(TableName.gold("indicator_value_unit_year"))
                .where("indicator_code = 'c1'")
                .selectExpr("max(value)", "max(normalised)")
                .first())
        .satisfies(
            r -> assertThat(r.getDouble(0)).isLessThan(900),
            r -> assertThat(r.getDouble(1)).isEqualTo(1.0));

    String before = view.release().id();
    assertThatThrownBy(() -> home.nightly(view.lake(), level("fail")))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code().category().exitCode()).isEqualTo(1))
        .hasMessageContaining("gold.suspect_value")
        .hasMessageContaining("110000")
        .hasMessageContaining("2019")
        .hasMessageContaining("hospital_beds");
    assertThat(view.release().id()).as("nothing is published").isEqualTo(before);
  }

  private static Map<String, String> level(String level) {
    return Map.of("quality.kinds.range.level", level);
  }

  private static Row value(LakeView view) {
    return view.released(TableName.gold("indicator_value_unit_year")).where(CELL).first();
  }
}
