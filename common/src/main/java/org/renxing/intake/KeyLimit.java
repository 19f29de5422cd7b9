package org.renxing.intake;

import java.util.HashSet;
import java.util.Set;
import org.renxing.model.IntakeLimits;

/**
 * Ends the reading of objects that together have more keys than a table may have columns, or whose
 * keys are longer together than a line may be: whoever reads on would hold them all in memory.
 */
final class KeyLimit implements FileRows {
  private final String file;
  private final FileRows rows;
  private final IntakeLimits limits;
  private final Set<String> seen = new HashSet<>();
  private long chars;

  KeyLimit(String file, FileRows rows, IntakeLimits limits) {
    this.file = file;
    this.rows = rows;
    this.limits = limits;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public FileRow next() {
    FileRow row = rows.next();
    for (String key : row.cells().keySet()) {
      if (!key.endsWith(FileRow.MARK) && seen.add(key)) {
        chars += key.length();
      }
    }
    if (seen.size() > limits.columns() || chars > limits.recordChars()) {
      throw Refusal.of(
          file,
          "its objects have more than "
              + limits.columns()
              + " different keys, or keys of more than "
              + limits.recordChars()
              + " characters in all; keys are columns, so put what differs from row to row in"
              + " values, or raise intake.max-columns");
    }
    return row;
  }

  @Override
  public void close() {
    rows.close();
  }
}
