package org.renxing.records;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udaf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.TableRows;
import scala.Tuple2;

/**
 * Records that are distributed by Spark, each as one binary value: whatever the records are, plans
 * have the same two columns, so that code generated for one serves all.
 *
 * @param <T> immutable
 */
public final class SparkRecords<T extends Serializable> implements Records<T> {
  private static final Encoder<Tuple2<String, byte[]>> KEYED =
      Encoders.tuple(Encoders.STRING(), Encoders.BINARY());
  private final Dataset<byte[]> bodies;

  private SparkRecords(Dataset<byte[]> bodies) {
    this.bodies = bodies;
  }

  /** The records that a function makes of the rows of each partition. */
  public static <T extends Serializable> SparkRecords<T> of(
      Dataset<Row> rows, Each<Iterator<Row>, T> each) {
    MapPartitionsFunction<Row, byte[]> made = part -> written(each.of(part));
    return new SparkRecords<>(rows.mapPartitions(made, Encoders.BINARY()));
  }

  @Override
  public Records<T> and(Records<T> others) {
    if (others instanceof SparkRecords<T> there) {
      return new SparkRecords<>(bodies.union(there.bodies));
    }
    List<byte[]> here = others.list().stream().map(SerializationUtils::serialize).toList();
    return new SparkRecords<>(
        bodies.union(bodies.sparkSession().createDataset(here, Encoders.BINARY())));
  }

  @Override
  public <R extends Serializable> Records<R> flatMap(Each<T, R> each) {
    MapPartitionsFunction<byte[], byte[]> made =
        part -> written(new FlatIterator<>(SparkRecords.<T>read(part), each));
    return new SparkRecords<>(bodies.mapPartitions(made, Encoders.BINARY()));
  }

  @Override
  public <R extends Serializable> Records<R> groupedBy(Key<T> key, Group<T, R> group) {
    FlatMapGroupsFunction<String, Tuple2<String, byte[]>, byte[]> made =
        (k, all) -> {
          List<T> records = new ArrayList<>();
          all.forEachRemaining(pair -> records.add(SerializationUtils.deserialize(pair._2())));
          return written(group.of(k, records));
        };
    return new SparkRecords<>(
        keyed(key)
            .groupByKey((MapFunction<Tuple2<String, byte[]>, String>) Tuple2::_1, Encoders.STRING())
            .flatMapGroups(made, Encoders.BINARY()));
  }

  /** Spark would put small groups into one partition; a number of partitions holds. */
  @Override
  public <R extends Serializable> Records<R> sharedOut(int groups, Key<T> key, Group<T, R> group) {
    int processors = bodies.sparkSession().sparkContext().defaultParallelism();
    MapPartitionsFunction<Tuple2<String, byte[]>, byte[]> made =
        part ->
            written(
                new FlatIterator<>(new SortedGroups<T>(part), g -> group.of(g.key(), g.records())));
    return new SparkRecords<>(
        keyed(key)
            .repartition(Math.max(1, Math.min(groups, processors)), col("_1"))
            .sortWithinPartitions(col("_1"))
            .mapPartitions(made, Encoders.BINARY()));
  }

  private Dataset<Tuple2<String, byte[]>> keyed(Key<T> key) {
    MapPartitionsFunction<byte[], Tuple2<String, byte[]>> keyed =
        part ->
            new FlatIterator<>(
                part,
                body ->
                    List.of(new Tuple2<>(key.of(SerializationUtils.<T>deserialize(body)), body))
                        .iterator());
    return bodies.mapPartitions(keyed, KEYED);
  }

  @Override
  public <A extends Accumulator<T, A>> A reduce(Start<T, A> start) {
    byte[] out =
        bodies
            .select(udaf(new Reduction<>(start), Encoders.BINARY()).apply(col("value")))
            .as(Encoders.BINARY())
            .first();
    return SerializationUtils.deserialize(out);
  }

  @Override
  public List<T> list() {
    return bodies.collectAsList().stream().map(SerializationUtils::<T>deserialize).toList();
  }

  @Override
  public Records<T> kept() {
    return new SparkRecords<>(bodies.persist());
  }

  @Override
  public void release() {
    bodies.unpersist();
  }

  @Override
  public TableRows rows(StructType schema, Each<T, Row> each) {
    MapPartitionsFunction<byte[], Row> made =
        part -> new FlatIterator<>(SparkRecords.<T>read(part), each);
    return new TableRows.Planned(bodies.mapPartitions(made, Encoders.row(schema)));
  }

  private static <T extends Serializable> Iterator<T> read(Iterator<byte[]> bodies) {
    return new FlatIterator<>(
        bodies, body -> List.of(SerializationUtils.<T>deserialize(body)).iterator());
  }

  private static <R extends Serializable> Iterator<byte[]> written(Iterator<R> records) {
    return new FlatIterator<>(
        records, record -> List.of(SerializationUtils.serialize(record)).iterator());
  }

  /** An accumulator on its way between partitions. */
  public static final class Buffer implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Serializable accumulator;

    Buffer(Serializable accumulator) {
      this.accumulator = accumulator;
    }
  }

  /** An accumulator as an aggregation of Spark. */
  private static final class Reduction<T extends Serializable, A extends Accumulator<T, A>>
      extends Aggregator<byte[], Buffer, byte[]> {
    private static final long serialVersionUID = 1L;
    private final Start<T, A> start;

    Reduction(Start<T, A> start) {
      this.start = start;
    }

    @Override
    public Buffer zero() {
      return new Buffer(start.accumulator());
    }

    @Override
    public Buffer reduce(Buffer sum, byte[] body) {
      accumulator(sum).add(SerializationUtils.deserialize(body));
      return sum;
    }

    @Override
    public Buffer merge(Buffer sum, Buffer other) {
      accumulator(sum).merge(accumulator(other));
      return sum;
    }

    @Override
    public byte[] finish(Buffer sum) {
      return SerializationUtils.serialize(sum.accumulator);
    }

    @SuppressWarnings("unchecked") // as zero made it
    private A accumulator(Buffer sum) {
      return (A) sum.accumulator;
    }

    @Override
    public Encoder<Buffer> bufferEncoder() {
      return Encoders.javaSerialization(Buffer.class);
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
      return Encoders.BINARY();
    }
  }
}
