package org.renxing.config;

import java.util.regex.Pattern;

/** Which paths a lake may have. */
final class LakePath {
  /** What Spark, Hadoop or SQL read as something other than part of a name. */
  private static final Pattern SIGNS = Pattern.compile("[`*?\\[\\]{}\\\\\\p{Cntrl}]");

  /** What Delta takes for a version or a time. */
  private static final Pattern VERSION = Pattern.compile("@(?:v\\d+|\\d{17})(?:/|$)");

  private LakePath() {}

  /** Reports a path that cannot be that of a lake. */
  static void check(Section lake, String path) {
    if (SIGNS.matcher(path).find()) {
      lake.problem("path", "may not have ` * ? [ ] { } \\ or control characters");
    } else if (VERSION.matcher(path).find()) {
      lake.problem("path", "no folder of it may end in @v1 or the like, which names a version");
    }
  }
}
