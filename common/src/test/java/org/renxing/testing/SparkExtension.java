package org.renxing.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.renxing.lake.LakeSession;
import org.renxing.lake.OneLoader;

/** Gives test methods and constructors the one shared session of the test JVM. */
public final class SparkExtension implements ParameterResolver {

  /** The shared session; for jqwik properties, which take no JUnit parameters. */
  public static SparkSession session() {
    SparkSession session = Holder.SESSION;
    OneLoader.adopt();
    return session;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  private static final class Holder {
    static final SparkSession SESSION = start();

    private static SparkSession start() {
      Map<String, String> keys = new LinkedHashMap<>();
      keys.put("spark.master", "local[2]");
      keys.put("spark.sql.shuffle.partitions", "2");
      keys.put("spark.default.parallelism", "2");
      keys.put("spark.ui.enabled", "false");
      keys.put("spark.databricks.delta.snapshotPartitions", "1");
      keys.put("spark.driver.host", "127.0.0.1");
      keys.put("spark.driver.bindAddress", "127.0.0.1");
      keys.put("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/warehouse");
      keys.put("spark.sql.debug.maxToStringFields", "2000");
      return LakeSession.start(keys);
    }
  }
}
