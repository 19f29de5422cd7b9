package org.renxing.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists the leaves of a merged tree, without secrets. */
final class Entries {
  private final Places places;
  private final List<ConfigurationEntry> out = new ArrayList<>();

  private Entries(Places places) {
    this.places = places;
  }

  static List<ConfigurationEntry> of(ConfigObject root, Places places) {
    Entries entries = new Entries(places);
    entries.walk(root, "", false);
    entries.out.sort(Comparator.comparing(ConfigurationEntry::path));
    return entries.out;
  }

  /** The values by their paths. */
  static SortedMap<String, String> byPath(List<ConfigurationEntry> entries) {
    SortedMap<String, String> out = new TreeMap<>();
    entries.forEach(entry -> out.put(entry.path(), entry.value()));
    return out;
  }

  /** SHA-256, in hexadecimal digits, over paths and values; secrets do not count. */
  static String hash(List<ConfigurationEntry> entries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ConfigurationEntry entry : entries) {
        if (!entry.value().equals(Secrets.HIDDEN)) {
          String line = entry.path() + "=" + entry.value() + "\n";
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void walk(ConfigValue value, String path, boolean isSecret) {
    if (value instanceof ConfigObject object
        && !object.isEmpty()
        && !(isSecret && Secrets.isReference(value))) {
      for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
        String key = entry.getKey();
        walk(entry.getValue(), Paths.child(path, key), isSecret || Secrets.isSecretKey(path, key));
      }
    } else if (value instanceof ConfigList list && list.stream().anyMatch(Entries::isNested)) {
      for (int i = 0; i < list.size(); i++) {
        walk(list.get(i), Paths.element(path, i), isSecret);
      }
    } else if (value.valueType() != ConfigValueType.NULL) {
      String origin = places.of(value, path).toString();
      out.add(new ConfigurationEntry(path, text(value, isSecret), origin));
    }
  }

  private static boolean isNested(ConfigValue value) {
    return value instanceof ConfigObject || value instanceof ConfigList;
  }

  private static String text(ConfigValue value, boolean isSecret) {
    String text = value.render(ConfigRenderOptions.concise());
    return isSecret || Secrets.hidesSecret(text) ? Secrets.HIDDEN : text;
  }
}
