package org.renxing.records;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.TableRows;
import scala.Tuple2;

/**
 * Records that are distributed by Spark, each as one binary value where it is stored or moved:
 * whatever the records are, plans have the same two columns, so that code generated for one serves
 * all. What is made of a record after another is made in one pass.
 *
 * @param <T> immutable
 */
public final class SparkRecords<T extends Serializable> implements Records<T> {
  private static final Encoder<Tuple2<String, byte[]>> KEYED =
      Encoders.tuple(Encoders.STRING(), Encoders.BINARY());

  private final Dataset<Row> source;
  private final Each<Iterator<Row>, T> each;

  /** The records as they lie in the source, where they do. */
  private final Optional<Dataset<byte[]>> stored;

  private SparkRecords(
      Dataset<Row> source, Each<Iterator<Row>, T> each, Optional<Dataset<byte[]>> stored) {
    this.source = source;
    this.each = each;
    this.stored = stored;
  }

  /** The records that a function makes of the rows of each partition. */
  public static <T extends Serializable> SparkRecords<T> of(
      Dataset<Row> rows, Each<Iterator<Row>, T> each) {
    return new SparkRecords<>(rows, each, Optional.empty());
  }

  private static <T extends Serializable> SparkRecords<T> of(Dataset<byte[]> bodies) {
    return new SparkRecords<>(
        bodies.toDF(),
        part ->
            new FlatIterator<>(
                part, row -> List.of(RecordBytes.<T>read((byte[]) row.get(0))).iterator()),
        Optional.of(bodies));
  }

  private Dataset<byte[]> bodies() {
    return stored.orElseGet(
        () -> made(record -> List.of(RecordBytes.of(record)).iterator(), Encoders.BINARY()));
  }

  private <R> Dataset<R> made(Each<T, R> next, Encoder<R> encoder) {
    Each<Iterator<Row>, T> before = each;
    MapPartitionsFunction<Row, R> made = part -> new FlatIterator<>(before.of(part), next);
    return source.mapPartitions(made, encoder);
  }

  @Override
  public Records<T> and(Records<T> others) {
    if (others instanceof SparkRecords<T> there) {
      return of(bodies().union(there.bodies()));
    }
    List<byte[]> here = others.list().stream().map(RecordBytes::of).toList();
    return of(bodies().union(source.sparkSession().createDataset(here, Encoders.BINARY())));
  }

  @Override
  public <R extends Serializable> Records<R> flatMap(Each<T, R> next) {
    Each<Iterator<Row>, T> before = each;
    return new SparkRecords<>(
        source, part -> new FlatIterator<>(before.of(part), next), Optional.empty());
  }

  @Override
  public <R extends Serializable> Records<R> groupedBy(Key<T> key, Group<T, R> group) {
    FlatMapGroupsFunction<String, Tuple2<String, byte[]>, byte[]> made =
        (k, all) -> {
          List<T> records = new ArrayList<>();
          all.forEachRemaining(pair -> records.add(RecordBytes.read(pair._2())));
          return new FlatIterator<>(
              group.of(k, records), record -> List.of(RecordBytes.of(record)).iterator());
        };
    return of(
        keyed(key)
            .groupByKey((MapFunction<Tuple2<String, byte[]>, String>) Tuple2::_1, Encoders.STRING())
            .flatMapGroups(made, Encoders.BINARY()));
  }

  /** Spark would put small groups into one partition; a number of partitions holds. */
  @Override
  public <R extends Serializable> Records<R> sharedOut(int groups, Key<T> key, Group<T, R> group) {
    int processors = source.sparkSession().sparkContext().defaultParallelism();
    MapPartitionsFunction<Tuple2<String, byte[]>, byte[]> made =
        part ->
            new FlatIterator<>(
                new FlatIterator<>(new SortedGroups<T>(part), g -> group.of(g.key(), g.records())),
                record -> List.of(RecordBytes.of(record)).iterator());
    return of(
        keyed(key)
            .repartition(Math.max(1, Math.min(groups, processors)), col("_1"))
            .sortWithinPartitions(col("_1"))
            .mapPartitions(made, Encoders.BINARY()));
  }

  private Dataset<Tuple2<String, byte[]>> keyed(Key<T> key) {
    Each<T, Tuple2<String, byte[]>> keyed =
        record -> List.of(new Tuple2<>(key.of(record), RecordBytes.of(record))).iterator();
    return made(keyed, KEYED);
  }

  @Override
  public Records<T> combined(Key<T> key, Group<T, T> group) {
    Each<Iterator<Row>, T> before = each;
    return new SparkRecords<>(
        source,
        part ->
            new FlatIterator<>(
                new Chunks<>(before.of(part)),
                chunk -> LocalRecords.of(chunk).groupedBy(key, group).list().iterator()),
        Optional.empty());
  }

  /** Each partition adds up its own records, which need not be written and read for that. */
  @Override
  public <A extends Accumulator<T, A>> A reduce(Start<T, A> start) {
    Each<Iterator<Row>, T> before = each;
    MapPartitionsFunction<Row, byte[]> made =
        part -> {
          A sum = start.accumulator();
          before.of(part).forEachRemaining(sum::add);
          return List.of(RecordBytes.of(sum)).iterator();
        };
    A out = start.accumulator();
    source
        .mapPartitions(made, Encoders.BINARY())
        .collectAsList()
        .forEach(sum -> out.merge(RecordBytes.read(sum)));
    return out;
  }

  @Override
  public List<T> list() {
    return bodies().collectAsList().stream().map(RecordBytes::<T>read).toList();
  }

  @Override
  public Records<T> kept() {
    return of(bodies().persist());
  }

  @Override
  public void release() {
    source.unpersist();
  }

  @Override
  public TableRows rows(StructType schema, Each<T, Row> each) {
    return new TableRows.Planned(made(each, Encoders.row(schema)));
  }
}
