package org.renxing.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes key paths as people read them. */
final class Paths {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private static final Pattern FIXED = Pattern.compile("^(?:/|[A-Za-z][A-Za-z0-9+.-]*:).*");

  private Paths() {}

  /** The path of a key in the object at the given path. Session keys stand as Spark knows them. */
  static String child(String path, String key) {
    if (path.equals("spark") && key.startsWith("spark.")) {
      return key;
    }
    String written = PLAIN.matcher(key).matches() ? key : '"' + key + '"';
    return path.isEmpty() ? written : path + "." + written;
  }

  static String element(String path, int index) {
    return path + "[" + index + "]";
  }

  /** A relative path from the home folder; URIs and absolute paths stay as they are. */
  static String fromHome(Path home, String path) {
    return path.isEmpty() || FIXED.matcher(path).matches() ? path : home + "/" + path;
  }
}
