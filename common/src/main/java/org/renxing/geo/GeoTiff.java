package org.renxing.geo;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.NoDataMark;
import org.renxing.model.PixelRules;
import org.renxing.model.RenxingException;

/** An open GeoTIFF, read by the JDK's own reader, rows by rows. */
final class GeoTiff implements Closeable {
  private static final int BLOCK_PIXELS = 1 << 20;

  private final String file;
  private final SeekableImage in;
  private final ImageReader reader;
  private final GeoTiffHeader header;
  private final Optional<String> noDataTag;

  private GeoTiff(
      String file,
      SeekableImage in,
      ImageReader reader,
      GeoTiffHeader header,
      Optional<String> noDataTag) {
    this.file = file;
    this.in = in;
    this.reader = reader;
    this.header = header;
    this.noDataTag = noDataTag;
  }

  /**
   * Opens a file.
   *
   * @param file its name in messages
   * @throws RenxingException SOURCE_CONTRACT where it is no GeoTIFF that can be used, STORAGE where
   *     it cannot be read
   */
  static GeoTiff open(String file, String path, Configuration hadoop) {
    Optional<SeekableImage> opened = Optional.empty();
    try {
      Path at = new Path(path);
      FileSystem files = at.getFileSystem(hadoop);
      long length = files.getFileStatus(at).getLen();
      SeekableImage in = new SeekableImage(new LakeFiles(hadoop).open(path), length);
      opened = Optional.of(in);
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
      ImageReader reader = readers.next();
      if (!reader.getOriginatingProvider().canDecodeInput(in)) {
        throw GeoTiffHeader.refusal(file, "is no TIFF (BigTIFF is not read)");
      }
      Optional<String> noDataTag = NoDataTag.of(in);
      reader.setInput(in);
      return new GeoTiff(file, in, reader, GeoTiffHeader.of(file, reader), noDataTag);
    } catch (IOException | RuntimeException e) {
      opened.ifPresent(GeoTiff::closeQuietly);
      throw wrapped(file, e);
    }
  }

  GeoTiffHeader header() {
    return header;
  }

  /** What its tag says of no data, as written. */
  Optional<String> noDataTag() {
    return noDataTag;
  }

  /**
   * Which of its pixels are no data.
   *
   * @throws RenxingException SOURCE_CONTRACT where its tag counts and is no number
   */
  NoData noData(PixelRules rules) {
    List<NoDataMark> marks = new ArrayList<>(rules.noData());
    if (rules.isTagHeeded()) {
      noDataTag.ifPresent(text -> marks.add(NoDataTag.mark(file, text)));
    }
    return NoData.of(marks, header.type(), rules.isTagHeeded());
  }

  /** Rows that are read at once: whole tiles, some million pixels. */
  int blockRows() {
    try {
      int tile = Math.max(1, reader.getTileHeight(0));
      int wanted = Math.max(1, BLOCK_PIXELS / header.width());
      return Math.max(1, wanted / tile) * tile;
    } catch (IOException e) {
      throw wrapped(file, e);
    }
  }

  /** Some rows. */
  Raster rows(int from, int count) {
    ImageReadParam region = reader.getDefaultReadParam();
    region.setSourceRegion(new Rectangle(0, from, header.width(), count));
    try {
      return reader.read(0, region).getRaster();
    } catch (IOException | RuntimeException e) {
      throw wrapped(file, e);
    }
  }

  private static RenxingException wrapped(String file, Exception e) {
    if (e instanceof RenxingException known) {
      return known;
    }
    if (e instanceof java.io.FileNotFoundException) {
      return new RenxingException(ErrorCode.STORAGE, file + ": no such file; check the path", e);
    }
    return GeoTiffHeader.refusal(file, "cannot be read: " + Excerpt.line(e.getMessage() + ""));
  }

  private static void closeQuietly(SeekableImage in) {
    try {
      in.close();
    } catch (IOException e) {
      // what went wrong before is what counts
    }
  }

  @Override
  public void close() {
    reader.dispose();
    closeQuietly(in);
  }
}
