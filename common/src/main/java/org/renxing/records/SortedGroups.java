package org.renxing.records;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import scala.Tuple2;

/** The groups of a partition whose records lie in the order of their keys, one after another. */
final class SortedGroups<T extends Serializable> implements Iterator<SortedGroups.Group<T>> {
  private final Iterator<Tuple2<String, byte[]>> sorted;
  private Optional<Tuple2<String, byte[]>> next;

  /** All records of a key. */
  record Group<T>(String key, List<T> records) {}

  SortedGroups(Iterator<Tuple2<String, byte[]>> sorted) {
    this.sorted = sorted;
    this.next = following();
  }

  private Optional<Tuple2<String, byte[]>> following() {
    return sorted.hasNext() ? Optional.of(sorted.next()) : Optional.empty();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Group<T> next() {
    String key = next.orElseThrow()._1();
    List<T> records = new ArrayList<>();
    while (next.isPresent() && next.get()._1().equals(key)) {
      records.add(RecordBytes.read(next.get()._2()));
      next = following();
    }
    return new Group<>(key, records);
  }
}
