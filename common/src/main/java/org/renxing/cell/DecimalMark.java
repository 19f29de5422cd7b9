package org.renxing.cell;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How a file writes numbers: what stands before their decimals; the other of point and comma may
 * stand between groups of three digits. Reads numbers, and says why a text is none.
 *
 * <p>A number has a sign or none, digits with or without decimals, and an exponent or none; blanks
 * of any kind may stand about it, and full-width characters count as plain ones. Groups have
 * exactly three digits, the first one to three, and it does not begin with 0. What a double cannot
 * hold is no number: beyond ±1.8e308, and other than 0 within ±2.2e-308.
 */
public enum DecimalMark {
  POINT('.'),
  COMMA(',');

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,9})?");
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d*)?");
  private static final Pattern ONLY_GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+");
  private static final Pattern OTHER_DECIMALS =
      Pattern.compile("[+-]?(?:\\d*|\\d{1,3}(?:\\.\\d{3})+),\\d+(?:[eE][+-]?\\d{1,9})?");
  private static final Pattern DAY =
      Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?:[T ].*)?");

  private static final Pattern MARK = Pattern.compile("[,.\uFF0C\uFF0E]");

  /** Digits of a group. */
  private static final int GROUP = 3;

  /** Characters of a number that is short, so that a double holds it. */
  private static final int SHORT = 30;

  private final char mark;

  DecimalMark(char mark) {
    this.mark = mark;
  }

  /** The mark that a text names: {@code .} or {@code ,}; empty for any other text. */
  public static Optional<DecimalMark> of(String text) {
    return switch (text) {
      case "." -> Optional.of(POINT);
      case "," -> Optional.of(COMMA);
      default -> Optional.empty();
    };
  }

  /** What is wrong with a text that is no number. */
  public enum Fault {
    /** It is another text. */
    NOT_A_NUMBER,
    /** It would be a number if the other mark stood before decimals. */
    OTHER_MARK,
    /** It is a percentage. */
    PERCENTAGE,
    /** It is a day, as cells of spreadsheets hold them. */
    DATE,
    /** It is a number that no double holds. */
    OUT_OF_RANGE
  }

  /** The number; NaN for a text that is none. */
  public double value(String text) {
    if (mark == '.' && decimals(text) >= 0) {
      return Double.parseDouble(text) + 0.0;
    }
    String plain = plain(text);
    if (!NUMBER.matcher(plain).matches()) {
      if (plain.indexOf(',') < 0 || !GROUPED.matcher(plain).matches()) {
        return Double.NaN;
      }
      plain = plain.replace(",", "");
    }
    double value = Double.parseDouble(plain);
    boolean isHeld =
        Math.abs(value) <= Double.MAX_VALUE
            && (Math.abs(value) >= Double.MIN_NORMAL || isZero(plain));
    return isHeld ? value + 0.0 : Double.NaN;
  }

  /** The number before the sign of a percentage; empty for a text that is none. */
  public OptionalDouble percentage(String text) {
    String bare = Blanks.strip(text);
    String number = unsigned(bare);
    if (number.length() == bare.length()) {
      return OptionalDouble.empty();
    }
    double value = value(number);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** What a number shows of the mark before its decimals. */
  public enum Form {
    /** Nothing but groups of thousands: with the other mark it is another number. */
    GROUPED,
    /** The other mark would make it a number of groups of thousands. */
    AMBIGUOUS,
    /** It shows which mark stands before its decimals. */
    PROOF,
    /** Nothing. */
    PLAIN
  }

  /**
   * How many decimals a short number has that is nothing but ASCII digits, with a hyphen before and
   * a point among them or not: most cells of most files. −1 for any other text.
   */
  private static int decimals(String text) {
    int point = -1;
    int from = text.startsWith("-") ? 1 : 0;
    if (text.length() == from || text.length() > SHORT || text.charAt(from) == '.') {
      return -1;
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return -1;
      }
    }
    return point < 0 ? 0 : text.length() - 1 - point;
  }

  /** What a number shows of the mark before its decimals. */
  public Form form(String text) {
    int decimals = mark == '.' ? decimals(text) : -1;
    if (decimals > 0 && decimals != GROUP) {
      return Form.PROOF;
    }
    if (decimals != GROUP && !MARK.matcher(text).find()) {
      return Form.PLAIN;
    }
    return isGrouped(text)
        ? Form.GROUPED
        : other().isGrouped(text) ? Form.AMBIGUOUS : isProof(text) ? Form.PROOF : Form.PLAIN;
  }

  /** Whether a number has nothing but groups, so that with the other mark it is another number. */
  public boolean isGrouped(String text) {
    String plain = unsigned(plain(text));
    return plain.indexOf(',') >= 0 && ONLY_GROUPED.matcher(plain).matches();
  }

  /** Whether a number or percentage has the mark before decimals beyond doubt. */
  public boolean isProof(String text) {
    String plain = unsigned(plain(text));
    return plain.indexOf('.') >= 0
        && !Double.isNaN(value(unsigned(Blanks.strip(text))))
        && !other().isGrouped(text);
  }

  /** The other mark. */
  public DecimalMark other() {
    return this == POINT ? COMMA : POINT;
  }

  /** A text without the sign of a percentage at its end. */
  private static String unsigned(String text) {
    boolean isShare = text.endsWith("%") || text.endsWith("\uFF05");
    return isShare ? Blanks.strip(text.substring(0, text.length() - 1)) : text;
  }

  /** Why a text is no number; call it for such texts only. */
  public Fault fault(String text) {
    String plain = plain(text);
    if (OTHER_DECIMALS.matcher(unsigned(plain)).matches()) {
      return Fault.OTHER_MARK;
    }
    if (percentage(text).isPresent()) {
      return Fault.PERCENTAGE;
    }
    if (DAY.matcher(Blanks.strip(text)).matches()) {
      return Fault.DATE;
    }
    return NUMBER.matcher(plain).matches() || GROUPED.matcher(plain).matches()
        ? Fault.OUT_OF_RANGE
        : Fault.NOT_A_NUMBER;
  }

  /** The same in words that follow the text. */
  public String inWords(Fault fault) {
    return switch (fault) {
      case NOT_A_NUMBER -> "is not a number";
      case OTHER_MARK ->
          this == POINT
              ? "is not a number: its comma does not part groups of three digits; if commas stand"
                  + " before decimals, declare the decimal comma"
              : "is not a number: its point does not part groups of three digits, and the comma is"
                  + " declared to stand before decimals";
      case PERCENTAGE -> "is a percentage, which this column does not hold";
      case DATE -> "is a date, not a number; format the cell as a number in the spreadsheet";
      case OUT_OF_RANGE -> "is a number that a double cannot hold (2.2e-308 to 1.8e308)";
    };
  }

  /** The text with plain characters, a point before decimals and commas between groups. */
  private String plain(String text) {
    String bare = Blanks.strip(text);
    String narrow = FullWidth.narrow(bare);
    return mark == '.' ? narrow : swapped(narrow);
  }

  private static String swapped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c == '.' ? ',' : c == ',' ? '.' : c);
    }
    return out.toString();
  }

  private static boolean isZero(String plain) {
    int end = plain.length();
    for (int i = 0; i < end; i++) {
      char c = plain.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  /** As configuration and command line write it. */
  @Override
  public String toString() {
    return String.valueOf(mark);
  }
}
