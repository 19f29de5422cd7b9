package org.renxing.model;

import java.util.Collection;
import java.util.Locale;

/**
 * Text of a file as a message may show it: one line, shortened, and without characters that steer a
 * terminal or change the direction of the text. Such a character is shown by its number, as {@code
 * \}{@code u001B}, so that two names that differ in it alone can be told apart.
 *
 * <p>All messages of {@link RenxingException} pass {@link #message}, so that nothing that a message
 * was told of a file reaches a terminal or {@code ops.run} as it was.
 */
public final class Excerpt {
  /** Characters of a cell, a head or a name that are shown. */
  public static final int CELL = 60;

  /** Characters of a list of cells, or of what a library says of a file. */
  public static final int LINE = 300;

  private static final String MORE = "…";

  private Excerpt() {}

  /** A cell, a head or another short text of a file. */
  public static String cell(String text) {
    return cut(text, CELL);
  }

  /** A longer text in which a file may be cited, such as what a library says of it. */
  public static String line(String text) {
    return cut(text, LINE);
  }

  /** Cells with commas between them, as many as a line holds, and how many more there are. */
  public static String list(Collection<String> cells) {
    StringBuilder out = new StringBuilder();
    int shown = 0;
    for (String cell : cells) {
      String next = (shown == 0 ? "" : ", ") + cell(cell);
      if (out.length() + next.length() > LINE) {
        break;
      }
      out.append(next);
      shown++;
    }
    int more = cells.size() - shown;
    return more == 0 ? out.toString() : out + String.format(Locale.ROOT, " and %d more", more);
  }

  /** A message of any length with its own line breaks; other unseen characters by number. */
  public static String message(String text) {
    return shown(text, text.length(), true);
  }

  /** Whether a text holds no character that would be shown by its number. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(Excerpt::isSeen);
  }

  private static String cut(String text, int most) {
    boolean isShort = text.codePointCount(0, Math.min(text.length(), 2 * most + 2)) <= most;
    return isShort
        ? shown(text, text.length(), false)
        : shown(text, text.offsetByCodePoints(0, most - 1), false) + MORE;
  }

  private static String shown(String text, int end, boolean hasBreaks) {
    StringBuilder out = new StringBuilder(end);
    for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isSeen(c) || (hasBreaks && (c == '\n' || c == '\t'))) {
        out.appendCodePoint(c);
      } else if (Character.isBmpCodePoint(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04X", c));
      } else {
        out.append(String.format(Locale.ROOT, "\\U%08X", c));
      }
    }
    return out.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
