package org.renxing.jobs.diff;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.Releases;
import org.renxing.lake.RowReader;
import org.renxing.model.TableName;

/**
 * What {@code gold.release_table} says of one release, without what differs between any two
 * releases of equal content: ids, versions, hashes and times.
 */
record ReleasedParts(Releases.Release release) implements RowReader {
  static final TableName TABLE = Releases.TABLE;

  @Override
  public StructType schema() {
    return new StructType()
        .add("table_name", DataTypes.StringType)
        .add("scenario_id", DataTypes.StringType)
        .add("row_count", DataTypes.LongType);
  }

  @Override
  public long rowCount() {
    return release.entries().size();
  }

  @Override
  public void forEach(Optional<String> scenario, Consumer<Row> use) {
    release.entries().stream()
        .filter(e -> scenario.isEmpty() || e.scenario().equals(scenario.get()))
        .forEach(e -> use.accept(RowFactory.create(e.table().toString(), e.scenario(), e.rows())));
  }
}
