package org.renxing.geo;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Writes GeoTIFFs of many kinds by the JDK's writer. */
final class TestTiff {
  private final int dataType;
  private final String compression;
  private final int tile;
  private final int rasterKey;
  private final int modelKey;
  private final boolean isTurned;

  TestTiff(int dataType, String compression, int tile, int rasterKey) {
    this(dataType, compression, tile, rasterKey, 2, false);
  }

  TestTiff(
      int dataType, String compression, int tile, int rasterKey, int modelKey, boolean isTurned) {
    this.dataType = dataType;
    this.compression = compression;
    this.tile = tile;
    this.rasterKey = rasterKey;
    this.modelKey = modelKey;
    this.isTurned = isTurned;
  }

  /** Writes values with the tiepoint of raster (0, 0) at (lon, lat). */
  Path write(Path file, double[][] values, double lon, double lat, double size, String noData) {
    int width = values[0].length;
    int height = values.length;
    BandedSampleModel model = new BandedSampleModel(dataType, width, height, 1);
    WritableRaster raster = Raster.createWritableRaster(model, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setSample(x, y, 0, values[y][x]);
      }
    }
    ColorModel gray =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, ColorModel.OPAQUE, dataType);
    BufferedImage image = new BufferedImage(gray, raster, false, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (!compression.isEmpty()) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
    }
    if (tile > 0) {
      param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      param.setTiling(tile, tile, 0, 0);
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      TIFFDirectory tags =
          TIFFDirectory.createFromMetadata(
              writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param));
      georeference(tags, lon, lat, size, noData);
      writer.write(null, new IIOImage(image, null, tags.getAsMetadata()), param);
    } catch (IIOInvalidTreeException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file;
  }

  private void georeference(
      TIFFDirectory tags, double lon, double lat, double size, String noData) {
    if (isTurned) {
      add(tags, GeoTiffHeader.TRANSFORMATION, TIFFTag.TIFF_DOUBLE, 16, new double[16]);
    }
    add(tags, GeoTiffHeader.SCALE, TIFFTag.TIFF_DOUBLE, 3, new double[] {size, size, 0});
    add(tags, GeoTiffHeader.TIEPOINT, TIFFTag.TIFF_DOUBLE, 6, new double[] {0, 0, 0, lon, lat, 0});
    char[] keys = {
      1, 1, 0, 3, 1024, 0, 1, (char) modelKey, 1025, 0, 1, (char) rasterKey, 2048, 0, 1, 4326
    };
    add(tags, GeoTiffHeader.KEYS, TIFFTag.TIFF_SHORT, keys.length, keys);
    if (!noData.isEmpty()) {
      add(tags, GeoTiffHeader.NO_DATA, TIFFTag.TIFF_ASCII, 1, new String[] {noData});
    }
  }

  private static void add(TIFFDirectory tags, int number, int type, int count, Object data) {
    tags.addTIFFField(
        new TIFFField(new TIFFTag("t" + number, number, 1 << type), type, count, data));
  }
}
