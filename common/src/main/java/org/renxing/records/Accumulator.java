package org.renxing.records;

import java.io.Serializable;

/**
 * A reduction of many records to a few figures, which can be computed in parts: the result depends
 * neither on the order of the records nor on how they are divided.
 *
 * @param <T> what is added
 * @param <A> the accumulator itself
 */
public interface Accumulator<T, A extends Accumulator<T, A>> extends Serializable {
  /** Takes in a record. */
  void add(T record);

  /** Takes in all that another has taken in. */
  void merge(A other);
}
