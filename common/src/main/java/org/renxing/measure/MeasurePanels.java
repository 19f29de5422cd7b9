package org.renxing.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Groups;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Measures as panels on the executors: one task holds the values of one measure at a time, units ×
 * years doubles, and never the driver. What is made of them does not depend on partitions, since
 * rows come in the order of unit and year.
 */
public final class MeasurePanels {
  private MeasurePanels() {}

  /**
   * The rows of measures with what is known of their units, each measure in one partition and in
   * order: measure, unit_id, year, value, unit_name, groups, lon, lat. Keep it where several
   * analyses read it.
   *
   * @param measures measure, unit_id, unit_name, year, value; no nulls; unique by the first two and
   *     the year
   * @param units unit_id, unique, lon, lat (may be null) and the grouping columns
   * @param groupings columns of units; a unit without a value in one is in no group of it
   * @throws org.renxing.model.RenxingException CONFIGURATION where units lack a grouping
   */
  public static Dataset<Row> of(Dataset<Row> measures, Dataset<Row> units, List<String> groupings) {
    groupings.forEach(g -> Groups.requireColumn(units, g, "groupings"));
    List<Column> attributes = new ArrayList<>(List.of(col("unit_id"), col("lon"), col("lat")));
    List<Column> groups = new ArrayList<>();
    for (int i = 0; i < groupings.size(); i++) {
      attributes.add(col(groupings.get(i)).cast("string").as("group_" + i));
      groups.add(col("group_" + i));
    }
    int partitions = measures.sparkSession().sparkContext().defaultParallelism();
    return measures
        .join(
            broadcast(units.select(attributes.toArray(Column[]::new))),
            CollectionConverters.asScala(List.of("unit_id")).toSeq(),
            "left")
        .select(
            col("measure"),
            col("unit_id"),
            col("year"),
            col("value"),
            col("unit_name"),
            array(groups.toArray(Column[]::new)).cast("array<string>").as("groups"),
            col("lon"),
            col("lat"))
        .repartition(partitions, col("measure"))
        .sortWithinPartitions("measure", "unit_id", "year");
  }

  /** The panels of a partition's rows, in the shape of {@link #of}. */
  public static Iterator<MeasurePanel> read(Iterator<Row> rows) {
    return new PanelReader(rows);
  }
}
