package org.renxing.geo;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.NoDataMark;
import org.renxing.model.RenxingException;

/** Finds the text of GDAL's tag 42113 (no data) in a TIFF; the JDK's reader drops such tags. */
final class NoDataTag {
  private static final int ENTRY = 12;
  private static final int LONGEST = 1024;
  private static final int SHOWN = 40;

  private NoDataTag() {}

  /** The text in the first image, unless it is blank; leaves the stream at its start. */
  static Optional<String> of(ImageInputStream in) throws IOException {
    Optional<String> text = text(in);
    in.seek(0);
    return text.filter(t -> !t.isEmpty());
  }

  /** The mark that a text states. */
  static NoDataMark mark(String file, String text) {
    try {
      return new NoDataMark(text);
    } catch (RenxingException e) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          "%s: tag 42113 says that '%s' is no data, which is no number; correct the file (gdal_edit -a_nodata), or set it aside with no-data = [none, VALUE] of the source"
              .formatted(file, shown),
          e);
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
        int end = text.indexOf('\0');
        return Optional.of((end < 0 ? text : text.substring(0, end)).strip());
      }
    }
    return Optional.empty();
  }
}
