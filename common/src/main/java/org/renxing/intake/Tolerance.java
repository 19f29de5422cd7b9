package org.renxing.intake;

import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Ends the reading of a table that is no table: after {@value #ROWS} malformed rows it goes on only
 * while they are few among those read so far.
 */
final class Tolerance implements FileRows {
  /** So many malformed rows are set aside whatever their share. */
  static final int ROWS = 10_000;

  private final String file;
  private final double share;
  private final FileRows rows;
  private long seen;
  private long malformed;

  /**
   * Watches rows.
   *
   * @param share of malformed rows that is borne beyond the first ones
   */
  Tolerance(String file, double share, FileRows rows) {
    this.file = file;
    this.share = share;
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public FileRow next() {
    FileRow row = rows.next();
    seen++;
    if (row.defect().isPresent()) {
      malformed++;
      if (malformed > ROWS && malformed > share * seen) {
        throw new RenxingException(
            ErrorCode.SOURCE_CONTRACT,
            file
                + ": "
                + malformed
                + " of the first "
                + seen
                + " rows are malformed, the last at line "
                + row.number()
                + ": "
                + row.defect().get()
                + "; correct the file, or the source's encoding, delimiter or head");
      }
    }
    return row;
  }

  @Override
  public void close() {
    rows.close();
  }
}
