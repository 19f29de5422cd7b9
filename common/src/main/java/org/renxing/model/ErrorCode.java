package org.renxing.model;

/** What can go wrong, by name; the category decides the exit code and whether a retry helps. */
public enum ErrorCode {
  /** A row, a cell or a published table breaks a rule; nothing was published. */
  DATA_CHECK(Category.DATA),
  /** A source lacks a column that its contract declares, or cannot be read as declared. */
  SOURCE_CONTRACT(Category.DATA),
  /** A configuration file or value is wrong. */
  CONFIGURATION(Category.USAGE),
  /** The command line is wrong. */
  USAGE(Category.USAGE),
  /** Another run holds the lake. */
  LOCKED(Category.CONFLICT),
  /** Another writer changed a table in between. */
  CONFLICT(Category.CONFLICT),
  /** Files cannot be read or written. */
  STORAGE(Category.STORAGE),
  /** The cluster cannot be reached, or went away. */
  CLUSTER(Category.STORAGE),
  /** A signal ended the process: SIGTERM; SIGINT has 130 and SIGHUP 129. */
  INTERRUPTED(Category.SIGNAL),
  /** A defect of the product itself. */
  INTERNAL(Category.INTERNAL);

  private final Category category;

  ErrorCode(Category category) {
    this.category = category;
  }

  /** The group that decides the exit code. */
  public Category category() {
    return category;
  }

  /** Groups of errors, each with its exit code. */
  public enum Category {
    DATA(1),
    USAGE(2),
    CONFLICT(3),
    STORAGE(4),
    INTERNAL(5),
    SIGNAL(143);

    private final int exitCode;

    Category(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The process's exit code. */
    public int exitCode() {
      return exitCode;
    }

    /** Whether the same command may succeed later without any change. */
    public boolean retryHelps() {
      return this == CONFLICT || this == STORAGE || this == SIGNAL;
    }
  }
}
