package org.renxing.normalisation;

import java.io.Serializable;

/**
 * What a normalisation method keeps of one indicator's values in scope. Merging the statistics of
 * any parts of the rows gives what one pass over all of them gives, bit for bit.
 *
 * @param <S> the kind of statistic with which it merges
 */
public interface ColumnStatistic<S extends ColumnStatistic<S>> extends Serializable {
  /** Adds a value that is not missing. */
  void add(double x);

  /** Adds what another statistic has seen. */
  void merge(S other);
}
