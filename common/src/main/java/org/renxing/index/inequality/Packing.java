package org.renxing.index.inequality;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Packs the values of a partition, one row a cell and group instead of one a value, so that the
 * shuffle moves eight bytes a value. Holds so many values at most; then it hands on what it has.
 */
final class Packing implements MapPartitionsFunction<Row, Row> {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "measure string, grouping string, year int, group_value string, packed binary");

  private static final long serialVersionUID = 1L;
  private static final int MOST = 1 << 20;

  @Override
  public Iterator<Row> call(Iterator<Row> values) {
    return new Packed(values);
  }

  private record GroupKey(CellKey cell, String group) {}

  /** The packed rows, made as they are asked for. */
  private static final class Packed implements Iterator<Row> {
    private final Iterator<Row> values;
    private final Queue<Row> ready = new ArrayDeque<>();

    Packed(Iterator<Row> values) {
      this.values = values;
    }

    @Override
    public boolean hasNext() {
      if (ready.isEmpty() && values.hasNext()) {
        pack();
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void pack() {
      Map<GroupKey, ValueBytes> packs = new HashMap<>();
      for (int count = 0; count < MOST && values.hasNext(); count++) {
        Row row = values.next();
        packs
            .computeIfAbsent(new GroupKey(CellKey.of(row), row.getString(3)), k -> new ValueBytes())
            .add(row.getDouble(4));
      }
      packs.forEach(
          (key, pack) ->
              ready.add(
                  RowFactory.create(
                      key.cell().measure(),
                      key.cell().grouping(),
                      key.cell().year(),
                      key.group(),
                      pack.bytes())));
    }
  }
}
