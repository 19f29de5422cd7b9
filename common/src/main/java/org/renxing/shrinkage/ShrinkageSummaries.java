package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;
import org.renxing.index.Groups;
import org.renxing.model.ShrinkagePolicy;
import scala.jdk.javaapi.CollectionConverters;

/** Counts and shares of shrinking units by group, as Q prints them. */
public final class ShrinkageSummaries {
  /** Groups that shrinkage is always shown by, beside those of the scenario. */
  public static final List<String> GROUPINGS =
      List.of("is_resource_based", "resource_type", "parent_resource_type", "north_south");

  private static final String SIZE = "size_class_to";

  private ShrinkageSummaries() {}

  /**
   * Units with the groups of shrinkage: resource_type (life cycle of a resource-based city, {@code
   * other} for one known not to be one), parent_resource_type (that of the unit to which it
   * belongs) and north_south. Not known is null, and the unit is left out of the grouping.
   *
   * @param units unit_id, parent_id, province_code, is_resource_based, life_cycle; each unit once
   */
  public static Dataset<Row> grouped(Dataset<Row> units, ShrinkagePolicy policy) {
    Column type =
        when(col("is_resource_based"), coalesce(col("life_cycle"), lit("unknown")))
            .when(not(col("is_resource_based")), "other");
    Column isNorth = substring(col("province_code"), 1, 2).isin(policy.northProvinces().toArray());
    Column northSouth = when(isNorth, "north").when(not(isNorth), "south");
    Dataset<Row> typed =
        units
            .withColumn("resource_type", type)
            .withColumn(
                "north_south",
                policy.northProvinces().isEmpty() ? lit(null).cast("string") : northSouth);
    Dataset<Row> parents =
        typed.select(
            col("unit_id").as("parent_id"), col("resource_type").as("parent_resource_type"));
    return typed.join(
        broadcast(parents), CollectionConverters.asScala(List.of("parent_id")).toSeq(), "left");
  }

  /**
   * One row a group and span: group_type, group_value, year_from, year_to, n (units with a
   * verdict), n_unknown (units without), n_shrinking, share_shrinking (of n), n_severe,
   * share_severe, n_double_decline, n_double_decline_known, mean_change_pct, n_sized (units with a
   * size class at the end), n_small_or_medium, share_small_or_medium (of n_sized). Shares are null
   * where they would be of none.
   *
   * @param spans rows of {@link UnitSpans#of}
   * @param units from {@link #grouped}
   * @param groupings of the scenario; size_class_to is always one
   */
  public static Dataset<Row> of(
      Dataset<Row> spans, Dataset<Row> units, List<String> groupings, ShrinkagePolicy policy) {
    Set<String> all = new LinkedHashSet<>(groupings);
    all.addAll(GROUPINGS);
    Dataset<Row> narrow =
        spans.select(
            "unit_id",
            "year_from",
            "year_to",
            "comparable_change_pct",
            "is_shrinking",
            "is_severe",
            "is_double_decline",
            SIZE);
    Dataset<Row> bySize =
        narrow
            .where(col(SIZE).isNotNull())
            .withColumn("group_type", lit("size_class"))
            .withColumn("group_value", col(SIZE));
    Column isSmall = SizeClasses.isSmallOrMedium(col(SIZE), policy.sizeClasses());
    Column n = count(col("is_shrinking"));
    Column shrinking = count_if(col("is_shrinking"));
    Column severe = count_if(col("is_severe"));
    Column sized = count(col(SIZE));
    Column small = count_if(isSmall);
    List<Column> out = new ArrayList<>();
    out.add(count_if(col("is_shrinking").isNull()).as("n_unknown"));
    out.add(shrinking.as("n_shrinking"));
    out.add(try_divide(shrinking, n).as("share_shrinking"));
    out.add(severe.as("n_severe"));
    out.add(try_divide(severe, n).as("share_severe"));
    out.add(count_if(col("is_double_decline")).as("n_double_decline"));
    out.add(count(col("is_double_decline")).as("n_double_decline_known"));
    Column change = col("comparable_change_pct");
    out.add(try_divide(ExactSum.of(change), count(change)).as("mean_change_pct"));
    out.add(sized.as("n_sized"));
    out.add(small.as("n_small_or_medium"));
    out.add(try_divide(small, sized).as("share_small_or_medium"));
    return Groups.expand(narrow, units, List.copyOf(all))
        .unionByName(bySize)
        .groupBy("group_type", "group_value", "year_from", "year_to")
        .agg(n.as("n"), out.toArray(Column[]::new));
  }
}
