package org.renxing.records;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.TableRows;

/**
 * Records of one kind, such as the packed panels of units: held in this JVM where they are few
 * ({@link LocalRecords}), distributed by Spark where they are many ({@link SparkRecords}). A method
 * is written once, as kernels; both give the same results.
 *
 * <p>All but {@link #reduce}, {@link #list} and {@link #kept} are lazy. Functions must not depend
 * on the order of records, nor on their partitions.
 *
 * @param <T> immutable
 */
public interface Records<T extends Serializable> {

  /** A function from a record to any number of others. */
  interface Each<T, R> extends Serializable {
    Iterator<R> of(T record);
  }

  /** The text by which a record is grouped. */
  interface Key<T> extends Serializable {
    String of(T record);
  }

  /** A function from all records of a group, in any order, to any number of others. */
  interface Group<T, R> extends Serializable {
    Iterator<R> of(String key, List<T> records);
  }

  /**
   * What becomes of many records when they are brought together; see {@link Accumulator}.
   *
   * @param <A> the accumulator
   */
  interface Start<T, A extends Accumulator<T, A>> extends Serializable {
    A accumulator();
  }

  /** One record made of another. */
  interface One<T, R> extends Serializable {
    R of(T record);
  }

  /** Whether a record is wanted. */
  interface Test<T> extends Serializable {
    boolean of(T record);
  }

  /** The record that a function makes of each. */
  default <R extends Serializable> Records<R> map(One<T, R> one) {
    return flatMap(record -> List.of(one.of(record)).iterator());
  }

  /** Only the records that are wanted. */
  default Records<T> where(Test<T> test) {
    return flatMap(record -> (test.of(record) ? List.of(record) : List.<T>of()).iterator());
  }

  /** These records and others. */
  Records<T> and(Records<T> others);

  /** The records that a function makes of each. */
  <R extends Serializable> Records<R> flatMap(Each<T, R> each);

  /** The records that a function makes of all records of each group. */
  <R extends Serializable> Records<R> groupedBy(Key<T> key, Group<T, R> group);

  /**
   * The same records, of which those of a group that are together already are made into one: before
   * {@link #groupedBy} moves many small ones.
   *
   * @param group gives the same whether it is applied to all at once or first to parts
   */
  Records<T> combined(Key<T> key, Group<T, T> group);

  /**
   * The same as {@link #groupedBy}, of groups each of which is much work: they are shared out among
   * all processors, however small they are.
   *
   * @param groups about how many there are
   */
  <R extends Serializable> Records<R> sharedOut(int groups, Key<T> key, Group<T, R> group);

  /** All records in one accumulator. */
  <A extends Accumulator<T, A>> A reduce(Start<T, A> start);

  /** All records, in no particular order; for few. */
  List<T> list();

  /** The same records, computed once and kept until they are released. */
  Records<T> kept();

  /** Gives up what {@link #kept} holds. */
  void release();

  /** Rows of a table, one a record. */
  default TableRows rowEach(StructType schema, One<T, Row> row) {
    return rows(schema, record -> List.of(row.of(record)).iterator());
  }

  /** Rows of a table, one or several a record. */
  TableRows rows(StructType schema, Each<T, Row> each);
}
