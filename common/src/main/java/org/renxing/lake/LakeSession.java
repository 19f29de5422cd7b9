package org.renxing.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Starts the Spark session with which the lake is read and written. */
public final class LakeSession {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone", "UTC");

  private LakeSession() {}

  /** A session with the keys that Delta needs, and the given ones where Spark has no value yet. */
  public static SparkSession start(Map<String, String> keys) {
    Map<String, String> all = new LinkedHashMap<>(keys);
    all.putAll(REQUIRED);
    SparkSession.Builder builder = SparkSession.builder().appName("renxing");
    all.forEach(builder::config);
    return builder.getOrCreate();
  }
}
