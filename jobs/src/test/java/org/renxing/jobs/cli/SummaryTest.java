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
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
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
    assertThat(summary.text(""))
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
    assertThat(summary(spark, List.of(ASIDE)).text("")).contains("1 warning:\n");
    Summary none = summary(spark, List.of());
    assertThat(none.text("")).doesNotContain("warning");
    JsonNode json = new ObjectMapper().readTree(Text.json(none));
    assertThat(json.get("warningCount").asInt(-1)).isZero();
    assertThat(json.get("warnings").isArray()).isTrue();
  }

  @Test
  void aFailedRunHasTheSameShape(SparkSession spark) throws JsonProcessingException {
    StepRecord step =
        new StepRecord(
            new ReleaseStep(List.of(), List.of()),
            new Step.Outcome(Step.Status.FAILED, 0, List.of(), "", List.of(MISSING)),
            1);
    NightlyRun.Result result = new NightlyRun.Result("run", "", false, List.of(step), 2);
    ObjectMapper mapper = new ObjectMapper();
    JsonNode failed =
        mapper.readTree(
            Text.json(
                Summary.of(result, new RenxingException(ErrorCode.STORAGE, "the disk is full"))));
    assertThat(failed.get("outcome").asText()).isEqualTo("failed");
    assertThat(failed.get("exitCode").asInt()).isEqualTo(4);
    assertThat(failed.get("errorCode").asText()).isEqualTo("STORAGE");
    assertThat(failed.get("message").asText()).isEqualTo("the disk is full");
    assertThat(failed.at("/warnings/0/text").asText()).isEqualTo("file a is gone");
    assertThat(failed.at("/steps/0/status").asText()).isEqualTo("failed");

    JsonNode interrupted =
        mapper.readTree(
            Text.json(Summary.of(result, RenxingException.interrupted(130, "ended by SIGINT"))));
    assertThat(interrupted.get("outcome").asText()).isEqualTo("interrupted");
    assertThat(interrupted.get("exitCode").asInt()).isEqualTo(130);

    JsonNode done = mapper.readTree(Text.json(summary(spark, List.of())));
    assertThat(done.get("outcome").asText()).isEqualTo("done");
    assertThat(done.get("exitCode").asInt(-1)).isZero();
    assertThat(done.get("errorCode").asText("-")).isEmpty();
    assertThat(failed.fieldNames()).toIterable().containsExactlyElementsOf(() -> done.fieldNames());
  }

  private static Summary summary(SparkSession spark, List<Warning> warnings) {
    Step.Outcome outcome = new Step.Outcome(Step.Status.UNCHANGED, 0, List.of(), "", warnings);
    StepRecord step = new StepRecord(new ReleaseStep(List.of(), List.of()), outcome, 1);
    return Summary.of(
        new NightlyRun.Result("run", "r00001-0", false, List.of(step), 2),
        new Inputs(new Lake(spark, "target/no-lake")));
  }
}
