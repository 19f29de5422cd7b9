package org.renxing.geo;

import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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

/**
 * The pixels of GeoTIFFs as rows, one a pixel: source_file, row, column (from 0, north-west first),
 * lon and lat of its centre, value (null for no data), area_km2 (true area).
 *
 * <p>Read: one band of 8, 16 or 32 bits of whole numbers or 32 or 64 bits of floating point, in
 * strips or tiles, plain, LZW, Deflate or PackBits; north up, in degrees of WGS84 or CGCS2000, by
 * ModelPixelScale and ModelTiepoint; the tiepoint is an edge or, as RasterPixelIsPoint, a centre.
 * Anything else is refused by name of the file.
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
   */
  public static Dataset<Row> of(SparkSession spark, Map<String, String> files) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(spark.sparkContext().conf());
    List<Row> blocks = new ArrayList<>();
    files.forEach(
        (name, path) -> {
          try (GeoTiff tiff = GeoTiff.open(name, path, hadoop)) {
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
        .flatMap((FlatMapFunction<Row, Row>) RasterPixels::pixels, Encoders.row(PIXEL));
  }

  private static Iterator<Row> pixels(Row block) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    int first = block.getInt(2);
    try (GeoTiff tiff = GeoTiff.open(block.getString(0), block.getString(1), hadoop)) {
      Raster raster = tiff.rows(first, block.getInt(3));
      return new Pixels(block.getString(0), tiff.header(), raster, first);
    }
  }

  /** The pixels of some rows. */
  private static final class Pixels implements Iterator<Row> {
    private final String file;
    private final GeoTiffHeader header;
    private final Raster raster;
    private final int first;
    private int row;
    private int column;
    private double area;

    Pixels(String file, GeoTiffHeader header, Raster raster, int first) {
      this.file = file;
      this.header = header;
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
      double value = raster.getSampleDouble(raster.getMinX() + column, raster.getMinY() + row, 0);
      boolean isNone = !Double.isFinite(value) || isNoData(value);
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

    /** Files of single precision state their mark in double. */
    private boolean isNoData(double value) {
      return header
          .noData()
          .filter(mark -> value == mark || value == (double) mark.floatValue())
          .isPresent();
    }
  }
}
