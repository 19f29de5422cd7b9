package org.renxing.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows the quotes of delimited text, as its parser reads it: a quote opens a cell at its start,
 * and again in a cell that was quoted before; two quotes within it are one. The end of the text
 * within a quote ends in an error that names the line where the quote opened.
 */
final class QuoteWatch extends FilterReader {
  private static final char QUOTE = '"';

  private enum Place {
    START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    AFTER_TEXT
  }

  private final String file;
  private final char delimiter;
  private Place place = Place.START;
  private long line = 1;
  private long opened;
  private boolean isAfterReturn;
  private final Deque<Long> withText = new ArrayDeque<>();

  QuoteWatch(Reader in, String file, char delimiter) {
    super(in);
    this.file = file;
    this.delimiter = delimiter;
  }

  /** The line in which the last quote opened that has been seen. */
  long opened() {
    return opened;
  }

  /** Whether text follows a closing quote in these lines; asked in the order of lines. */
  boolean hasTextAfter(long first, long last) {
    while (!withText.isEmpty() && withText.peek() < first) {
      withText.remove();
    }
    return !withText.isEmpty() && withText.peek() <= last;
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
    } else if (c == QUOTE && (place == Place.START || place == Place.AFTER_TEXT)) {
      place = Place.QUOTED;
      opened = line;
    } else if (isBreak || c == delimiter) {
      place = Place.START;
    } else {
      if (place == Place.AFTER_QUOTE) {
        withText.add(line);
      }
      boolean wasQuoted = place == Place.AFTER_QUOTE || place == Place.AFTER_TEXT;
      place = wasQuoted ? Place.AFTER_TEXT : Place.PLAIN;
    }
  }
}
