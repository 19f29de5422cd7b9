package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Spark's session keys are flat names with dots, some of which are prefixes of others, so that a
 * tree cannot hold them. In each layer everything below {@code spark} becomes one key each, whether
 * it was written {@code spark.sql.x = 1} or {@code spark { "spark.sql.x" = 1 }}.
 */
final class SessionKeys {
  private static final String ROOT = "spark";

  private SessionKeys() {}

  static Config normalise(Config layer) {
    if (!(layer.root().get(ROOT) instanceof ConfigObject keys)) {
      return layer;
    }
    Map<String, ConfigValue> flat = new TreeMap<>();
    flatten(keys, ROOT, flat);
    ConfigObject out = ConfigValueFactory.fromMap(Map.of(), keys.origin().description());
    for (Map.Entry<String, ConfigValue> entry : flat.entrySet()) {
      out = out.withValue(entry.getKey(), entry.getValue());
    }
    return layer.root().withValue(ROOT, out).toConfig();
  }

  private static void flatten(ConfigObject object, String prefix, Map<String, ConfigValue> flat) {
    for (String key : Places.isMerged(object) ? object.keySet() : Set.<String>of()) {
      boolean isWhole = prefix.equals(ROOT) && (key.equals(ROOT) || key.startsWith(ROOT + "."));
      String name = isWhole ? key : prefix + "." + key;
      ConfigValue value = object.get(key);
      boolean isLeaf = Secrets.isSecretName(name) && Secrets.isReference(value);
      if (value instanceof ConfigObject inner && !isLeaf && Places.isMerged(inner)) {
        flatten(inner, name, flat);
      } else {
        flat.put(name, value);
      }
    }
  }
}
