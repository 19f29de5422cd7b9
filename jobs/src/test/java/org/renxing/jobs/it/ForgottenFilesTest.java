package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renxing.run.Warning.Kind.EMPTY_FILE;
import static org.renxing.run.Warning.Kind.MISSING_FILE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.Pipeline;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.run.Step;
import org.renxing.testing.SparkExtension;

/** What files brought that are no longer there can be dropped, and nothing else. */
@ExtendWith(SparkExtension.class)
class ForgottenFilesTest {
  private static final String A = SourceFolder.HEAD + "110000,2018,1\n110000,2019,2\n";
  private static final String B = SourceFolder.HEAD + "120000,2018,3\n";
  private static final String NO_ROWS = SourceFolder.HEAD;

  @Test
  void theRowsOfAMissingFileGo(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A, "b", B, "c", NO_ROWS));
    Step.Outcome first = lake.ingest("");
    assertThat(SourceFolder.kinds(first)).containsExactly(EMPTY_FILE);
    assertThat(first.warnings().get(0).text()).contains("source many: file c has no rows");
    assertThat(SourceFolder.kinds(lake.ingest(""))).as("still").containsExactly(EMPTY_FILE);
    lake.hold(Map.of("b", B));
    assertThat(SourceFolder.kinds(lake.ingest(""))).containsExactly(MISSING_FILE, MISSING_FILE);
    refused(lake);

    Step.Outcome dropped = lake.forget("c", "a", "a");
    assertThat(dropped.status()).isEqualTo(Step.Status.DONE);
    assertThat(dropped.rows()).isEqualTo(2);
    assertThat(lake.rows()).hasSize(1).allMatch(row -> row.startsWith("b "));
    long version = lake.version();
    assertThat(lake.forget("a").status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(lake.forget("c", "a").status()).isEqualTo(Step.Status.UNCHANGED);
    Step.Outcome next = lake.ingest("");
    assertThat(next.status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(next.warnings()).isEmpty();
    assertThat(lake.version()).isEqualTo(version);

    // back again, it counts again
    lake.hold(Map.of("a", A, "b", B)).ingest("");
    assertThat(lake.rows()).hasSize(3).anyMatch(row -> row.startsWith("a 3 "));
    emptied(lake);
    lake.loseRecord();
    lake.hold(Map.of("b", B));
    assertThat(lake.forget("a").rows()).as("by the rows alone").isEqualTo(2);
    assertThat(lake.rows()).hasSize(1);
    lake.loseRecord();
    assertThat(lake.forget("a").status()).isEqualTo(Step.Status.UNCHANGED);
  }

  /** A file that lost all its rows, and one that lost some. */
  private static void emptied(SourceFolder lake) {
    Step.Outcome none = lake.hold(Map.of("a", A, "b", NO_ROWS)).ingest("");
    assertThat(SourceFolder.kinds(none)).containsExactly(EMPTY_FILE);
    assertThat(lake.rows()).hasSize(2);
    String less = A.replace("110000,2018,1\n", "");
    assertThat(SourceFolder.kinds(lake.hold(Map.of("a", less, "b", NO_ROWS)).ingest("")))
        .containsExactly(EMPTY_FILE);
    assertThat(lake.hold(Map.of("a", A, "b", B)).ingest("").warnings()).isEmpty();
    assertThat(lake.rows()).hasSize(3);
  }

  /** After an upgrade no row of any file comes anew; which ones are empty is looked up once. */
  @Test
  void oneLookTellsAllEmptyFiles(@TempDir Path folder, SparkSession spark) {
    int few = jobsAfterUpgrade(folder.resolve("few"), spark, 2);
    int many = jobsAfterUpgrade(folder.resolve("many"), spark, 10);
    assertThat(many - few).as("jobs for 8 files more").isLessThan(8);
  }

  private static int jobsAfterUpgrade(Path folder, SparkSession spark, int files) {
    Map<String, String> texts = new TreeMap<>(Map.of("c", NO_ROWS, "d", NO_ROWS));
    for (int i = 0; i < files; i++) {
      texts.put("a" + i, A);
    }
    SourceFolder lake = SourceFolder.at(folder, spark).hold(texts);
    lake.ingest("");
    lake.asOfAFormerVersion();
    int before = spark.sparkContext().dagScheduler().numTotalJobs();
    Step.Outcome outcome = lake.ingest("");
    int jobs = spark.sparkContext().dagScheduler().numTotalJobs() - before;
    assertThat(outcome.rows()).isZero();
    assertThat(SourceFolder.kinds(outcome)).containsExactly(EMPTY_FILE, EMPTY_FILE);
    assertThat(lake.rows()).hasSize(2 * files);
    return jobs;
  }

  private static void refused(SourceFolder lake) {
    long version = lake.version();
    Map<List<String>, String> said =
        Map.of(
            List.of("b"), "file b is there",
            List.of("a", "b"), "file b is there",
            List.of("d"), "no file d was taken in; no longer there are a, c",
            List.of("a", "A"), "no file A was taken in",
            List.of("many/a"), "no file many/a was taken in",
            List.of("*"), "no file * was taken in");
    said.forEach(
        (files, message) ->
            assertThatThrownBy(() -> lake.forget(files.toArray(String[]::new)))
                .as(files.toString())
                .isInstanceOf(RenxingException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((RenxingException) e).code())
                .isEqualTo(ErrorCode.USAGE));
    assertThatThrownBy(() -> Pipeline.forgetting(lake.settings(), "mani", List.of("a")))
        .hasMessageContainingAll("no source 'mani'", "economy, many, society");
    assertThat(lake.version()).as("all or nothing").isEqualTo(version);
    assertThat(lake.rows()).hasSize(3);
  }
}
