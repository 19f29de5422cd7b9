package org.renxing.config;

import java.util.regex.Pattern;

/** Writes key paths as people read them. */
final class Paths {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_-]+");

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
}
