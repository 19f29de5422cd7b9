package org.renxing.model;

import java.util.Map;

/**
 * How a lake is reached.
 *
 * @param path root folder or URI of the lake
 * @param heldRows how many rows of a table are held in this JVM at most
 * @param spark session keys as given; secrets apart
 * @param sparkSecrets session keys whose values are secrets
 */
public record LakeAccess(
    String path, int heldRows, Map<String, String> spark, Map<String, Secret> sparkSecrets) {
  public LakeAccess {
    spark = SortedCopy.of(spark);
    sparkSecrets = SortedCopy.of(sparkSecrets);
  }
}
