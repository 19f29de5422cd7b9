package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.renxing.model.IntakeLimits;

/**
 * Looks through a workbook before it is read: unpacks each part in a stream, counts, and keeps
 * nothing. What passes can be read row by row in bounded memory. Sizes are counted, not believed.
 */
final class WorkbookGuard {
  private static final int MOST_PARTS = 10_000;
  private static final byte[] ROW_END = {'<', '/', 'r', 'o', 'w', '>'};

  private final String file;
  private final IntakeLimits limits;
  private final long packed;
  private final AtomicLong unpacked = new AtomicLong();

  private WorkbookGuard(String file, IntakeLimits limits, long packed) {
    this.file = file;
    this.limits = limits;
    this.packed = packed;
  }

  /**
   * Refuses a workbook that is too large unpacked, grows too much, has too many texts or parts, or
   * a row of more than sixteen times the longest record.
   */
  static void check(String file, Path path, IntakeLimits limits) {
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      WorkbookGuard guard = new WorkbookGuard(file, limits, path.toFile().length());
      Enumeration<ZipArchiveEntry> parts = zip.getEntries();
      for (int i = 0; parts.hasMoreElements(); i++) {
        if (i >= MOST_PARTS) {
          throw Refusal.of(file, "has more than " + MOST_PARTS + " parts; it is no yearbook");
        }
        ZipArchiveEntry part = parts.nextElement();
        try (InputStream in = zip.getInputStream(part)) {
          guard.scan(part.getName(), in);
        }
      }
    } catch (IOException e) {
      throw Refusal.of(
          file, "is no .xlsx workbook, or a broken one: " + e.getMessage() + "; save it again", e);
    }
  }

  private void scan(String part, InputStream in) throws IOException {
    boolean isTexts = part.endsWith("sharedStrings.xml");
    boolean isSheet = part.contains("worksheets/");
    long longest = 16L * limits.recordChars();
    long size = 0;
    long sinceRow = 0;
    int matched = 0;
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      BoundedInput.check(file, unpacked.addAndGet(n), packed, limits);
      if (isTexts && size > limits.sharedStringsBytes()) {
        throw Refusal.of(
            file,
            "its texts take more than "
                + limits.sharedStringsBytes()
                + " bytes, which must be held in memory; split it, or raise"
                + " intake.max-shared-strings-mb");
      }
      for (int i = 0; isSheet && i < n; i++) {
        matched = buffer[i] == ROW_END[matched] ? matched + 1 : buffer[i] == '<' ? 1 : 0;
        sinceRow++;
        if (matched == ROW_END.length) {
          matched = 0;
          sinceRow = 0;
        }
      }
      if (sinceRow > longest) {
        throw Refusal.of(
            file, part + " has a row of more than " + longest + " bytes; it is no table");
      }
    }
  }
}
