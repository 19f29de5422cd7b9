package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.console.Workspace;

/** The session of one method: small, and one that was there before is used and left as it was. */
final class MethodSession {
  /** Keys for small runs on one machine; those of conf/renxing.conf without the lake's. */
  private static final Map<String, String> SMALL =
      Map.of(
          "spark.sql.shuffle.partitions", "2",
          "spark.default.parallelism", "2",
          "spark.ui.enabled", "false",
          "spark.sql.debug.maxToStringFields", "2000");

  /** Compiling plans takes seconds, and pays from millions of cells. */
  private static final Map<String, String> INTERPRETED =
      Map.of(
          "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private static final long FEW_CELLS = 1L << 20;

  private MethodSession() {}

  /** Runs the method and stops the session if this call started it. */
  static Answer run(UnitFile file, Function<SparkSession, Answer> method) {
    var present = SparkSession.getDefaultSession();
    if (present.nonEmpty()) {
      Answer answer = method.apply(present.get());
      present.get().catalog().clearCache();
      return answer;
    }
    Map<String, String> keys = new LinkedHashMap<>(SMALL);
    if (file.cells() < FEW_CELLS) {
      keys.putAll(INTERPRETED);
    }
    SparkSession spark = Workspace.session(keys);
    try {
      return method.apply(spark);
    } finally {
      spark.stop();
    }
  }
}
