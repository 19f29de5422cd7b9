package org.renxing.geo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Writes small GeoTIFFs of 32-bit floating point, one plain strip, in degrees of WGS84, pixel is
 * area: the same bytes on every machine. The JDK's writer is not used, whose bytes depend on it.
 */
public final class GeoTiffWriter {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ASCII = 2;
  private static final int DOUBLE = 12;
  private static final int HEAD = 8;

  private GeoTiffWriter() {}

  /**
   * Writes a file.
   *
   * @param values rows from the north, each from the west; kept in single precision
   * @param west longitude of the western edge
   * @param north latitude of the northern edge
   * @param pixelWidth in degrees, above 0
   * @param pixelHeight in degrees, above 0
   * @param noData value that stands for none; not a number for no such value
   */
  public static void write(
      Path file,
      double[][] values,
      double west,
      double north,
      double pixelWidth,
      double pixelHeight,
      double noData) {
    byte[] bytes =
        bytes(
            values,
            west,
            north,
            pixelWidth,
            pixelHeight,
            Double.isNaN(noData) ? "" : Double.toString(noData));
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * The bytes of a file.
   *
   * @param noData text of tag 42113; without the tag where it is empty
   */
  public static byte[] bytes(
      double[][] values,
      double west,
      double north,
      double pixelWidth,
      double pixelHeight,
      String noData) {
    int height = values.length;
    int width = height == 0 ? 0 : values[0].length;
    if (width == 0 || !(pixelWidth > 0) || !(pixelHeight > 0)) {
      throw new RenxingException(
          ErrorCode.INTERNAL, "a raster needs at least one pixel, larger than 0 degrees");
    }
    SortedMap<Integer, Field> fields = new TreeMap<>();
    fields.put(256, new Field(LONG, width));
    fields.put(257, new Field(LONG, height));
    fields.put(258, new Field(SHORT, 32));
    fields.put(259, new Field(SHORT, 1));
    fields.put(262, new Field(SHORT, 1));
    fields.put(273, new Field(LONG, HEAD));
    fields.put(277, new Field(SHORT, 1));
    fields.put(278, new Field(LONG, height));
    fields.put(279, new Field(LONG, 4d * width * height));
    fields.put(339, new Field(SHORT, 3));
    fields.put(GeoTiffHeader.SCALE, new Field(DOUBLE, pixelWidth, pixelHeight, 0));
    fields.put(GeoTiffHeader.TIEPOINT, new Field(DOUBLE, 0, 0, 0, west, north, 0));
    double[] keys = {
      1,
      1,
      0,
      4,
      GeoTiffHeader.MODEL_KEY,
      0,
      1,
      2,
      GeoTiffHeader.RASTER_KEY,
      0,
      1,
      1,
      GeoTiffHeader.SYSTEM_KEY,
      0,
      1,
      4326,
      GeoTiffHeader.ANGLE_KEY,
      0,
      1,
      GeoTiffHeader.DEGREES
    };
    fields.put(GeoTiffHeader.KEYS, new Field(SHORT, keys));
    if (!noData.isEmpty()) {
      byte[] text = (noData + "\0").getBytes(StandardCharsets.US_ASCII);
      double[] chars = new double[text.length];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = text[i];
      }
      fields.put(GeoTiffHeader.NO_DATA, new Field(ASCII, chars));
    }
    return bytes(values, width, fields);
  }

  private static byte[] bytes(double[][] values, int width, SortedMap<Integer, Field> fields) {
    int directory = HEAD + 4 * width * values.length;
    int rest = directory + 2 + 12 * fields.size() + 4;
    int size = rest + fields.values().stream().mapToInt(Field::apart).sum();
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
    for (double[] row : values) {
      if (row.length != width) {
        throw new RenxingException(ErrorCode.INTERNAL, "raster: rows of different length");
      }
      for (double value : row) {
        out.putFloat((float) value);
      }
    }
    out.putShort((short) fields.size());
    int[] at = {rest};
    fields.forEach(
        (tag, field) -> {
          out.putShort(tag.shortValue()).putShort((short) field.type);
          out.putInt(field.values.length);
          int entry = out.position();
          if (field.apart() > 0) {
            out.putInt(at[0]).position(at[0]);
            field.put(out);
            at[0] += field.apart();
          } else {
            field.put(out);
          }
          out.position(entry + 4);
        });
    return out.array();
  }

  /** A field of a directory. */
  private static final class Field {
    private final int type;
    private final double[] values;

    Field(int type, double... values) {
      this.type = type;
      this.values = values;
    }

    private int bytes() {
      int each = type == DOUBLE ? 8 : type == LONG ? 4 : type == SHORT ? 2 : 1;
      return each * values.length;
    }

    /** Bytes beside the directory; even. */
    int apart() {
      return bytes() <= 4 ? 0 : bytes() + bytes() % 2;
    }

    void put(ByteBuffer out) {
      for (double value : values) {
        switch (type) {
          case DOUBLE -> out.putDouble(value);
          case LONG -> out.putInt((int) (long) value);
          case SHORT -> out.putShort((short) (int) value);
          default -> out.put((byte) value);
        }
      }
    }
  }
}
