package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.testing.SparkExtension;

/** What a scenario refers to and is not there stops the plan, before any step. */
@ExtendWith(SparkExtension.class)
class ReferencesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "groupings = [regoin3] | .groupings: units have no grouping 'regoin3'; there are:"
            + " coast, endowment,",
        // eight cities, of which 130200 alone is a resource-based one
        "units.ids = [\"110000\", \"310000\"], groupings = [life_cycle] | .groupings: 'life_cycle'"
            + " is empty for each of its units; there are: coast, is_exhausted, is_resource_based, level,"
            + " province_code, province_name, province_name_en, region3, region4, region7,"
            + " region7_zh",
        "units.ids = [\"110000\", \"999999\"] | .units.ids: no unit has the id 999999; ids are"
            + " those of silver.dim_unit",
        "units.levels = [municipality, prefecture] , units.ids = [\"130100\"] | .units: no unit of"
            + " these levels and ids is in force in 2021; there are:",
        "units.levels = [prefecture_city, towns] | .units.levels: no unit is of the level 'towns';"
            + " there are:",
        "missing { fallback = group-median, fallback-group = region9 } | .missing.fallback-group:"
            + " units have no grouping 'region9'",
        "normalisation { scope = frozen, frozen-release = r00009 } | .normalisation.frozen-release:"
            + " no release 'r00009' holds this scenario",
        "weights = [{ id = entropy, method = entropy, within = system, scope = frozen,"
            + " frozen-release = r00009 }] | .weights: no release 'r00009' holds this scenario",
        "dea = [{ id = m, scheme = entropy, systems = [care, wealth], reference = \"group:region9\""
            + " }] | .dea: units have no grouping 'region9'",
        "space { weights = adjacency, adjacency.file = none.csv } | .space.adjacency.file:",
      })
  void isNamedWithWhatThereIs(String line, String problem, SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    home.edit("conf/scenarios/mini.conf", text -> text + line + "\n");
    RenxingException error = preview(home, spark);
    assertThat(error.code()).isEqualTo(ErrorCode.CONFIGURATION);
    assertThat(error.getMessage().lines())
        .singleElement()
        .asString()
        .contains("scenarios.mini" + problem);
    assertThat(error).hasMessageStartingWith("conf/scenarios/mini.conf");
  }

  @Test
  void eventsNameUnits(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    home.put("conf/events/war.conf", "title = War\nyear = 2019\nunits = [\"990000\"]\nsource = x");
    home.edit("conf/scenarios/mini.conf", text -> text + "resource.events = [war]\n");
    assertThat(preview(home, spark))
        .hasMessageContaining("resource.events: event war: no unit has the id 990000");
  }

  @Test
  void allAreToldAtOnceAndListsOnce(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    for (String scenario : List.of("mini", "mini-side")) {
      home.edit("conf/scenarios/" + scenario + ".conf", t -> t + "groupings = [a, b]\n");
    }
    List<String> lines = preview(home, spark).getMessage().lines().toList();
    assertThat(lines).hasSize(4).filteredOn(l -> l.contains("there are:")).hasSize(1);
    assertThat(lines.get(3)).contains("scenarios.mini-side.groupings: units have no grouping 'b'");
  }

  @Test
  void whatNobodyWroteIsNotMissed(SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    home.edit("conf/scenarios/mini.conf", t -> t.replaceFirst("groupings = .*", ""));
    NightlyRun run = run(home, spark);
    assertThatCode(() -> run.preview(plan -> assertThat(plan).hasSizeGreaterThan(20)))
        .doesNotThrowAnyException();
  }

  private static RenxingException preview(MiniHome home, SparkSession spark) {
    NightlyRun run = run(home, spark);
    return catchThrowableOfType(RenxingException.class, () -> run.preview(plan -> {}));
  }

  private static NightlyRun run(MiniHome home, SparkSession spark) {
    return new NightlyRun(
        ConfigurationLoader.load(home.folder(), "default", Map.of(), name -> Optional.empty()),
        new Lake(spark, home.lake()),
        new RunRequest("nightly", Optional.empty(), List.of()));
  }
}
