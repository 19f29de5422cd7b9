package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.publish.ReleaseStep;
import org.renxing.lake.Lake;
import org.renxing.run.Inputs;
import org.renxing.run.PlanRunner.StepRecord;
import org.renxing.run.Step;
import org.renxing.run.Warning;
import org.renxing.testing.SparkExtension;

/** What the summary says of warnings, in words and as JSON. */
@ExtendWith(SparkExtension.class)
class SummaryTest {
  private static final Warning MISSING = new Warning(Warning.Kind.MISSING_FILE, "file a is gone");
  private static final Warning ASIDE = new Warning(Warning.Kind.QUARANTINED, "1 of 4 rows");

  @Test
  void warningsAreCountedAndNamed(SparkSession spark) throws JsonProcessingException {
    Summary summary = summary(spark, List.of(ASIDE, MISSING));
    assertThat(summary.text())
        .contains("2 warnings:\n  MISSING_FILE: file a is gone\n  QUARANTINED: 1 of 4 rows\n");
    JsonNode json = new ObjectMapper().readTree(Text.json(summary));
    assertThat(json.get("warningCount").asInt()).isEqualTo(2);
    assertThat(json.at("/warnings/0/kind").asText()).isEqualTo("MISSING_FILE");
    assertThat(json.at("/warnings/0/text").asText()).isEqualTo("file a is gone");
    assertThat(json.at("/warnings/0/step").asText()).isEqualTo("gold.release_table");
    assertThat(json.get("warnings")).hasSize(2);
  }

  @Test
  void oneIsOneAndNoneIsNone(SparkSession spark) throws JsonProcessingException {
    assertThat(summary(spark, List.of(ASIDE)).text()).contains("1 warning:\n");
    Summary none = summary(spark, List.of());
    assertThat(none.text()).doesNotContain("warning");
    JsonNode json = new ObjectMapper().readTree(Text.json(none));
    assertThat(json.get("warningCount").asInt(-1)).isZero();
    assertThat(json.get("warnings").isArray()).isTrue();
  }

  private static Summary summary(SparkSession spark, List<Warning> warnings) {
    Step.Outcome outcome = new Step.Outcome(Step.Status.UNCHANGED, 0, List.of(), "", warnings);
    StepRecord step = new StepRecord(new ReleaseStep(List.of(), List.of()), outcome, 1);
    return Summary.of(
        new NightlyRun.Result("run", "r00001-0", false, List.of(step), 2),
        new Inputs(new Lake(spark, "target/no-lake")));
  }
}
