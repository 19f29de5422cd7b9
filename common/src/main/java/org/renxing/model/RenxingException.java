package org.renxing.model;

import java.util.Objects;

/**
 * The one exception that the product throws on purpose.
 *
 * <p>Messages read: subject (table, file, row): what is wrong, the value, what is allowed, what to
 * do.
 */
public final class RenxingException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ErrorCode code;

  public RenxingException(ErrorCode code, String message) {
    super(Excerpt.message(message));
    this.code = Objects.requireNonNull(code);
  }

  public RenxingException(ErrorCode code, String message, Throwable cause) {
    super(Excerpt.message(message), cause);
    this.code = Objects.requireNonNull(code);
  }

  /** What went wrong, by name. */
  public ErrorCode code() {
    return code;
  }
}
