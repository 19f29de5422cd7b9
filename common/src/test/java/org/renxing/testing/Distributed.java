package org.renxing.testing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.sql.Row;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;

/** Records that Spark distributes, from a list. */
public final class Distributed {
  private Distributed() {}

  /** The same records in so many partitions. */
  public static <T extends Serializable> Records<T> of(List<T> records, int partitions) {
    List<Row> rows = new ArrayList<>();
    records.forEach(r -> rows.add(Frames.row((Object) SerializationUtils.serialize(r))));
    return SparkRecords.of(
        Frames.of("body binary", rows).repartition(partitions),
        part -> {
          List<T> out = new ArrayList<>();
          part.forEachRemaining(r -> out.add(SerializationUtils.deserialize((byte[]) r.get(0))));
          return out.iterator();
        });
  }
}
