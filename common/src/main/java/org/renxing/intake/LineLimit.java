package org.renxing.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts lines that are too long; a cut line ends in {@link #CUT}. A line that does not end within
 * sixteen times that, and sixteen mebibytes, ends the reading: there is no end to wait for.
 */
final class LineLimit extends FilterReader {
  /** Ends a line that was cut. */
  static final String CUT = "\uFFFD…";

  private static final int ENDLESS = 16;
  private static final long LEAST_ENDLESS = 1L << 24;

  private final int most;
  private final String file;
  private long skipped;
  private int length;

  LineLimit(Reader in, int most, String file) {
    super(in);
    this.file = file;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] to, int offset, int count) throws IOException {
    while (true) {
      int n = super.read(to, offset, count);
      if (n < 0) {
        return n;
      }
      int kept = offset;
      for (int i = offset; i < offset + n; i++) {
        char c = to[i];
        if (c == '\n' || c == '\r') {
          length = 0;
          skipped = 0;
          to[kept++] = c;
        } else if (length < most + CUT.length()) {
          to[kept++] = length < most ? c : CUT.charAt(length - most);
          length++;
        } else {
          skipped++;
        }
      }
      if (skipped > Math.max(LEAST_ENDLESS, (long) ENDLESS * most)) {
        throw Refusal.of(
            file,
            "has a line of more than "
                + skipped
                + " characters; it is no table, or its line breaks are lost");
      }
      if (kept > offset) {
        return kept - offset;
      }
    }
  }
}
