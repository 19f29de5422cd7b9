package org.renxing.lake;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.ParquetRuntimeException;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Says in the product's words what went wrong below it. */
public final class DeltaErrors {
  private DeltaErrors() {}

  /** The exception to throw for a failed read or write of a table. */
  static RenxingException translate(TableName table, String path, Exception cause) {
    return translate(table + " at " + path, cause);
  }

  /** The exception to throw where a version of a table cannot be read: files of it are gone. */
  static RenxingException unreadable(String subject, Exception cause) {
    RenxingException known = translate(subject, cause);
    return known.code() == ErrorCode.INTERNAL
        ? new RenxingException(
            ErrorCode.STORAGE,
            subject
                + ": cannot be read: "
                + firstLine(cause.getMessage())
                + "; run bin/renxing nightly, which repairs it or says what to do",
            cause)
        : known;
  }

  /** The exception to show for what went wrong with a subject. */
  public static RenxingException translate(String subject, Exception cause) {
    Optional<RenxingException> refused = ExecutorSettings.refusal(cause);
    if (refused.isPresent()) {
      return refused.get();
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof RenxingException known) {
        return known;
      }
      if (t instanceof DeltaConcurrentModificationException) {
        return new RenxingException(
            ErrorCode.CONFLICT,
            subject + ": another writer changed it meanwhile; run again",
            cause);
      }
      if (t instanceof ParquetRuntimeException) {
        return new RenxingException(
            ErrorCode.STORAGE,
            subject
                + ": a file of rows is damaged: "
                + firstLine(t.getMessage())
                + "; run bin/renxing nightly, which repairs it or says what to do",
            cause);
      }
      if (t instanceof IOException) {
        return new RenxingException(
            ErrorCode.STORAGE,
            subject + ": storage failed: " + t.getMessage() + "; check the storage, then run again",
            cause);
      }
    }
    return new RenxingException(
        ErrorCode.INTERNAL, subject + ": " + firstLine(cause.getMessage()), cause);
  }

  private static String firstLine(String message) {
    return message == null ? "no message" : message.lines().findFirst().orElse("no message");
  }
}
