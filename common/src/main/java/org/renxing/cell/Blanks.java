package org.renxing.cell;

/**
 * Characters that show nothing: those that Java calls white space, the spaces of Unicode (no-break
 * spaces and the ideographic space U+3000 among them), and marks of no width (U+200B to U+200F,
 * U+2060, U+FEFF).
 */
public final class Blanks {
  private Blanks() {}

  /** Whether the character is one. */
  public static boolean isBlank(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\u001C' && c <= '\u001F');
    }
    return c >= '\u007F'
        && (c == '\u0085'
            || Character.isSpaceChar(c)
            || (c >= '\u200B' && c <= '\u200F')
            || c == '\u2060'
            || c == '\uFEFF');
  }

  /** The text without blanks at its ends. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether there is nothing to see in a text. */
  public static boolean areAll(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
