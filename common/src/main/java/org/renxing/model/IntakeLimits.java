package org.renxing.model;

import java.io.Serializable;

/**
 * What a file may at most be, so that a hostile one cannot take the memory of a run.
 *
 * @param unpackedBytes size of a compressed file, or of a workbook, when unpacked
 * @param ratio how many times larger it may be unpacked than packed, once it is over a mebibyte
 * @param sharedStringsBytes size of the texts of a workbook, which must be held in memory
 * @param fieldChars length of one field; a row with a longer one is malformed
 * @param recordChars length of one line, and of a field with line breaks; a longer line is cut and
 *     malformed, a longer field ends the reading of its file
 * @param cellLines lines over which a quoted cell may run; a longer one has swallowed rows
 * @param columns of a table; a wider one is refused
 */
public record IntakeLimits(
    @Key(value = "max-unpacked-mb", times = 1 << 20, is = "from 1 to " + (1 << 20))
        long unpackedBytes,
    @Key(value = "max-ratio", is = "from 1 to " + (1 << 30)) int ratio,
    @Key(value = "max-shared-strings-mb", times = 1 << 20, is = "from 1 to " + (1 << 20))
        long sharedStringsBytes,
    @Key(value = "max-field-chars", is = "from 1 to " + (1 << 30)) int fieldChars,
    @Key(value = "max-record-chars", is = "from 1 to " + (1 << 30)) int recordChars,
    @Key(value = "max-cell-lines", is = "from 1 to " + (1 << 30)) int cellLines,
    @Key(value = "max-columns", is = "from 1 to " + (1 << 30)) int columns)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long MEBIBYTE = 1L << 20;

  /** What holds where the configuration says nothing. */
  public static final IntakeLimits DEFAULT =
      new IntakeLimits(1024 * MEBIBYTE, 100, 32 * MEBIBYTE, 32_767, 1 << 20, 50, 16_384);

  public IntakeLimits {
    if (unpackedBytes < 1
        || ratio < 1
        || sharedStringsBytes < 1
        || fieldChars < 1
        || cellLines < 1
        || columns < 1
        || recordChars < fieldChars) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "limits of intake: each must be above 0, and max-record-chars at least max-field-chars");
    }
  }
}
