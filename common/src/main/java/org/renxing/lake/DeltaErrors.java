package org.renxing.lake;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.io.IOException;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Says in the product's words what went wrong below it. */
public final class DeltaErrors {
  private DeltaErrors() {}

  /** The exception to throw for a failed read or write of a table. */
  public static RenxingException translate(TableName table, String path, Exception cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof RenxingException known) {
        return known;
      }
      if (t instanceof DeltaConcurrentModificationException) {
        return new RenxingException(
            ErrorCode.CONFLICT,
            table + ": another writer changed " + path + " meanwhile; run again",
            cause);
      }
      if (t instanceof IOException) {
        return new RenxingException(
            ErrorCode.STORAGE,
            table
                + ": cannot write "
                + path
                + ": "
                + t.getMessage()
                + "; check the storage, then run again",
            cause);
      }
    }
    return new RenxingException(
        ErrorCode.INTERNAL, table + ": " + firstLine(cause.getMessage()), cause);
  }

  private static String firstLine(String message) {
    return message == null ? "no message" : message.lines().findFirst().orElse("no message");
  }
}
