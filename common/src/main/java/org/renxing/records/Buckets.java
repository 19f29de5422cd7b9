package org.renxing.records;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import scala.Tuple2;

/**
 * How records come together by key: each goes to the bucket of its key, those of a bucket travel
 * packed, and where a bucket has arrived its records are grouped.
 */
final class Buckets {
  /** So many that one of them fits into memory many times over. */
  static final int COUNT = 256;

  /** Bytes of records that travel together, before they are compressed. */
  private static final int SIZE = 1 << 15;

  private static final int GOLDEN = 0x9E3779B9;

  private Buckets() {}

  /** The bucket of a key, from 0. */
  static int of(String key) {
    int mixed = key.hashCode() * GOLDEN;
    return (mixed ^ (mixed >>> 16)) & (COUNT - 1);
  }

  /** Packs records by the bucket of their key. */
  static final class Packing<T extends Serializable> implements Iterator<Tuple2<Integer, byte[]>> {
    private final Iterator<T> records;
    private final Records.Key<T> key;
    private final Map<Integer, RecordWriter> open = new TreeMap<>();

    Packing(Iterator<T> records, Records.Key<T> key) {
      this.records = records;
      this.key = key;
    }

    @Override
    public boolean hasNext() {
      return records.hasNext() || !open.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
      while (records.hasNext()) {
        T record = records.next();
        int bucket = of(key.of(record));
        RecordWriter writer = open.computeIfAbsent(bucket, none -> new RecordWriter());
        writer.add(record);
        if (writer.size() >= SIZE) {
          return closed(bucket);
        }
      }
      if (open.isEmpty()) {
        throw new NoSuchElementException();
      }
      return closed(open.keySet().iterator().next());
    }

    private Tuple2<Integer, byte[]> closed(int bucket) {
      return new Tuple2<>(bucket, open.remove(bucket).close());
    }
  }

  /** What a function makes of each group; packs of a bucket come one after another. */
  static final class Grouping<T extends Serializable, R> implements Iterator<Iterator<R>> {
    private final Iterator<Tuple2<Integer, byte[]>> sorted;
    private final Records.Key<T> key;
    private final Records.Group<T, R> group;
    private Optional<Tuple2<Integer, byte[]>> next;

    Grouping(
        Iterator<Tuple2<Integer, byte[]>> sorted, Records.Key<T> key, Records.Group<T, R> group) {
      this.sorted = sorted;
      this.key = key;
      this.group = group;
      this.next = following();
    }

    private Optional<Tuple2<Integer, byte[]>> following() {
      return sorted.hasNext() ? Optional.of(sorted.next()) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return next.isPresent();
    }

    /** All that the groups of a bucket come to. */
    @Override
    public Iterator<R> next() {
      int bucket = next.orElseThrow(NoSuchElementException::new)._1();
      List<T> all = new ArrayList<>();
      while (next.isPresent() && next.get()._1() == bucket) {
        RecordBytes.<T>all(next.get()._2()).forEachRemaining(all::add);
        next = following();
      }
      return new FlatIterator<>(
          LocalRecords.inOrder(all.iterator(), key).entrySet().iterator(),
          e -> group.of(e.getKey(), e.getValue()));
    }
  }
}
