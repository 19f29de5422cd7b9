package org.renxing.records;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
  private static final Encoder<Tuple2<Integer, byte[]>> PACKED =
      Encoders.tuple(Encoders.INT(), Encoders.BINARY());

  /** Bytes of records that are stored together. */
  private static final int SIZE = 1 << 18;

  /** Of them so many are carried by a task that reads what was held. */
  private static final int MOST_IN_TASK = 3;

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

  /** Records that were held here. */
  public static <T extends Serializable> SparkRecords<T> of(SparkSession spark, List<T> held) {
    List<byte[]> bodies = new ArrayList<>();
    RecordBytes.packed(held.iterator(), SIZE).forEachRemaining(bodies::add);
    int slices = Math.max(1, (bodies.size() + MOST_IN_TASK - 1) / MOST_IN_TASK);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return of(spark.createDataset(context.parallelize(bodies, slices).rdd(), Encoders.BINARY()));
  }

  private static <T extends Serializable> SparkRecords<T> of(Dataset<byte[]> bodies) {
    return new SparkRecords<>(
        bodies.toDF(),
        part -> new FlatIterator<>(part, row -> RecordBytes.all((byte[]) row.get(0))),
        Optional.of(bodies));
  }

  private Dataset<byte[]> bodies() {
    Each<Iterator<Row>, T> before = each;
    MapPartitionsFunction<Row, byte[]> packed = part -> RecordBytes.packed(before.of(part), SIZE);
    return stored.orElseGet(() -> source.mapPartitions(packed, Encoders.BINARY()));
  }

  @Override
  public Records<T> and(Records<T> others) {
    if (others instanceof SparkRecords<T> there) {
      return of(bodies().union(there.bodies()));
    }
    return and(of(source.sparkSession(), others.list()));
  }

  @Override
  public <R extends Serializable> Records<R> flatMap(Each<T, R> next) {
    Each<Iterator<Row>, T> before = each;
    return new SparkRecords<>(
        source, part -> new FlatIterator<>(before.of(part), next), Optional.empty());
  }

  @Override
  public <R extends Serializable> Records<R> groupedBy(Key<T> key, Group<T, R> group) {
    return grouped(moving(key).repartition(col("_1")), key, group);
  }

  /** Spark would put small groups into one partition; a number of partitions holds. */
  @Override
  public <R extends Serializable> Records<R> sharedOut(int groups, Key<T> key, Group<T, R> group) {
    int processors = source.sparkSession().sparkContext().defaultParallelism();
    int partitions = Math.max(1, Math.min(groups, processors));
    return grouped(moving(key).repartition(partitions, col("_1")), key, group);
  }

  private Dataset<Tuple2<Integer, byte[]>> moving(Key<T> key) {
    Each<Iterator<Row>, T> before = each;
    MapPartitionsFunction<Row, Tuple2<Integer, byte[]>> packing =
        part -> new Buckets.Packing<>(before.of(part), key);
    return source.mapPartitions(packing, PACKED);
  }

  private static <T extends Serializable, R extends Serializable> Records<R> grouped(
      Dataset<Tuple2<Integer, byte[]>> moved, Key<T> key, Group<T, R> group) {
    MapPartitionsFunction<Tuple2<Integer, byte[]>, byte[]> made =
        part ->
            RecordBytes.packed(
                new FlatIterator<>(new Buckets.Grouping<>(part, key, group), all -> all), SIZE);
    return of(moved.sortWithinPartitions(col("_1")).mapPartitions(made, Encoders.BINARY()));
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
        .forEach(sum -> out.merge(RecordBytes.one(sum)));
    return out;
  }

  @Override
  public List<T> list() {
    List<T> out = new ArrayList<>();
    bodies().collectAsList().forEach(all -> RecordBytes.<T>all(all).forEachRemaining(out::add));
    return out;
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
    Each<Iterator<Row>, T> before = this.each;
    MapPartitionsFunction<Row, Row> made = part -> new FlatIterator<>(before.of(part), each);
    return new TableRows.Planned(source.mapPartitions(made, Encoders.row(schema)));
  }
}
