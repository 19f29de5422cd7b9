package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.jobs.trace.Trace;
import org.renxing.jobs.trace.TraceQuery;
import org.renxing.jobs.trace.Tracer;
import org.renxing.jobs.upkeep.LakeUpkeep;
import org.renxing.lake.ReleaseActions;
import org.renxing.lake.Releases;
import org.renxing.lake.Upkeep;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;

/** Runs, releases and upkeep in turn: what is kept reads as before, and runs go on as before. */
@ExtendWith(SparkExtension.class)
class UpkeepRunsTest {
  private static final int GDP = 2;
  private static final Map<String, String> NO_GRACE = Map.of("lake.maintain.grace-minutes", "0");

  @Test
  void upkeepLeavesWhatIsKeptAndRunsAsTheyWere(@TempDir Path folder, SparkSession spark) {
    MiniHome home = MiniHome.write(folder);
    LakeView view = LakeView.of(spark, home);
    home.nightly(view.lake(), Map.of());
    Configuration configuration =
        ConfigurationLoader.load(folder, "default", NO_GRACE, name -> Optional.empty());
    new ReleaseActions(view.lake(), "r").name("r00001", "yearbook");
    for (String gdp : List.of("2000", "3000")) {
      home.setCell(MiniHome.ECONOMY, 2, GDP, gdp);
      home.nightly(view.lake(), Map.of());
    }
    List<String> kept = List.of("r00001", "r00003");
    SortedMap<String, List<String>> before = rows(view, kept);
    Trace traced = trace(view, configuration);
    SortedMap<String, Long> versions = view.versions();

    Upkeep.Result result =
        LakeUpkeep.run(configuration, view.lake(), OptionalInt.of(1), "maintain --keep 1");
    assertThat(result.skipped()).isEmpty();
    assertThat(result.removed()).singleElement().asString().startsWith("r00002-");
    assertThat(result.after().total().bytes()).isLessThan(result.before().total().bytes());
    LakeView later = LakeView.of(spark, home);
    assertThat(rows(later, kept)).isEqualTo(before);
    assertThat(trace(later, configuration)).isEqualTo(traced);
    home.nightly(later.lake(), Map.of());
    assertThat(later.release().id()).startsWith("r00003-");
    assertThat(later.versions()).as("nothing is made again").isEqualTo(versions);

    goBack(home, later);
    assertThat(rows(later, kept)).isEqualTo(before);
  }

  /** Readers see what they saw then, until a run publishes what follows from the present. */
  private static void goBack(MiniHome home, LakeView view) {
    new ReleaseActions(view.lake(), "r").rollBack("yearbook", "v");
    String rollback = view.release().id();
    assertThat(rollback).startsWith("r00004-");
    home.nightly(view.lake(), Map.of());
    assertThat(view.release().id())
        .startsWith("r00005-")
        .endsWith(new Releases(view.lake()).require("r00003").id().substring(6));
    assertThat(warnings(view))
        .anyMatch(
            text ->
                text.startsWith("ROLLBACK_ENDED: release " + rollback + " went back to r00001-"));
  }

  private static Trace trace(LakeView view, Configuration configuration) {
    Trace out =
        new Tracer(view.lake(), configuration.settings())
            .trace(
                new TraceQuery("mini", "110000", 2018, Optional.of("w1"), Optional.of("yearbook")));
    assertThat(out.toString()).contains("r00001-").doesNotContain("no longer there");
    return out;
  }

  /** The rows of all tables of releases, in an order of their own. */
  private static SortedMap<String, List<String>> rows(LakeView view, List<String> releases) {
    SortedMap<String, List<String>> out = new TreeMap<>();
    for (String id : releases) {
      Releases known = new Releases(view.lake());
      Releases.Release release = known.require(id);
      for (TableName table : release.tables()) {
        out.put(
            id + " " + table,
            known.reader(release, table).orElseThrow().rows(Optional.empty()).rows().stream()
                .map(Row::mkString)
                .sorted()
                .toList());
      }
    }
    assertThat(out).hasSizeGreaterThan(30);
    return out;
  }

  private static List<String> warnings(LakeView view) {
    return view
        .lake()
        .read(new TableName("ops", "step"))
        .selectExpr("explode(warnings)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
