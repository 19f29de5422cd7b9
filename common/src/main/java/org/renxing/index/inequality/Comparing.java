package org.renxing.index.inequality;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.Sample;

/** Computes the indices of each cell, one cell in memory at a time. */
final class Comparing implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Iterator<Row> sorted) {
    return new Compared(sorted);
  }

  /** The cells, made as they are asked for. */
  private static final class Compared implements Iterator<Row> {
    private final Iterator<Row> packed;
    private Row ahead;

    /** Packed rows, those of a cell together. */
    Compared(Iterator<Row> packed) {
      this.packed = packed;
      this.ahead = packed.hasNext() ? packed.next() : Row.empty();
    }

    @Override
    public boolean hasNext() {
      return ahead.size() > 0;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      CellKey key = CellKey.of(ahead);
      Sample.Builder sample = new Sample.Builder();
      while (hasNext() && CellKey.of(ahead).equals(key)) {
        sample.addAll(ahead.getString(3), ValueBytes.doubles(ahead.getAs(4)));
        ahead = packed.hasNext() ? packed.next() : Row.empty();
      }
      return InequalityRow.of(key, Inequality.of(sample.build(), Inequality.EPSILONS));
    }
  }
}
