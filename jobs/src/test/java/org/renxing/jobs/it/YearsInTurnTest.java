package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.run.Step;
import org.renxing.run.Warning;
import org.renxing.testing.SparkExtension;

/**
 * A source that is taken in by years, one run after the other: the table's record tells tables that
 * hold other years apart, so that what is made from them is made again.
 */
@ExtendWith(SparkExtension.class)
class YearsInTurnTest {
  private static final String A =
      SourceFolder.HEAD + "110000,2018,1\n110000,2019,2\n110000,2020,3\n";

  @Test
  void yearsOfAnInterruptedRunCount(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A));
    lake.ingest("2019");
    List<String> contents = new ArrayList<>(List.of(lake.content()));
    assertThat(lake.rows()).hasSize(1);

    // the rows are committed, and the run is killed before they are on record
    lake.ingest("2018");
    contents.add(lake.content());
    lake.loseRecord();
    lake.ingest("2019");
    assertThat(lake.rows()).hasSize(2);
    assertThat(contents).as("what is made from 2019 alone is stale").doesNotContain(lake.content());
    contents.add(lake.content());

    lake.ingest("2018");
    lake.ingest("2020");
    assertThat(lake.rows()).hasSize(3);
    assertThat(contents).doesNotContain(lake.content());

    Step.Outcome all = lake.ingest("");
    assertThat(all.warnings()).isEmpty();
    assertThat(lake.rows()).hasSize(3);
    assertThat(lake.content())
        .as("as a lake that took in all at once")
        .isEqualTo(fresh(folder.resolve("fresh"), spark));
  }

  /** The run after the one that took in 2018 was killed before it made anything of it. */
  @Test
  void yearsThatWereTakenInStayOnRecord(@TempDir Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A));
    lake.ingest("2019");
    String first = lake.content();
    lake.ingest("2018");
    Step.Outcome again = lake.ingest("2019");
    assertThat(again.status()).isEqualTo(Step.Status.UNCHANGED);
    assertThat(again.warnings())
        .extracting(Warning::text)
        .singleElement()
        .asString()
        .contains("only rows of 2018..2019 were taken in", "hold now: a;");
    assertThat(lake.content()).isNotEqualTo(first);
    assertThat(lake.rows()).hasSize(2);
  }

  private static String fresh(Path folder, SparkSession spark) {
    SourceFolder lake = SourceFolder.at(folder, spark).hold(Map.of("a", A));
    lake.ingest("");
    return lake.content();
  }
}
