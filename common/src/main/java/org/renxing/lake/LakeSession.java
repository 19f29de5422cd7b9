package org.renxing.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.renxing.jvm.JvmSettings;
import scala.Option;

/** Starts the Spark session with which the lake is read and written. */
public final class LakeSession {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.variable.substitute", "false");

  private LakeSession() {}

  /**
   * A session with the keys that Delta needs, and the given ones where Spark has no value yet.
   * Where tasks run in this JVM, this thread and those that it starts take over the class loader of
   * the tasks ({@link OneLoader}), unless there are other plugins; elsewhere executors are started
   * with the environment of the product ({@link ExecutorSettings}). Locale and time zone of this
   * JVM become those of the product ({@link JvmSettings}).
   *
   * @throws org.renxing.model.RenxingException USAGE where this JVM does not use UTF-8
   */
  public static SparkSession start(Map<String, String> keys) {
    JvmSettings.pin();
    Map<String, String> all = new LinkedHashMap<>(keys);
    all.putAll(REQUIRED);
    boolean isNew = !isThere();
    boolean isOurs = isNew && isEmbedded(keys);
    if (isOurs) {
      OneLoader.complete(all);
      OneLoader.remember();
    } else if (isNew) {
      ExecutorSettings.complete(all);
    }
    SparkSession.Builder builder = SparkSession.builder().appName("renxing");
    all.forEach(builder::config);
    SparkSession spark = builder.getOrCreate();
    if (isOurs) {
      OneLoader.adopt();
    }
    return spark;
  }

  /** Whether a session is at work already. */
  private static boolean isThere() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    return session.isDefined() && !session.get().sparkContext().isStopped();
  }

  /** Whether tasks run in this JVM. */
  private static boolean isEmbedded(Map<String, String> keys) {
    String master = System.getProperty("spark.master", keys.getOrDefault("spark.master", ""));
    return master.equals("local") || master.startsWith("local[");
  }
}
