package org.renxing.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A value that stands for no data in a grid, as it is written in a file's tag or in the
 * configuration: a decimal number, {@code nan} or {@code inf} of either sign, also in the spellings
 * of C libraries ({@code -nan(ind)}, {@code 1.#QNAN}, {@code -1.#INF}).
 *
 * @param text as written, without blanks around it
 */
public record NoDataMark(String text) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern NAN =
      Pattern.compile("[+-]?(nan(\\([a-z0-9_]*\\))?|1\\.#(q?nan|snan|ind)0*)");
  private static final Pattern INFINITE = Pattern.compile("[+-]?(inf(inity)?|1\\.#inf0*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,6})?");

  /** Checks the text. */
  public NoDataMark {
    text = text.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (!NAN.matcher(lower).matches()
        && !INFINITE.matcher(lower).matches()
        && !DECIMAL.matcher(lower).matches()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "'" + text + "' is no number; a value such as -9999, nan or inf");
    }
  }

  /** Whether it is not a number. */
  public boolean isNan() {
    return NAN.matcher(lower()).matches();
  }

  /** The infinity, if it is one. */
  public OptionalDouble infinity() {
    if (!INFINITE.matcher(lower()).matches()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  /** The number with all digits that were written, if it is finite. */
  public Optional<BigDecimal> decimal() {
    return DECIMAL.matcher(lower()).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
