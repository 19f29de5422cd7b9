package org.renxing.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;

/**
 * The bytes of a file of text, unpacked where its first bytes say that it is gzip, zip (of one
 * file), bzip2 or Zstandard, whatever its name.
 */
final class Unpacked {
  private static final int BUFFER = 1 << 16;

  private Unpacked() {}

  /** Opens a file; reading beyond the limits ends in a RenxingException. */
  static InputStream open(SourceBytes file, IntakeLimits limits) throws IOException {
    Counter packed = new Counter(file.open());
    BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
    try {
      InputStream unpacked = unpack(in, file.name());
      return unpacked == in
          ? in
          : new BoundedInput(unpacked, file.name(), limits, () -> packed.count);
    } catch (IOException | RenxingException e) {
      in.close();
      throw e instanceof IOException io ? broken(file.name(), io) : (RenxingException) e;
    }
  }

  /** What an error while unpacking means: the file, not the storage, is at fault. */
  static RenxingException broken(String file, IOException e) {
    return Refusal.of(
        file, "cannot be unpacked: " + Excerpt.line(e.getMessage() + "") + "; send it again", e);
  }

  private static InputStream unpack(BufferedInputStream in, String file) throws IOException {
    byte[] first = new byte[4];
    in.mark(first.length);
    int n = in.readNBytes(first, 0, first.length);
    in.reset();
    if (begins(first, n, 0x1F, 0x8B)) {
      return new GZIPInputStream(in, BUFFER);
    }
    if (begins(first, n, 'P', 'K', 3, 4)) {
      return new OneEntry(new ZipInputStream(in), file);
    }
    if (begins(first, n, 'B', 'Z', 'h')) {
      return new BZip2CompressorInputStream(in, true);
    }
    return begins(first, n, 0x28, 0xB5, 0x2F, 0xFD) ? new ZstdCompressorInputStream(in) : in;
  }

  private static boolean begins(byte[] bytes, int n, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= n || (bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts the packed bytes. */
  private static final class Counter extends FilterInputStream {
    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }

  /** The one file of a zip. */
  private static final class OneEntry extends FilterInputStream {
    private final ZipInputStream zip;
    private final String file;

    OneEntry(ZipInputStream zip, String file) throws IOException {
      super(zip);
      this.zip = zip;
      this.file = file;
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && entry.isDirectory()) {
        entry = zip.getNextEntry();
      }
      if (entry != null && entry.getName().equals("[Content_Types].xml")) {
        throw Refusal.of(file, "is a workbook; set the source's format to xlsx");
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      if (n < 0 && zip.getNextEntry() != null) {
        throw Refusal.of(file, "is a zip of several files; unpack it, or pack each by itself");
      }
      return n;
    }
  }
}
