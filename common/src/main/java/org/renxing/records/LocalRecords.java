package org.renxing.records;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.TableRows;

/**
 * Records that are held in this JVM; no session of Spark is needed.
 *
 * @param <T> immutable
 */
public final class LocalRecords<T extends Serializable> implements Records<T> {
  private final Supplier<Iterator<T>> records;

  private LocalRecords(Supplier<Iterator<T>> records) {
    this.records = records;
  }

  /** Records. */
  public static <T extends Serializable> LocalRecords<T> of(List<T> records) {
    List<T> held = List.copyOf(records);
    return new LocalRecords<>(held::iterator);
  }

  /** No records. */
  public static <T extends Serializable> LocalRecords<T> none() {
    return of(List.of());
  }

  @Override
  public Records<T> and(Records<T> others) {
    if (others instanceof LocalRecords<T> here) {
      return new LocalRecords<>(
          () -> new FlatIterator<>(List.of(this, here).iterator(), r -> r.records.get()));
    }
    return others.and(this);
  }

  @Override
  public <R extends Serializable> Records<R> flatMap(Each<T, R> each) {
    return new LocalRecords<>(() -> new FlatIterator<>(records.get(), each));
  }

  @Override
  public <R extends Serializable> Records<R> groupedBy(Key<T> key, Group<T, R> group) {
    return new LocalRecords<>(
        () ->
            new FlatIterator<>(
                groups(key).entrySet().iterator(), e -> group.of(e.getKey(), e.getValue())));
  }

  @Override
  public <R extends Serializable> Records<R> sharedOut(int groups, Key<T> key, Group<T, R> group) {
    return new LocalRecords<>(
        () ->
            groups(key).entrySet().parallelStream()
                .flatMap(
                    e -> {
                      List<R> made = new ArrayList<>();
                      group.of(e.getKey(), e.getValue()).forEachRemaining(made::add);
                      return made.stream();
                    })
                .toList()
                .iterator());
  }

  private Map<String, List<T>> groups(Key<T> key) {
    return inOrder(records.get(), key);
  }

  /** Records by key, in the order of the keys. */
  static <T> Map<String, List<T>> inOrder(Iterator<T> records, Key<T> key) {
    Map<String, List<T>> out = new HashMap<>(); // compares texts once, not at each step of a tree
    records.forEachRemaining(r -> out.computeIfAbsent(key.of(r), k -> new ArrayList<>()).add(r));
    return new TreeMap<>(out);
  }

  @Override
  public Records<T> combined(Key<T> key, Group<T, T> group) {
    return this; // nothing moves
  }

  @Override
  public <A extends Accumulator<T, A>> A reduce(Start<T, A> start) {
    A out = start.accumulator();
    records.get().forEachRemaining(out::add);
    return out;
  }

  @Override
  public List<T> list() {
    List<T> out = new ArrayList<>();
    records.get().forEachRemaining(out::add);
    return List.copyOf(out);
  }

  @Override
  public Records<T> kept() {
    return of(list());
  }

  @Override
  public void release() {
    // what is held here goes with its last user
  }

  @Override
  public TableRows rows(StructType schema, Each<T, Row> each) {
    List<Row> out = new ArrayList<>();
    new FlatIterator<>(records.get(), each).forEachRemaining(out::add);
    return new TableRows.Held(schema, out);
  }
}
