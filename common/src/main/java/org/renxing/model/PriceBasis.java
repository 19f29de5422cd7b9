package org.renxing.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prices in which an amount of money is counted.
 *
 * @param constantYear the year whose prices they are; empty for those of each year itself
 */
public record PriceBasis(Optional<Integer> constantYear) {
  private static final Pattern TEXT = Pattern.compile("current|constant-(\\d{4})");

  /** Of each year itself. */
  public static PriceBasis current() {
    return new PriceBasis(Optional.empty());
  }

  /** Of one year. */
  public static PriceBasis constant(int year) {
    return new PriceBasis(Optional.of(year));
  }

  /**
   * Reads {@code current} or {@code constant-YYYY}.
   *
   * @throws RenxingException CONFIGURATION on any other text
   */
  public static PriceBasis parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "'" + text + "' is not allowed; write current, or constant-2015 for prices of 2015");
    }
    return matcher.group(1) == null ? current() : constant(Integer.parseInt(matcher.group(1)));
  }

  /** Whether the amounts of different years can be compared. */
  public boolean isConstant() {
    return constantYear.isPresent();
  }

  /** As configuration writes it. */
  @Override
  public String toString() {
    return constantYear.map(year -> "constant-" + year).orElse("current");
  }
}
