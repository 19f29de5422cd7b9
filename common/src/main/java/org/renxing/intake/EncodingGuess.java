package org.renxing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.renxing.model.FileForm;

/**
 * Finds the character set of a text: by its byte order mark, by the zeros that UTF-16 has beside
 * ASCII, or by which of UTF-8 and GB18030 its bytes make sense in. A few bytes that make no sense
 * do not hide the set; where both or neither fit, nothing is guessed.
 */
public final class EncodingGuess {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int SAMPLE = 1 << 18;

  /** Bytes beyond ASCII, of which at most one in this many may make no sense. */
  private static final int BYTES_PER_FAULT = 50;

  private EncodingGuess() {}

  /**
   * The character set of a file: the declared one, or that found from its bytes.
   *
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT where it cannot be told
   */
  static Charset of(InputStream in, String declared, String file) throws IOException {
    byte[] sample = sample(in);
    Optional<Charset> marked = marked(sample);
    if (!declared.equals(FileForm.AUTO)) {
      Charset given = Charset.forName(declared);
      return given.equals(StandardCharsets.UTF_16)
          ? marked.orElse(StandardCharsets.UTF_16BE)
          : given;
    }
    return marked
        .or(() -> wide(sample))
        .or(() -> narrow(sample))
        .orElseThrow(
            () ->
                Refusal.of(
                    file,
                    "its encoding cannot be told: "
                        + faults(sample, StandardCharsets.UTF_8)
                        + " places make no sense as UTF-8, "
                        + faults(sample, GB18030)
                        + " as GB18030; set the source's encoding"));
  }

  /** Bytes from the start: as many as hold enough that are not ASCII, each ASCII run shortened. */
  private static byte[] sample(InputStream in) throws IOException {
    byte[] out = in.readNBytes(SAMPLE);
    boolean isAscii = true;
    for (byte b : out) {
      isAscii &= b > 0;
    }
    byte[] buffer = new byte[1 << 16];
    while (isAscii && out.length == SAMPLE) {
      int n = in.readNBytes(buffer, 0, buffer.length);
      if (n == 0) {
        return out;
      }
      for (int i = 0; i < n; i++) {
        if (buffer[i] < 0) {
          byte[] rest = in.readNBytes(SAMPLE);
          byte[] all = new byte[n - i + rest.length];
          System.arraycopy(buffer, i, all, 0, n - i);
          System.arraycopy(rest, 0, all, n - i, rest.length);
          return all;
        }
      }
    }
    return out;
  }

  private static Optional<Charset> marked(byte[] b) {
    int first = b.length < 2 ? 0 : (b[0] & 0xFF) << 8 | (b[1] & 0xFF);
    if (first == 0xFEFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (first == 0xFFFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    boolean isUtf8 = first == 0xEFBB && b.length > 2 && (b[2] & 0xFF) == 0xBF;
    return isUtf8 ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
  }

  /** UTF-16 without a mark: zeros on one side only, and on a good part of the pairs. */
  private static Optional<Charset> wide(byte[] b) {
    int[] zeros = new int[2];
    for (int i = 0; i < b.length; i++) {
      zeros[i & 1] += b[i] == 0 ? 1 : 0;
    }
    int many = b.length / 10;
    if (zeros[0] > many && zeros[1] <= zeros[0] / 20) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return zeros[1] > many && zeros[0] <= zeros[1] / 20
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  private static Optional<Charset> narrow(byte[] b) {
    int beyond = 0;
    for (byte x : b) {
      beyond += x < 0 ? 1 : 0;
    }
    int allowed = Math.max(1, beyond / BYTES_PER_FAULT);
    int utf8 = faults(b, StandardCharsets.UTF_8);
    if (utf8 == 0) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    int gb = faults(b, GB18030);
    for (var fit : List.of(new Fit(StandardCharsets.UTF_8, utf8, gb), new Fit(GB18030, gb, utf8))) {
      if (fit.faults <= allowed && fit.others > 4 * fit.faults) {
        return Optional.of(fit.charset);
      }
    }
    return Optional.empty();
  }

  private record Fit(Charset charset, int faults, int others) {}

  /** Places that do not decode; a character cut off by the end of the sample is none. */
  private static int faults(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(1 << 14);
    int faults = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, bytes.length < SAMPLE);
      if (result.isError()) {
        faults++;
        in.position(in.position() + result.length());
      } else if (result.isUnderflow()) {
        return faults;
      }
      out.clear();
    }
  }
}
