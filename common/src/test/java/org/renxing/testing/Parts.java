package org.renxing.testing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;

/** The same records held here and distributed, for tests. */
public final class Parts {
  private Parts() {}

  /** Records that are held, then the same in three partitions of Spark. */
  public static <T extends Serializable> List<Records<T>> of(List<T> records) {
    ArrayList<T> all = new ArrayList<>(records);
    Records<T> distributed =
        SparkRecords.of(
            SparkExtension.session()
                .createDataFrame(
                    IntStream.range(0, all.size()).mapToObj(i -> Frames.row(i)).toList(),
                    StructType.fromDDL("i int"))
                .repartition(3),
            rows -> {
              List<T> part = new ArrayList<>();
              rows.forEachRemaining(row -> part.add(all.get(row.getInt(0))));
              return part.iterator();
            });
    return List.of(LocalRecords.of(records), distributed);
  }
}
