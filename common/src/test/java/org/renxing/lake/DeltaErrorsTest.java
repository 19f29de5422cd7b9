package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** What failed below the product, in its words. */
class DeltaErrorsTest {
  private static final String FULL = "No space left on device";

  @Test
  void aFullDiskIsStorageHoweverItIsTold() {
    RenxingException local =
        DeltaErrors.translate(
            "gold.x", new IllegalStateException("x", new Error(new IOException(FULL))));
    assertThat(local.code()).isEqualTo(ErrorCode.STORAGE);
    assertThat(local)
        .hasMessage(
            "gold.x: storage failed: No space left on device; check the storage, then run again");

    // as a task on another machine tells it, whose exception did not come along
    String text =
        "Job aborted: Lost task 0.0: java.io.IOException: " + FULL + "\n\tat a.B.c(B.java)";
    RenxingException remote =
        DeltaErrors.translate("gold.x", new SparkException(text, new RuntimeException()));
    assertThat(remote.code()).isEqualTo(ErrorCode.STORAGE);
    assertThat(remote).hasMessage(local.getMessage());
  }

  @Test
  void theMessageIsOneLine() {
    IOException stack = new IOException("failure to login: who\n\tat a.B.c(B.java:1)");
    assertThat(DeltaErrors.translate("renxing", stack))
        .hasMessage(
            "renxing: storage failed: failure to login: who; check the storage, then run again");
    assertThat(DeltaErrors.translate("renxing", new RuntimeException("a\nb")).code())
        .isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void whatIsKnownStaysAsItIs() {
    RenxingException known = new RenxingException(ErrorCode.DATA_CHECK, "a row too many");
    assertThat(DeltaErrors.translate("x", new RuntimeException(known))).isSameAs(known);
  }

  @Test
  void aMasterThatIsDownIsTheCluster() {
    RenxingException refused =
        notStarted(
            () -> {
              throw new IllegalStateException("Spark context stopped while waiting for backend");
            });
    assertThat(refused.code()).isEqualTo(ErrorCode.CLUSTER);
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused)
        .hasMessageStartingWith("the cluster at spark://h:7077 cannot be used: Spark context stop");
    RenxingException misspelt =
        notStarted(() -> undeclared("Could not parse Master URL: 'sparky'"));
    assertThat(misspelt.code()).isEqualTo(ErrorCode.USAGE);
    assertThat(misspelt).hasMessageContaining("write spark://HOST:PORT, yarn, k8s://URL or local");
    RenxingException away = notStarted(() -> undeclared("Yarn application has already ended!"));
    assertThat(away.code()).isEqualTo(ErrorCode.CLUSTER);
  }

  private static RenxingException notStarted(Supplier<SparkSession> start) {
    return catchThrowableOfType(
        RenxingException.class, () -> ClusterSession.start("spark://h:7077", start));
  }

  /** As Scala code throws. */
  private static SparkSession undeclared(String message) {
    DeltaErrorsTest.<RuntimeException>sneak(new SparkException(message, new RuntimeException()));
    return null;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable e) throws E {
    throw (E) e;
  }
}
