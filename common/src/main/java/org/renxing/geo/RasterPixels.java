package org.renxing.geo;

import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ErrorCode;
import org.renxing.model.PixelRules;
import org.renxing.model.RenxingException;

/**
 * The pixels of GeoTIFFs as rows, one a pixel: source_file, row, column (from 0, north-west first),
 * lon and lat of its centre, value (null for no data), area_km2 (true area).
 *
 * <p>Read: one band of 8, 16 or 32 bits of whole numbers or 32 or 64 bits of floating point, in
 * strips or tiles, plain, LZW, Deflate or PackBits; north up, in degrees of WGS84 or CGCS2000, by
 * ModelPixelScale and ModelTiepoint; the tiepoint is an edge or, as RasterPixelIsPoint, a centre.
 * Anything else is refused by name of the file, and so is a file with a value that cannot be.
 */
public final class RasterPixels {
  static final StructType PIXEL =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("row", DataTypes.IntegerType)
          .add("column", DataTypes.IntegerType)
          .add("lon", DataTypes.DoubleType)
          .add("lat", DataTypes.DoubleType)
          .add("value", DataTypes.DoubleType)
          .add("area_km2", DataTypes.DoubleType);

  private static final StructType BLOCK =
      StructType.fromDDL("name string, path string, first int, count int");

  private RasterPixels() {}

  /**
   * The pixels of files. Heads are read and judged here, pixels in blocks of rows where the work is
   * done.
   *
   * @param files name to path
   * @param rules what is no data, and what a value may be
   */
  public static Dataset<Row> of(SparkSession spark, Map<String, String> files, PixelRules rules) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(spark.sparkContext().conf());
    List<Row> blocks = new ArrayList<>();
    files.forEach(
        (name, path) -> {
          try (GeoTiff tiff = GeoTiff.open(name, path, hadoop)) {
            tiff.noData(rules);
            int step = tiff.blockRows();
            int height = tiff.header().height();
            for (int from = 0; from < height; from += step) {
              blocks.add(RowFactory.create(name, path, from, Math.min(step, height - from)));
            }
          }
        });
    return spark
        .createDataFrame(blocks, BLOCK)
        .repartition(Math.max(1, blocks.size()))
        .flatMap((FlatMapFunction<Row, Row>) block -> pixels(block, rules), Encoders.row(PIXEL));
  }

  private static Iterator<Row> pixels(Row block, PixelRules rules) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    int first = block.getInt(2);
    try (GeoTiff tiff = GeoTiff.open(block.getString(0), block.getString(1), hadoop)) {
      Raster raster = tiff.rows(first, block.getInt(3));
      return new Pixels(block.getString(0), tiff, rules, raster, first);
    }
  }

  /** The pixels of some rows. */
  private static final class Pixels implements Iterator<Row> {
    private final String file;
    private final GeoTiffHeader header;
    private final Optional<String> tag;
    private final PixelRules rules;
    private final NoData noData;
    private final Raster raster;
    private final int first;
    private int row;
    private int column;
    private double area;

    Pixels(String file, GeoTiff tiff, PixelRules rules, Raster raster, int first) {
      this.file = file;
      this.header = tiff.header();
      this.tag = tiff.noDataTag();
      this.rules = rules;
      this.noData = tiff.noData(rules);
      this.raster = raster;
      this.first = first;
    }

    @Override
    public boolean hasNext() {
      return row < raster.getHeight();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (column == 0) {
        area = header.areaKm2(first + row);
      }
      double value = header.type().value(raster, raster.getMinX() + column, raster.getMinY() + row);
      boolean isNone = noData.holds(value);
      if (!isNone && !rules.isPossible(value)) {
        throw impossible(value);
      }
      Row out =
          RowFactory.create(
              file,
              first + row,
              column,
              header.lon(column),
              header.lat(first + row),
              isNone ? null : (Double) value,
              area);
      column++;
      if (column == raster.getWidth()) {
        column = 0;
        row++;
      }
      return out;
    }

    private RenxingException impossible(double value) {
      String text = header.type().text(value);
      return new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          String.format(
              Locale.ROOT,
              "%s: row %d, column %d (from 1, from the north-west; %.6f, %.6f): the pixel is %s,"
                  + " and a value must be from %s to 1e30, or be no data; %s; set no-data = \"%s\""
                  + " of the source%s",
              file,
              first + row + 1,
              column + 1,
              header.lon(column),
              header.lat(first + row),
              text,
              rules.mayBeNegative() ? "-1e30" : "0",
              rules.isTagHeeded()
                  ? tag.map(t -> "its tag 42113 says '" + t + "'").orElse("it has no tag 42113")
                  : "its tag is set aside by no-data = none",
              text,
              rules.isPossible(-value)
                  ? ", or negative = true where values below 0 are right"
                  : ""));
    }
  }
}
