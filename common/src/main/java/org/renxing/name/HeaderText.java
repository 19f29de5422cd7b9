package org.renxing.name;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.cell.Blanks;

/**
 * The head of a column, such as {@code 地区生产总值（亿元）}.
 *
 * @param name the head without what stands in its last brackets
 * @param bracketed what stands there, without a leading 单位: or unit:
 */
public record HeaderText(String name, Optional<String> bracketed) {
  private static final Pattern BRACKETS =
      Pattern.compile("^(.+?)\\s*[(（\\[【]([^()（）\\[\\]【】]+)[)）\\]】]$", Pattern.DOTALL);
  private static final Pattern UNIT = Pattern.compile("(?i)^(?:计量)?(?:单位|unit)\\s*[:：]\\s*");

  /** Splits a head. */
  public static HeaderText of(String head) {
    Matcher m = BRACKETS.matcher(Blanks.strip(head));
    return m.matches()
        ? new HeaderText(m.group(1).strip(), Optional.of(unit(m.group(2))))
        : new HeaderText(Blanks.strip(head), Optional.empty());
  }

  /** The text of a cell that gives a unit: without brackets around it and without 单位: or unit:. */
  public static String unit(String cell) {
    String text = Blanks.strip(cell);
    Matcher m = BRACKETS.matcher("-" + text);
    return UNIT.matcher(m.matches() && m.group(1).equals("-") ? m.group(2).strip() : text)
        .replaceFirst("");
  }

  /**
   * The form in which heads are compared: compatibility forms of Unicode as plain ones (full-width
   * letters, ㎡), and no blanks.
   */
  public static String key(String head) {
    StringBuilder out = new StringBuilder(head.length());
    String plain = Normalizer.normalize(head, Normalizer.Form.NFKC);
    plain.chars().filter(c -> !Blanks.isBlank((char) c)).forEach(c -> out.append((char) c));
    return out.toString();
  }
}
