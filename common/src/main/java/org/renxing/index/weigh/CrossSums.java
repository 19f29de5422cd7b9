package org.renxing.index.weigh;

import java.util.ArrayList;
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

/**
 * Cross sums of a partition's rows, one row a scope year, group and pair of indicators.
 *
 * <p>As rows of their own the k(k + 1)/2 terms of every unit and year would cost ten times as much;
 * here they are two nested loops, and a partition gives as many rows as there are pairs.
 */
final class CrossSums implements MapPartitionsFunction<Row, Row> {
  /** Sums of a pair, in this order: ab, a, b, aa, bb. */
  static final List<String> NAMES = List.of("ab", "a", "b", "aa", "bb");

  static final StructType SCHEMA =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("group", DataTypes.StringType)
          .add("j", DataTypes.StringType)
          .add("k", DataTypes.StringType)
          .add("pairs", DataTypes.LongType)
          .add("parts", DataTypes.createArrayType(DataTypes.DoubleType, false));

  private static final long serialVersionUID = 1;
  private static final int WIDTH = NAMES.size() * ExactParts.COUNT;

  private final String[] codes;

  CrossSums(List<String> codes) {
    this.codes = codes.toArray(String[]::new);
  }

  /**
   * Sums up.
   *
   * @param rows year, group, cells: an array of (indicator_code, dx, dy)
   */
  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Map<String, Integer> places = new HashMap<>();
    for (String code : codes) {
      places.put(code, places.size());
    }
    Map<List<Object>, Table> tables = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      tables
          .computeIfAbsent(List.of(row.getInt(0), row.getString(1)), key -> new Table(codes.length))
          .add(row.getList(2), places);
    }
    List<Row> out = new ArrayList<>();
    tables.forEach((key, table) -> table.write(key, codes, out));
    return out.iterator();
  }

  /** The sums of one scope year and group; pair j ≤ k stands at k(k + 1)/2 + j. */
  private static final class Table {
    private final boolean[] isSeen;
    private final long[] pairs;
    private final double[][] parts;
    private final double[] own;
    private final double[] cross;

    Table(int size) {
      isSeen = new boolean[size];
      pairs = new long[size * (size + 1) / 2];
      parts = new double[pairs.length][];
      own = new double[size];
      cross = new double[size];
    }

    void add(List<Row> cells, Map<String, Integer> places) {
      int[] present = new int[cells.size()];
      for (int i = 0; i < present.length; i++) {
        Row cell = cells.get(i);
        int place = places.get(cell.getString(0));
        present[i] = place;
        isSeen[place] = true;
        own[place] = cell.isNullAt(1) ? Double.NaN : cell.getDouble(1);
        cross[place] = cell.isNullAt(2) ? Double.NaN : cell.getDouble(2);
      }
      for (int k : present) {
        for (int j : present) {
          if (j < k) {
            add(j, k, cross[j], cross[k]);
          } else if (j == k) {
            add(j, k, own[j], own[j]);
          }
        }
      }
    }

    private void add(int j, int k, double a, double b) {
      if (Double.isNaN(a) || Double.isNaN(b)) {
        return;
      }
      int pair = k * (k + 1) / 2 + j;
      if (parts[pair] == null) {
        parts[pair] = new double[WIDTH];
      }
      double[] sums = parts[pair];
      pairs[pair]++;
      ExactParts.add(sums, 0, a * b);
      ExactParts.add(sums, ExactParts.COUNT, a);
      ExactParts.add(sums, 2 * ExactParts.COUNT, b);
      ExactParts.add(sums, 3 * ExactParts.COUNT, a * a);
      ExactParts.add(sums, 4 * ExactParts.COUNT, b * b);
    }

    void write(List<Object> key, String[] codes, List<Row> out) {
      for (int k = 0; k < codes.length; k++) {
        for (int j = 0; j <= k; j++) {
          int pair = k * (k + 1) / 2 + j;
          boolean isDiagonal = j == k && isSeen[k];
          if (isDiagonal || pairs[pair] > 0) {
            double[] sums = parts[pair] == null ? new double[WIDTH] : parts[pair];
            out.add(
                RowFactory.create(key.get(0), key.get(1), codes[j], codes[k], pairs[pair], sums));
          }
        }
      }
    }
  }
}
