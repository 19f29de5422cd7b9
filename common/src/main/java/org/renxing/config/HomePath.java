package org.renxing.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Takes relative paths from the home folder; URIs and absolute paths stay as they are. */
final class HomePath {
  private static final Pattern FIXED = Pattern.compile("^(?:/|[A-Za-z][A-Za-z0-9+.-]*:).*");

  private HomePath() {}

  static String of(Path home, String path) {
    return path.isEmpty() || FIXED.matcher(path).matches() ? path : home + "/" + path;
  }
}
