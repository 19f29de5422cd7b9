package org.renxing.jobs.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.renxing.config.Configuration;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSession;
import org.renxing.model.Settings;

/** A session and the lake, open for the time of one command. */
public final class Workspace implements AutoCloseable {
  private final Lake lake;

  private Workspace(Lake lake) {
    this.lake = lake;
  }

  /**
   * Opens the lake of a configuration. Embedded Spark unless spark-submit has set a master; keys
   * that spark-submit gives win over those of the configuration.
   */
  public static Workspace open(Configuration configuration) {
    Settings settings = configuration.settings();
    Map<String, String> keys = new LinkedHashMap<>(settings.spark());
    settings.sparkSecrets().forEach((key, secret) -> keys.put(key, secret.reveal()));
    return new Workspace(new Lake(session(keys), settings.lakePath()));
  }

  /** A session for commands that need no lake. */
  public static SparkSession session(Map<String, String> configured) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (System.getProperty("spark.master") == null) {
      keys.put("spark.master", "local[*]");
      keys.put("spark.driver.host", "127.0.0.1");
      keys.put("spark.driver.bindAddress", "127.0.0.1");
    }
    keys.put(
        "spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/renxing-warehouse");
    keys.putAll(configured);
    keys.keySet().removeIf(key -> System.getProperty(key) != null);
    return LakeSession.start(keys);
  }

  /** The lake. */
  public Lake lake() {
    return lake;
  }

  @Override
  public void close() {
    LakeSession.stop(lake.spark());
  }
}
