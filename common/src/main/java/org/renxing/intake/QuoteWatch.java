package org.renxing.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Follows the quotes of delimited text, as its parser reads it: a quote opens a cell at its start
 * only, two quotes within it are one, and the end of the text within a quote ends in an error that
 * names the line where the quote opened.
 */
final class QuoteWatch extends FilterReader {
  private static final char QUOTE = '"';

  private enum Place {
    START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final String file;
  private final char delimiter;
  private Place place = Place.START;
  private long line = 1;
  private long opened;
  private boolean isAfterReturn;

  QuoteWatch(Reader in, String file, char delimiter) {
    super(in);
    this.file = file;
    this.delimiter = delimiter;
  }

  /** The line in which the last quote opened that has been seen. */
  long opened() {
    return opened;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] to, int offset, int count) throws IOException {
    int n = super.read(to, offset, count);
    for (int i = offset; i < offset + n; i++) {
      see(to[i]);
    }
    if (n < 0 && place == Place.QUOTED) {
      throw Refusal.of(
          file,
          "the quote that opens in line "
              + opened
              + " does not close before the end of the file, so all that follows is one cell;"
              + " correct that line, or double the quote if it is part of a text");
    }
    return n;
  }

  private void see(char c) {
    boolean isBreak = c == '\n' || c == '\r';
    if (isBreak && !(c == '\n' && isAfterReturn)) {
      line++;
    }
    isAfterReturn = c == '\r';
    if (place == Place.QUOTED) {
      place = c == QUOTE ? Place.AFTER_QUOTE : Place.QUOTED;
    } else if (c == QUOTE && place == Place.AFTER_QUOTE) {
      place = Place.QUOTED;
    } else if (c == QUOTE && place == Place.START) {
      place = Place.QUOTED;
      opened = line;
    } else {
      place = isBreak || c == delimiter ? Place.START : Place.PLAIN;
    }
  }
}
