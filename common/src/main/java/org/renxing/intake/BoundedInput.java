package org.renxing.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.renxing.model.IntakeLimits;

/** Unpacked bytes, counted: a stream that grows beyond the limits ends in an error. */
final class BoundedInput extends FilterInputStream {
  private static final long SMALL = 1L << 20;
  private final String file;
  private final IntakeLimits limits;
  private final LongSupplier packed;
  private long unpacked;

  /**
   * Counts.
   *
   * @param packed how many bytes the unpacked ones came from so far
   */
  BoundedInput(InputStream in, String file, IntakeLimits limits, LongSupplier packed) {
    super(in);
    this.file = file;
    this.limits = limits;
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = super.read(to, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int n) {
    unpacked += n;
    check(file, unpacked, packed.getAsLong(), limits);
  }

  /** Refuses what is too large when unpacked, or has grown too much. */
  static void check(String file, long unpacked, long packed, IntakeLimits limits) {
    if (unpacked > limits.unpackedBytes()) {
      throw Refusal.of(
          file,
          "holds more than "
              + limits.unpackedBytes()
              + " bytes when unpacked; split it, or raise intake.max-unpacked-mb if you trust it");
    }
    if (unpacked > SMALL && unpacked / limits.ratio() > packed) {
      throw Refusal.of(
          file,
          "grows by more than "
              + limits.ratio()
              + " times when unpacked, as bombs do; raise intake.max-ratio if you trust it");
    }
  }
}
