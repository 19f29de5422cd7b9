package org.renxing.model;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How many types there are: a number, or the numbers among which a criterion chooses.
 *
 * @param least 0 where none is given
 * @param most the same as {@code least} for a number
 */
public record TypeCount(int least, int most) implements Serializable {
  /** The most types that are told apart. */
  public static final int MOST = 100;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:\\s*\\.\\.\\s*(\\d{1,3}))?");

  public TypeCount {
    boolean isNone = least == 0 && most == 0;
    if (!isNone && (least < 1 || most < least || most > MOST)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "k from " + least + " to " + most + ": need 1 <= first <= last <= " + MOST);
    }
  }

  /** No number. */
  public static TypeCount none() {
    return new TypeCount(0, 0);
  }

  /**
   * Reads {@code 4} or {@code 2..8}; an empty text is none.
   *
   * @throws RenxingException CONFIGURATION for any other text
   */
  public static TypeCount parse(String text) {
    if (text.isBlank()) {
      return none();
    }
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "k '" + text + "': write a number such as 4, or \"2..8\"");
    }
    int least = Integer.parseInt(m.group(1));
    if (least == 0) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "k '" + text + "': needs 1 type or more");
    }
    return new TypeCount(least, m.group(2) == null ? least : Integer.parseInt(m.group(2)));
  }

  /** Whether any is given. */
  public boolean isGiven() {
    return least > 0;
  }

  /** Whether it is one number. */
  public boolean isFixed() {
    return isGiven() && least == most;
  }

  /** The numbers, upwards. */
  public List<Integer> numbers() {
    return IntStream.rangeClosed(least, most).boxed().toList();
  }
}
