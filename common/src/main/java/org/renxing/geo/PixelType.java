package org.renxing.geo;

import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the pixels of a TIFF are held: BitsPerSample and SampleFormat. */
enum PixelType {
  UINT8(Format.UNSIGNED, 1, 8),
  INT8(Format.SIGNED, 8, 8),
  UINT16(Format.UNSIGNED, 16, 16),
  INT16(Format.SIGNED, 16, 16),
  UINT32(Format.UNSIGNED, 32, 32),
  INT32(Format.SIGNED, 32, 32),
  FLOAT32(Format.FLOATING, 32, 32),
  FLOAT64(Format.FLOATING, 64, 64);

  /** Formats of samples, by the number of the TIFF standard. */
  private enum Format {
    UNSIGNED(1),
    SIGNED(2),
    FLOATING(3);

    private final int number;

    Format(int number) {
      this.number = number;
    }
  }

  private static final int BYTE = 8;

  private final Format format;
  private final int leastBits;
  private final int bits;

  PixelType(Format format, int leastBits, int bits) {
    this.format = format;
    this.leastBits = leastBits;
    this.bits = bits;
  }

  /** The type of some bits and a format; 1, 2 and 4 bits are held in a byte. */
  static Optional<PixelType> of(int bits, int format) {
    return Arrays.stream(values())
        .filter(t -> t.format.number == format && t.leastBits <= bits && bits <= t.bits)
        .filter(t -> Integer.bitCount(bits) == 1)
        .findFirst();
  }

  boolean isWhole() {
    return format != Format.FLOATING;
  }

  /** The least whole number that it holds. */
  long least() {
    return format == Format.SIGNED ? -1L << (bits - 1) : 0;
  }

  /** The largest whole number that it holds. */
  long most() {
    return (1L << (format == Format.SIGNED ? bits - 1 : bits)) - 1;
  }

  /** A pixel. The JDK gives signed bytes as unsigned, and unsigned integers as signed. */
  double value(Raster raster, int x, int y) {
    if (!isWhole()) {
      return raster.getSampleDouble(x, y, 0);
    }
    int sample = raster.getSample(x, y, 0);
    return switch (this) {
      case INT8 -> (byte) sample;
      case INT16 -> (short) sample;
      case UINT32 -> Integer.toUnsignedLong(sample);
      default -> bits <= 2 * BYTE ? sample & ((1 << bits) - 1) : sample;
    };
  }

  /** A value as its files show it: no more digits than are held. */
  String text(double value) {
    return switch (this) {
      case FLOAT32 -> Float.toString((float) value);
      case FLOAT64 -> Double.toString(value);
      default -> Long.toString((long) value);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
