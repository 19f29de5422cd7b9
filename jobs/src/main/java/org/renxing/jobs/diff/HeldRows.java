package org.renxing.jobs.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.renxing.lake.RowReader;

/** Rows of a table, or the share of them that is compared at a time, column by column. */
final class HeldRows {
  private final ComparedColumns columns;
  private final List<HeldColumn> held = new ArrayList<>();
  private int size;
  private Integer[] order = {};

  private HeldRows(ComparedColumns columns, TextPool texts) {
    this.columns = columns;
    columns.kinds().forEach(kind -> held.add(HeldColumn.of(kind, texts)));
  }

  /**
   * Reads rows.
   *
   * @param share which of the shares, from 0; a row belongs to the share that its key falls into
   */
  static HeldRows of(
      RowReader reader,
      Optional<String> scenario,
      ComparedColumns columns,
      TextPool texts,
      int share,
      int shares) {
    HeldRows out = new HeldRows(columns, texts);
    List<String> names = List.of(reader.schema().fieldNames());
    int[] places = columns.names().stream().mapToInt(names::indexOf).toArray();
    reader.forEach(
        scenario,
        row -> {
          if (shares == 1 || share(row, places, columns.keyCount(), shares) == share) {
            for (int i = 0; i < places.length; i++) {
              out.held.get(i).set(out.size, row.get(places[i]));
            }
            out.size++;
          }
        });
    out.order = IntStream.range(0, out.size).boxed().toArray(Integer[]::new);
    Arrays.sort(out.order, (a, b) -> out.compare(a, out, b, out.held.size()));
    return out;
  }

  /** By a hash of the key that does not depend on its types, as far as they are compared. */
  private static int share(Row row, int[] places, int keyCount, int shares) {
    int hash = 1;
    for (int i = 0; i < keyCount; i++) {
      hash = 31 * hash + hash(row.get(places[i]));
    }
    return Math.floorMod(hash ^ (hash >>> 16), shares);
  }

  private static int hash(Object value) {
    if (value instanceof Double number) {
      return Double.hashCode(number + 0.0); // -0 + 0 is 0
    } else if (value instanceof Integer || value instanceof Long) {
      return Long.hashCode(((Number) value).longValue());
    }
    return Arrays.deepHashCode(new Object[] {value});
  }

  /** How many rows. */
  int size() {
    return size;
  }

  /** The row at a place in the order of keys. */
  int row(int place) {
    return order[place];
  }

  /** The order of the keys of two rows. */
  int compareKeys(int row, HeldRows other, int otherRow) {
    return compare(row, other, otherRow, columns.keyCount());
  }

  private int compare(int row, HeldRows other, int otherRow, int count) {
    int out = 0;
    for (int i = 0; out == 0 && i < count; i++) {
      out = held.get(i).order(row, other.held.get(i), otherRow);
    }
    return out;
  }

  /** A column by its place. */
  HeldColumn column(int place) {
    return held.get(place);
  }

  /** The key of a row. */
  RowKey key(int row) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < columns.keyCount(); i++) {
      out.put(columns.names().get(i), held.get(i).value(row));
    }
    return new RowKey(out);
  }
}
