package org.renxing.model;

/**
 * The one exception that the product throws on purpose.
 *
 * <p>Messages read: subject (table, file, row): what is wrong, the value, what is allowed, what to
 * do.
 */
public final class RenxingException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ErrorCode code;
  private final int exitCode;

  public RenxingException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public RenxingException(ErrorCode code, String message, Throwable cause) {
    this(code, code.category().exitCode(), message, cause);
  }

  private RenxingException(ErrorCode code, int exitCode, String message, Throwable cause) {
    super(Excerpt.message(message), cause);
    this.code = code;
    this.exitCode = exitCode;
  }

  /** The error of what a signal ended, with the exit code of that signal. */
  public static RenxingException interrupted(int exitCode, String message) {
    return new RenxingException(ErrorCode.INTERRUPTED, exitCode, message, null);
  }

  /** The same error with more to say. */
  public RenxingException with(String more) {
    return new RenxingException(code, exitCode, getMessage() + more, this);
  }

  /** What went wrong, by name. */
  public ErrorCode code() {
    return code;
  }

  /** The exit code of a process that it ends. */
  public int exitCode() {
    return exitCode;
  }
}
