package org.renxing.cell;

/**
 * Full-width forms of ASCII (U+FF01 to U+FF5E) as plain characters, the signs of minus (U+2212,
 * U+FE63) as a hyphen. Other forms stay as they are: the small or circled digit of a footnote mark
 * is no digit of the number before it.
 */
final class FullWidth {
  private FullWidth() {}

  /** The text in plain characters; itself where it has no others. */
  static String narrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(narrow((char) c)));
        return out.toString();
      }
    }
    return text;
  }

  private static char narrow(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    return c == '\u2212' || c == '\uFE63' ? '-' : c;
  }
}
