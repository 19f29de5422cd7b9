package org.renxing.lake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * How a table on storage compares with what was recorded of it.
 *
 * @param newest the newest commit on storage
 * @param recorded the newest version that was recorded and holds
 * @param faults what differs, each a clause; empty where nothing does
 */
record TableCondition(
    TableName table,
    Kind kind,
    OptionalLong newest,
    Optional<Manifest> recorded,
    List<String> faults) {
  TableCondition {
    faults = List.copyOf(faults);
  }

  /** Kinds of conditions. */
  enum Kind {
    /** There is no table. */
    ABSENT,
    /** The newest version is as it was recorded. */
    SOUND,
    /**
     * The newest version is whole, and was not recorded: a run ended between commit and record, the
     * lake is of a former version, or rows were laid out otherwise.
     */
    UNRECORDED,
    /** Another writer added or removed rows after the version on record. */
    FOREIGN,
    /** A commit after the version on record is not whole: it was never finished. */
    TORN,
    /** Files of the log are lost or not as they were written. */
    LOG_DAMAGED,
    /** Files of rows are lost or not as they were written. */
    ROWS_DAMAGED,
    /** A file that can be left out is not as it was written. */
    HINT_DAMAGED
  }

  /** Whether readers may read the table: at {@link #readable}. */
  boolean isReadable() {
    return kind == Kind.SOUND || kind == Kind.UNRECORDED || kind == Kind.FOREIGN;
  }

  /** The version that readers see. */
  long readable() {
    return kind == Kind.FOREIGN ? recorded.orElseThrow().version() : newest.orElseThrow();
  }

  /** What is wrong, in words. */
  String text() {
    return table
        + (newest.isPresent() ? ", version " + newest.getAsLong() : "")
        + ": "
        + String.join("; ", faults.subList(0, Math.min(3, faults.size())))
        + (faults.size() > 3 ? " and " + (faults.size() - 3) + " more" : "");
  }

  /** For those who only read. */
  RenxingException unreadable() {
    return new RenxingException(
        ErrorCode.STORAGE,
        text() + "; run bin/renxing nightly, which repairs it or says what to do");
  }
}
