package org.renxing.geo;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/**
 * Where the pixels of a GeoTIFF lie (OGC 19-008r4): north up, in degrees of WGS84 or CGCS2000.
 *
 * @param west longitude of the western edge of the first column, whatever the file's convention
 * @param north latitude of the northern edge of the first row
 * @param type how the pixels are held
 */
record GeoTiffHeader(
    int width,
    int height,
    double west,
    double north,
    double pixelWidth,
    double pixelHeight,
    PixelType type) {
  static final int BITS = 258;
  static final int LIGHT = 262;
  static final int BANDS = 277;
  static final int FORMAT = 339;
  static final int SCALE = 33550;
  static final int TIEPOINT = 33922;
  static final int TRANSFORMATION = 34264;
  static final int KEYS = 34735;
  static final int NO_DATA = 42113;

  static final int MODEL_KEY = 1024;
  static final int RASTER_KEY = 1025;
  static final int SYSTEM_KEY = 2048;
  static final int ANGLE_KEY = 2054;
  static final int DEGREES = 9102;
  private static final int UNDEFINED = 4;
  private static final List<Integer> SYSTEMS = List.of(4326, 4490);
  private static final int MOST_TILE_PIXELS = 1 << 26;

  /** The header of the first image of a file. */
  static GeoTiffHeader of(String file, ImageReader reader) throws IOException {
    TIFFDirectory tags = directory(file, reader);
    PixelType type = type(file, tags);
    requirePlainNumbers(file, reader);
    if (tags.containsTIFFField(TRANSFORMATION)
        || !tags.containsTIFFField(SCALE)
        || !tags.containsTIFFField(TIEPOINT)) {
      throw refusal(
          file,
          tags.containsTIFFField(TRANSFORMATION)
              ? "is rotated or sheared (ModelTransformation)"
              : "lacks a georeference (ModelPixelScale and ModelTiepoint)");
    }
    Map<Integer, Integer> keys = keys(file, tags);
    double[] scale = numbers(file, tags, SCALE, 2);
    double[] tie = numbers(file, tags, TIEPOINT, 6);
    if (!(scale[0] > 0 && scale[1] > 0)) {
      throw refusal(file, "has pixels of %s by %s degrees".formatted(scale[0], scale[1]));
    }
    double shift = keys.getOrDefault(RASTER_KEY, 1) == 2 ? 0.5 : 0;
    double west = tie[3] - (tie[0] + shift) * scale[0];
    double north = tie[4] + (tie[1] + shift) * scale[1];
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    double east = west + width * scale[0];
    double south = north - height * scale[1];
    boolean isOnEarth =
        west >= -180 - scale[0]
            && east <= 180 + scale[0]
            && south >= -90 - scale[1]
            && north <= 90 + scale[1];
    if (!isOnEarth) {
      throw refusal(
          file,
          "reaches from %s, %s to %s, %s, which are no degrees"
              .formatted(west, south, east, north));
    }
    return new GeoTiffHeader(width, height, west, north, scale[0], scale[1], type);
  }

  double lon(int column) {
    return west + (column + 0.5) * pixelWidth;
  }

  double lat(int row) {
    return north - (row + 0.5) * pixelHeight;
  }

  /** The true area of a pixel of a row. */
  double areaKm2(int row) {
    double top = Math.min(90, north - row * pixelHeight);
    double bottom = Math.max(-90, north - (row + 1) * pixelHeight);
    return EqualArea.cell(0, bottom, pixelWidth, top);
  }

  private static TIFFDirectory directory(String file, ImageReader reader) throws IOException {
    try {
      return TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
    } catch (IIOInvalidTreeException e) {
      throw refusal(file, "has broken tags: " + Excerpt.line(e.getMessage() + ""));
    }
  }

  private static PixelType type(String file, TIFFDirectory tags) {
    int bands = number(tags, BANDS, 1);
    if (bands != 1) {
      throw refusal(file, "has " + bands + " bands");
    }
    int bits = number(tags, BITS, 1);
    int format = number(tags, FORMAT, 1);
    if (number(tags, LIGHT, 1) == 0) {
      throw refusal(
          file, "counts from white to black (tag 262 is 0), which turns its values round");
    }
    return PixelType.of(bits, format == UNDEFINED ? 1 : format)
        .orElseThrow(
            () ->
                refusal(
                    file,
                    String.format(
                        Locale.ROOT,
                        "holds pixels of %d bits, sample format %d, where whole numbers of 8, 16 or"
                            + " 32 bits or floating point of 32 or 64 bits are read",
                        bits,
                        format)));
  }

  private static int number(TIFFDirectory tags, int tag, int fallback) {
    return tags.containsTIFFField(tag) ? tags.getTIFFField(tag).getAsInt(0) : fallback;
  }

  private static void requirePlainNumbers(String file, ImageReader reader) throws IOException {
    int type = reader.getRawImageType(0).getSampleModel().getDataType();
    if (type == DataBuffer.TYPE_UNDEFINED) {
      throw refusal(file, "holds no plain numbers");
    }
    if ((long) reader.getTileWidth(0) * reader.getTileHeight(0) > MOST_TILE_PIXELS) {
      throw refusal(file, "has tiles or strips of more than " + MOST_TILE_PIXELS + " pixels");
    }
  }

  private static Map<Integer, Integer> keys(String file, TIFFDirectory tags) {
    Map<Integer, Integer> out = new HashMap<>();
    if (tags.containsTIFFField(KEYS)) {
      TIFFField field = tags.getTIFFField(KEYS);
      for (int i = 4; i + 3 < field.getCount(); i += 4) {
        if (field.getAsInt(i + 1) == 0) {
          out.put(field.getAsInt(i), field.getAsInt(i + 3));
        }
      }
    }
    if (out.getOrDefault(MODEL_KEY, 0) != 2 || !SYSTEMS.contains(out.get(SYSTEM_KEY))) {
      throw refusal(
          file,
          out.getOrDefault(MODEL_KEY, 0) == 1
              ? "is projected"
              : "does not say that it is in degrees of WGS84 or CGCS2000 (keys 1024 = "
                  + out.get(MODEL_KEY)
                  + ", 2048 = "
                  + out.get(SYSTEM_KEY)
                  + ")");
    }
    if (out.getOrDefault(ANGLE_KEY, DEGREES) != DEGREES) {
      throw refusal(file, "gives angles in unit " + out.get(ANGLE_KEY));
    }
    return out;
  }

  private static double[] numbers(String file, TIFFDirectory tags, int tag, int least) {
    TIFFField field = tags.getTIFFField(tag);
    if (field.getCount() < least) {
      throw refusal(file, "has a broken tag " + tag);
    }
    double[] out = new double[field.getCount()];
    for (int i = 0; i < out.length; i++) {
      out[i] = field.getAsDouble(i);
    }
    return out;
  }

  static RenxingException refusal(String file, String what) {
    return new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        file
            + ": "
            + what
            + "; a raster must be a GeoTIFF of one band, north up, in EPSG:4326 or EPSG:4490"
            + " (gdalwarp -t_srs EPSG:4326 makes one)");
  }
}
