package org.renxing.jobs.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeSession;
import org.renxing.lake.OneLoader;
import org.renxing.model.LakeAccess;

/**
 * The lake, open for the time of one command. A session is started when the lake first needs one:
 * embedded Spark unless spark-submit has set a master; keys that spark-submit gives win over those
 * of the configuration.
 */
public final class Workspace implements AutoCloseable {
  private final Map<String, String> keys;
  private final int heldRows;
  private final Configuration hadoop;
  private final Lake lake;
  private Optional<SparkSession> session = Optional.empty();

  private Workspace(Map<String, String> keys, String lakePath, int heldRows) {
    this.keys = keys;
    this.heldRows = heldRows;
    this.hadoop = LakeSession.hadoop(keys(keys));
    this.lake = lake(lakePath);
  }

  /** Opens the lake of a configuration, without a session. */
  public static Workspace open(org.renxing.config.Configuration configuration) {
    return open(configuration.settings().lakeAccess());
  }

  /** Opens a lake, without a session. */
  public static Workspace open(LakeAccess access) {
    Map<String, String> keys = new LinkedHashMap<>(access.spark());
    access.sparkSecrets().forEach((key, secret) -> keys.put(key, secret.reveal()));
    return new Workspace(keys, access.path(), access.heldRows());
  }

  /** Opens the lake of a configuration, for work that is done by Spark. */
  public static Workspace start(org.renxing.config.Configuration configuration) {
    Workspace out = open(configuration);
    out.session();
    return out;
  }

  /**
   * Opens the lake of a configuration for work of which what is large is done by Spark: a cluster
   * is reached at once, and a session in this JVM is started when it is first needed.
   */
  public static Workspace ready(org.renxing.config.Configuration configuration) {
    Workspace out = open(configuration);
    if (!LakeSession.isEmbedded(keys(out.keys))) {
      out.session();
    }
    return out;
  }

  private synchronized SparkSession session() {
    if (session.isEmpty()) {
      session = Optional.of(session(keys));
    }
    OneLoader.adopt(); // by whichever thread asks
    return session.get();
  }

  /** A session for commands that need no lake. */
  public static SparkSession session(Map<String, String> configured) {
    return LakeSession.start(keys(configured));
  }

  private static Map<String, String> keys(Map<String, String> configured) {
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
    return keys;
  }

  /** The lake. */
  public Lake lake() {
    return lake;
  }

  /** Another lake, reached with the same keys. */
  public Lake lake(String path) {
    return new Lake(this::session, hadoop, path, heldRows);
  }

  @Override
  public synchronized void close() {
    session.ifPresent(LakeSession::stop);
  }
}
