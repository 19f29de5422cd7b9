package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.geo.ZoneMap;

/**
 * Outlines of which one unit and zone has several rows.
 *
 * <ul>
 *   <li>The same outline again, whatever its source: the first by source, file and row counts, the
 *       others are {@code DUPLICATE_OUTLINE}.
 *   <li>Different outlines: nobody can say which holds, so none counts. All rows of the unit are
 *       {@code OUTLINE_CONFLICT}, since a unit that lacks one of its outlines would get the areas
 *       of others wrong: without the outline of a zone the rest of the unit grows, and without its
 *       own the unit would be its zones.
 *   <li>Different rows of one source that says {@code outlines = parts} (islands, exclaves, pieces
 *       of a map): together they are the outline.
 * </ul>
 */
final class OutlineCopies {
  private OutlineCopies() {}

  /**
   * The same rows, with these faults.
   *
   * @param rows source_id, source_file, row_number, row_hash, unit_id, zone (empty for the whole
   *     unit), geometry, fault; others are left as they are
   * @param inParts ids of sources whose outlines come in parts
   */
  static Dataset<Row> judge(Dataset<Row> rows, List<String> inParts) {
    WindowSpec unit = Window.partitionBy("unit_id", "is_sound");
    WindowSpec area = Window.partitionBy("unit_id", "is_sound", "zone");
    WindowSpec same =
        Window.partitionBy("unit_id", "is_sound", "zone", "shape")
            .orderBy("source_id", "source_file", "row_number", "row_hash");
    Column isSeveral = min("shape").over(area).notEqual(max("shape").over(area));
    Column isOfOneSource = min("source_id").over(area).equalTo(max("source_id").over(area));
    Column isInParts = isOfOneSource.and(col("source_id").isin(inParts.toArray()));
    // a zone of a reserved name counts nowhere, and says nothing of its unit
    Column isReserved = col("zone").isin(ZoneMap.OTHER, "all");
    Column where =
        when(col("zone").equalTo(""), lit("the whole unit"))
            .otherwise(concat(lit("zone '"), col("zone"), lit("'")));
    Column unclear = when(isSeveral.and(not(isInParts)).and(not(isReserved)), where);
    return rows.withColumn("is_sound", col("fault").isNull())
        .withColumn("shape", sha2(col("geometry"), 256))
        .withColumn("copy", row_number().over(same))
        .withColumn("unclear", unclear)
        .withColumn("unclear", min("unclear").over(unit))
        .withColumn("fault", coalesce(col("fault"), conflict(), again(where)))
        .drop("is_sound", "shape", "copy", "unclear");
  }

  private static Column conflict() {
    return when(
        col("unclear").isNotNull(),
        RemoteFault.fault(
            "OUTLINE_CONFLICT",
            concat(
                lit("unit "),
                col("unit_id"),
                lit(" has several outlines of "),
                col("unclear"),
                lit(
                    " that differ, and none of the unit is used: leave one of them, or say"
                        + " outlines = parts in their source where all are parts of one"))));
  }

  private static Column again(Column where) {
    return when(
        col("copy").gt(1),
        RemoteFault.fault(
            "DUPLICATE_OUTLINE",
            concat(
                lit("unit "),
                col("unit_id"),
                lit(": an earlier row gives the same outline of "),
                where)));
  }
}
