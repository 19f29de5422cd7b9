package org.renxing.geo;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** Finds the text of GDAL's tag 42113 (no data) in a TIFF; the JDK's reader drops such tags. */
final class NoDataTag {
  private static final int ENTRY = 12;
  private static final int LONGEST = 64;

  private NoDataTag() {}

  /** The mark of no data in the first image; leaves the stream at its start. */
  static Optional<Double> of(String file, ImageInputStream in) throws IOException {
    Optional<String> text = text(in);
    in.seek(0);
    try {
      return text.map(Double::valueOf);
    } catch (NumberFormatException e) {
      throw GeoTiffHeader.refusal(
          file, "says that '" + text.orElse("") + "' is no data (tag 42113)");
    }
  }

  private static Optional<String> text(ImageInputStream in) throws IOException {
    in.seek(0);
    in.setByteOrder(in.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    in.seek(4);
    long directory = in.readUnsignedInt();
    in.seek(directory);
    int n = in.readUnsignedShort();
    for (int i = 0; i < n; i++) {
      in.seek(directory + 2 + (long) ENTRY * i);
      if (in.readUnsignedShort() == GeoTiffHeader.NO_DATA) {
        in.readUnsignedShort();
        long length = in.readUnsignedInt();
        if (length > 4) {
          in.seek(in.readUnsignedInt());
        }
        byte[] bytes = new byte[(int) Math.min(LONGEST, length)];
        in.readFully(bytes);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return Optional.of(text.replace("\0", "").strip());
      }
    }
    return Optional.empty();
  }
}
