package org.renxing.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Cuts lines that are too long; a cut line ends in {@link #CUT}. */
final class LineLimit extends FilterReader {
  /** Ends a line that was cut. */
  static final String CUT = "\uFFFD…";

  private final int most;
  private int length;

  LineLimit(Reader in, int most) {
    super(in);
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
          to[kept++] = c;
        } else if (length < most + CUT.length()) {
          to[kept++] = length < most ? c : CUT.charAt(length - most);
          length++;
        }
      }
      if (kept > offset) {
        return kept - offset;
      }
    }
  }
}
