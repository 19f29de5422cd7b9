package org.renxing.jobs.cli.method;

import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.cli.Workspace;

/** The session of one method: small, and left alone where it was there before. */
final class MethodSession {
  /** Keys for small runs on one machine; those of conf/renxing.conf without the lake's. */
  private static final Map<String, String> KEYS =
      Map.of(
          "spark.sql.shuffle.partitions", "2",
          "spark.default.parallelism", "2",
          "spark.ui.enabled", "false",
          "spark.sql.debug.maxToStringFields", "2000");

  private MethodSession() {}

  /** Runs the method and stops the session if this call started it. */
  static Answer run(Function<SparkSession, Answer> method) {
    boolean isShared = SparkSession.getDefaultSession().nonEmpty();
    SparkSession spark = Workspace.session(KEYS);
    try {
      return method.apply(spark);
    } finally {
      if (isShared) {
        spark.catalog().clearCache();
      } else {
        spark.stop();
      }
    }
  }
}
