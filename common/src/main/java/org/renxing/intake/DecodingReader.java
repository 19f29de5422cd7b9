package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;

/**
 * Decodes bytes and hides nothing: a byte that does not decode comes out as {@link #FAULT} followed
 * by x and its value in hexadecimal, a character NUL as {@link #NUL}. A byte order mark is left
 * out.
 */
final class DecodingReader extends Reader {
  /** Stands before what was no text. */
  static final char FAULT = '\uFFFD';

  /** Stands for a character NUL. */
  static final String NUL = FAULT + "NUL";

  private static final int BUFFER = 1 << 15;
  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private String pending = "";
  private int pendingAt;
  private boolean isAtStart = true;
  private boolean isAtEnd;
  private boolean isFlushed;

  DecodingReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder = charset.newDecoder();
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    int n = 0;
    while (n < length) {
      if (pendingAt < pending.length()) {
        to[offset + n++] = pending.charAt(pendingAt++);
      } else if (chars.hasRemaining()) {
        char c = chars.get();
        if (c == 0) {
          pending = NUL;
          pendingAt = 0;
        } else if (!isAtStart || c != '\uFEFF') {
          to[offset + n++] = c;
        }
        isAtStart = false;
      } else if (!fill()) {
        break;
      }
    }
    return n == 0 && length > 0 ? -1 : n;
  }

  /** Decodes more; false at the end. */
  private boolean fill() throws IOException {
    chars.clear();
    boolean isMore = decodeSome();
    chars.flip();
    return isMore;
  }

  private boolean decodeSome() throws IOException {
    while (!isFlushed) {
      CoderResult result = decoder.decode(bytes, chars, isAtEnd);
      if (chars.position() > 0) {
        return true;
      }
      if (result.isError()) {
        byte[] faulty = new byte[result.length()];
        bytes.get(faulty);
        show(faulty);
        return true;
      }
      if (isAtEnd) {
        decoder.flush(chars);
        isFlushed = true;
        return chars.position() > 0;
      }
      bytes.compact();
      int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
      isAtEnd = n < 0;
      bytes.position(bytes.position() + Math.max(0, n)).flip();
    }
    return false;
  }

  private void show(byte... faulty) {
    StringBuilder text = new StringBuilder();
    for (byte b : faulty) {
      text.append(FAULT).append('x').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
    pending = text.toString();
    pendingAt = 0;
    isAtStart = false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
