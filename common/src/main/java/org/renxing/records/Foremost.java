package org.renxing.records;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first so many records in an order, however many there are.
 *
 * @param <T> immutable
 */
public final class Foremost<T extends Serializable> implements Accumulator<T, Foremost<T>> {
  private static final long serialVersionUID = 1L;
  private final int most;
  private final Order<T> order;
  private final List<T> kept = new ArrayList<>();

  /** An order of records, in which no two are equal. */
  public interface Order<T> extends Comparator<T>, Serializable {}

  /** None yet, of at most so many. */
  public Foremost(int most, Order<T> order) {
    this.most = most;
    this.order = order;
  }

  @Override
  public void add(T record) {
    kept.add(record);
    if (kept.size() > 2 * most) {
      cut();
    }
  }

  @Override
  public void merge(Foremost<T> other) {
    kept.addAll(other.kept);
    cut();
  }

  private void cut() {
    kept.sort(order);
    kept.subList(Math.min(most, kept.size()), kept.size()).clear();
  }

  /** These records, in their order. */
  public List<T> records() {
    cut();
    return List.copyOf(kept);
  }
}
