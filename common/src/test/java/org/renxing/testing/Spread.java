package org.renxing.testing;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;

/** Records in the ways in which a method may meet them. */
public final class Spread {
  private Spread() {}

  /** Held here, and distributed over some partitions. */
  public static <T extends Serializable> Stream<Records<T>> ways(List<T> records) {
    return Stream.of(LocalRecords.of(records), over(3, records));
  }

  /** Distributed over partitions. */
  public static <T extends Serializable> Records<T> over(int partitions, List<T> records) {
    List<Row> bodies =
        records.stream().map(r -> RowFactory.create(SerializationUtils.serialize(r))).toList();
    return SparkRecords.of(
        Frames.of("body binary", bodies).repartition(partitions),
        part -> {
          Iterable<Row> rows = () -> part;
          return StreamSupport.stream(rows.spliterator(), false)
              .map(row -> SerializationUtils.<T>deserialize(row.<byte[]>getAs(0)))
              .iterator();
        });
  }
}
