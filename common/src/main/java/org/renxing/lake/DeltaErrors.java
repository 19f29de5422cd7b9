package org.renxing.lake;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.ParquetRuntimeException;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Says in the product's words what went wrong below it. */
public final class DeltaErrors {
  private static final int DEEPEST = 100;

  /** What storage says that is full; a task elsewhere tells it in its message alone. */
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "Read-only file system");

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
    return ExecutorSettings.refusal(cause)
        .or(() -> known(cause))
        .or(() -> ClusterSession.lost(cause))
        .or(() -> ofStorage(subject, cause))
        .orElseGet(
            () ->
                new RenxingException(
                    ErrorCode.INTERNAL, subject + ": " + firstLine(cause.getMessage()), cause));
  }

  private static Optional<RenxingException> known(Exception cause) {
    return causes(cause)
        .filter(RenxingException.class::isInstance)
        .map(RenxingException.class::cast)
        .findFirst();
  }

  private static Optional<RenxingException> ofStorage(String subject, Exception cause) {
    Optional<String> full = full(cause);
    if (full.isPresent()) {
      return Optional.of(failed(subject, full.get(), cause));
    }
    for (Throwable t : causes(cause).toList()) {
      if (t instanceof DeltaConcurrentModificationException
          || t instanceof ConcurrentWriteException
          || t instanceof TableAlreadyExistsException) {
        return Optional.of(
            new RenxingException(
                ErrorCode.CONFLICT,
                subject + ": another writer changed it meanwhile; run again",
                cause));
      }
      if (t instanceof ParquetRuntimeException) {
        return Optional.of(
            new RenxingException(
                ErrorCode.STORAGE,
                subject
                    + ": a file of rows is damaged: "
                    + firstLine(t.getMessage())
                    + "; run bin/renxing nightly, which repairs it or says what to do",
                cause));
      }
      if (t instanceof IOException) {
        return Optional.of(failed(subject, firstLine(t.getMessage()), cause));
      }
    }
    return Optional.empty();
  }

  private static RenxingException failed(String subject, String what, Exception cause) {
    return new RenxingException(
        ErrorCode.STORAGE,
        subject + ": storage failed: " + what + "; check the storage, then run again",
        cause);
  }

  /** What says that the storage is full, also where closing a file failed again because of it. */
  private static Optional<String> full(Exception cause) {
    return causes(cause)
        .flatMap(
            t -> Stream.concat(Stream.of(t), Stream.of(t.getSuppressed()).flatMap(s -> causes(s))))
        .map(t -> String.valueOf(t.getMessage()))
        .flatMap(message -> FULL.stream().filter(message::contains))
        .findFirst();
  }

  private static Stream<Throwable> causes(Throwable first) {
    return Stream.iterate(first, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
  }

  static String firstLine(String message) {
    return message == null ? "no message" : message.lines().findFirst().orElse("no message");
  }
}
