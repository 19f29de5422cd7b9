package org.renxing.lake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A session whose tasks run on a cluster. Its master may be down, or go away: Spark then stops the
 * session by itself, and what is asked of it fails in many ways, all of which are this one.
 */
final class ClusterSession {
  private static final AtomicReference<Optional<SparkContext>> PRESENT =
      new AtomicReference<>(Optional.empty());

  private ClusterSession() {}

  /**
   * Starts a session.
   *
   * @throws RenxingException CLUSTER where the master does not answer, USAGE where there can be no
   *     such master
   */
  static SparkSession start(String master, Supplier<SparkSession> start) {
    PRESENT.set(Optional.empty());
    try {
      SparkSession spark = start.get();
      if (spark.sparkContext().isStopped()) {
        throw unreachable(master, "it does not answer", null);
      }
      PRESENT.set(Optional.of(spark.sparkContext()));
      return spark;
    } catch (RenxingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreachable(master, DeltaErrors.firstLine(e.getMessage()), e);
    } catch (Exception e) { // Spark throws checked ones undeclared
      throw notStarted(master, e);
    }
  }

  private static RenxingException notStarted(String master, Exception e) {
    String why = DeltaErrors.firstLine(e.getMessage());
    return why.contains("parse Master URL")
        ? new RenxingException(
            ErrorCode.USAGE,
            master + ": no master of Spark; write spark://HOST:PORT, yarn, k8s://URL or local[N]",
            e)
        : unreachable(master, why, e);
  }

  private static RenxingException unreachable(String master, String why, Exception cause) {
    return new RenxingException(
        ErrorCode.CLUSTER,
        "the cluster at "
            + master
            + " cannot be used: "
            + why
            + "; see whether its master is up and can be reached, then run again",
        cause);
  }

  /** Before the product stops the session itself. */
  static void ended() {
    PRESENT.updateAndGet(present -> present.filter(SparkContext::isStopped));
  }

  /** Whether what failed did so because the cluster stopped the session. */
  static Optional<RenxingException> lost(Exception cause) {
    return PRESENT
        .get()
        .filter(SparkContext::isStopped)
        .map(
            context ->
                new RenxingException(
                    ErrorCode.CLUSTER,
                    "the cluster at "
                        + context.master()
                        + " stopped the session; see whether its master is up, then run again",
                    cause));
  }
}
