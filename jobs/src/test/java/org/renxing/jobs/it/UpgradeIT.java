package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.cli.Ended;
import org.renxing.lake.ReleaseSql;
import org.renxing.lake.Releases;
import org.renxing.model.TableName;
import org.renxing.run.RunLog;
import org.renxing.testing.SparkExtension;

/**
 * A home that commit 8b01b5c left, configuration and all, under the present code; its README says
 * how it was made.
 */
@ExtendWith(SparkExtension.class)
class UpgradeIT {
  private static final TableName COUPLING = TableName.gold("coupling_unit_year");
  private static final TableName STEP = new TableName("ops", "step");

  @TempDir private Path folder;
  private MiniHome home;
  private LakeView view;

  @BeforeEach
  void unpack(SparkSession spark) {
    LakeDamage.unzip("/lakes/8b01b5c.zip", folder);
    home = new MiniHome(folder);
    view = LakeView.of(spark, home);
  }

  @Test
  void aFormerLakeIsReadAddedToAndPublished() throws IOException {
    String run = view.lines(RunLog.RUN.name(), "run_id").get(0);
    List<String> before = assertReadable("r00001-", run);

    home.setCell(MiniHome.ECONOMY, 4, 2, "2740.00");
    home.nightly(view.lake(), Map.of());
    List<String> after = assertReadable("r00002-", run);
    assertThat(after).hasSameSizeAs(before).isNotEqualTo(before);
    assertThat(view.lines(RunLog.RUN.name(), "run_id")).hasSize(2).contains(run);
    assertThat(view.lake().read(STEP).where("warnings IS NULL").count())
        .as("steps that the former version logged")
        .isPositive();
    assertThat(view.lake().read(new TableName("bronze", "economy")).count())
        .as("a row that went and one that came")
        .isEqualTo(32 + 2);
    assertThat(view.lines(TableName.silver("observation"), "unit_id", "year", "value"))
        .contains("110000,2020,2740.0");

    Map<String, Long> changed = changed();
    assertThat(changed)
        .as("the one figure in both scenarios, and what rests on it")
        .containsEntry("gold.indicator_value_unit_year", 2L)
        .containsEntry(COUPLING.toString(), 32L)
        .doesNotContainKeys("gold.dim_unit", "gold.dim_indicator", "gold.comparability_unit_year");
    assertThat(rows("r00001")).as("the former release still reads").isEqualTo(before.size() - 1L);
  }

  /** Asks the commands that read; returns the exported lines without the run, their last cell. */
  private List<String> assertReadable(String release, String run) throws IOException {
    assertThat(view.release().id()).startsWith(release);
    assertThat(
            new ReleaseSql(view.lake())
                .query("SELECT count(*) FROM " + COUPLING)
                .first()
                .getLong(0))
        .isEqualTo(32);
    assertThat(succeeded("runs").out()).contains(run, release);
    String out = folder.resolve("out").toString();
    succeeded("export", "--table", "coupling_unit_year", "--scenario", "mini", "--out", out);
    return Files.readAllLines(Path.of(out, "coupling_unit_year.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  /** The tables whose rows differ between the two releases, and how many of them changed. */
  private Map<String, Long> changed() throws IOException {
    Ended ended = Ended.run("diff", "r00001", "r00002", "--json", "--home", folder.toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
    JsonNode diff = new ObjectMapper().readTree(ended.out());
    assertBehind(diff.at("/behind"));
    Map<String, Long> out = new TreeMap<>();
    for (JsonNode table : diff.at("/tables")) {
      if (Stream.of("/added", "/gone", "/changed").anyMatch(n -> table.at(n).longValue() > 0)) {
        out.put(table.at("/table").textValue(), table.at("/changed").longValue());
      }
    }
    return out;
  }

  private static void assertBehind(JsonNode behind) {
    assertThat(behind.at("/is_other_code").booleanValue()).isTrue();
    assertThat(behind.at("/are_settings_known").booleanValue())
        .as("of one hash with the one that the present version keeps")
        .isTrue();
    assertThat(behind.at("/settings")).isEmpty();
    assertThat(behind.at("/sources")).hasSize(1);
    JsonNode source = behind.at("/sources/0");
    assertThat(source.at("/source").textValue()).isEqualTo("economy");
    assertThat(source.at("/files/0").toString())
        .isEqualTo("{\"file\":\"economy.csv\",\"rows_a\":32,\"rows_b\":32,\"came\":1,\"went\":1}");
    assertThat(behind.at("/not_read")).isEmpty();
  }

  private long rows(String id) {
    Releases releases = new Releases(view.lake());
    return releases
        .reader(releases.find(id).orElseThrow(), COUPLING)
        .orElseThrow()
        .rows(Optional.empty())
        .rows()
        .size();
  }

  private Ended succeeded(String command, String... options) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(options));
    line.addAll(List.of("--home", folder.toString()));
    Ended ended = Ended.run(line.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }
}
