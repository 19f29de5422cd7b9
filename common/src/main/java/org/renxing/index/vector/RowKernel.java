package org.renxing.index.vector;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Turns each row of a partition into rows of its own, one at a time. */
public abstract class RowKernel implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** What becomes of a row. */
  protected abstract List<Row> of(Row row);

  @Override
  public final Iterator<Row> call(Iterator<Row> rows) {
    return new Flattened(rows);
  }

  private final class Flattened implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Iterator<Row> made = List.<Row>of().iterator();

    Flattened(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (!made.hasNext() && rows.hasNext()) {
        made = of(rows.next()).iterator();
      }
      return made.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no row is left of the partition");
      }
      return made.next();
    }
  }
}
