package org.renxing.index;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import scala.jdk.javaapi.CollectionConverters;

/** Repeats unit rows once for each group to which the unit belongs, for summaries. */
public final class Groups {
  /** Type and value of the group that holds every unit. */
  public static final String ALL = "all";

  private Groups() {}

  /**
   * Adds group_type and group_value: one row for {@code all}, and one for each grouping.
   *
   * @param frame has unit_id
   * @param units unit_id, unique, and the grouping columns; joined by broadcast
   * @param groupings columns of {@code units}; a unit without a value in one is left out of it
   * @throws RenxingException CONFIGURATION where {@code units} lacks a grouping
   */
  public static Dataset<Row> expand(
      Dataset<Row> frame, Dataset<Row> units, List<String> groupings) {
    groupings.forEach(g -> requireColumn(units, g, "groupings"));
    List<Column> kept = new ArrayList<>();
    for (String column : frame.columns()) {
      kept.add(col(column));
    }
    List<Column> structs = new ArrayList<>();
    structs.add(struct(lit(ALL).as("group_type"), lit(ALL).as("group_value")));
    List<Column> attributes = new ArrayList<>(List.of(col("unit_id")));
    for (int i = 0; i < groupings.size(); i++) {
      String alias = "grouping_" + i;
      attributes.add(col(groupings.get(i)).cast("string").as(alias));
      structs.add(struct(lit(groupings.get(i)).as("group_type"), col(alias).as("group_value")));
    }
    Dataset<Row> joined =
        groupings.isEmpty()
            ? frame
            : frame.join(
                broadcast(units.select(attributes.toArray(Column[]::new))),
                CollectionConverters.asScala(List.of("unit_id")).toSeq(),
                "left");
    kept.add(inline(array(structs.toArray(Column[]::new))));
    return joined.select(kept.toArray(Column[]::new)).where(col("group_value").isNotNull());
  }

  /**
   * Says plainly that a grouping names no column.
   *
   * @param key the configuration key that names it
   * @throws RenxingException CONFIGURATION
   */
  public static void requireColumn(Dataset<Row> units, String column, String key) {
    List<String> known = List.of(units.columns());
    if (!known.contains(column)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          key + ": units have no column '" + column + "'; they have " + known);
    }
  }
}
