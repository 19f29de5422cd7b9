package org.renxing.index.obstacle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.ExactParts;
import org.renxing.index.vector.IndicatorVectors;

/**
 * Sums of a partition's degrees by scope, year and class; exact, so that partitions change no bit.
 */
final class DegreeSums implements MapPartitionsFunction<Row, Row> {
  static final StructType SCHEMA =
      new StructType()
          .add("pair_id", DataTypes.StringType)
          .add("scheme", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("class", DataTypes.StringType)
          .add("n", DataTypes.LongType)
          .add("parts", DataTypes.createArrayType(DataTypes.DoubleType, false));

  private static final long serialVersionUID = 1L;

  /**
   * Sums up.
   *
   * @param rows pair_id, scheme, year, class, degrees
   */
  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Map<List<Object>, Sum> sums = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      List<Object> key = Arrays.asList(row.get(0), row.get(1), row.get(2), row.get(3));
      double[] degrees = IndicatorVectors.doubles(row, 4);
      sums.computeIfAbsent(key, k -> new Sum(degrees.length)).add(degrees);
    }
    List<Row> out = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            out.add(
                RowFactory.create(
                    key.get(0), key.get(1), key.get(2), key.get(3), sum.n, sum.parts)));
    return out.iterator();
  }

  /** Sums of degrees, four exact parts each. */
  static final class Sum {
    private final double[] parts;
    private long n;

    Sum(int degrees) {
      parts = new double[degrees * ExactParts.COUNT];
    }

    void add(double[] degrees) {
      for (int j = 0; j < degrees.length; j++) {
        ExactParts.add(parts, j * ExactParts.COUNT, degrees[j]);
      }
      n++;
    }

    void merge(long others, double[] otherParts) {
      ExactParts.merge(parts, otherParts);
      n += others;
    }

    long n() {
      return n;
    }

    double mean(int j) {
      return ExactParts.total(parts, j * ExactParts.COUNT) / n;
    }
  }
}
