package org.renxing.path;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Evidence;
import scala.jdk.javaapi.CollectionConverters;

/** The evidence of units in years, one column a kind. */
public final class EvidenceTable {
  private EvidenceTable() {}

  /**
   * One row a unit and year: unit_id, year, year_from, and a double for each {@link Evidence}; null
   * where it is not known.
   *
   * @param spans rows of {@link org.renxing.shrinkage.UnitSpans#of}; year is the end of the span
   * @param units unit_id, is_resource_based, life_cycle; each unit once
   */
  public static Dataset<Row> of(Dataset<Row> spans, Dataset<Row> units) {
    List<Column> out =
        new ArrayList<>(List.of(col("unit_id"), col("year_to").as("year"), col("year_from")));
    for (Evidence evidence : Evidence.values()) {
      out.add(value(evidence).cast("double").as(evidence.column()));
    }
    return spans
        .join(
            broadcast(units.select("unit_id", "is_resource_based", "life_cycle")),
            CollectionConverters.asScala(List.of("unit_id")).toSeq(),
            "left")
        .select(out.toArray(Column[]::new));
  }

  private static Column value(Evidence evidence) {
    return switch (evidence) {
      case POPULATION_CHANGE_PCT -> col("comparable_change_pct");
      case REGISTERED_CHANGE_PCT ->
          when(col("is_register_comparable"), col("registered_population_change_pct"));
      case NET_MIGRATION_PCT ->
          col("net_migration").divide(col("population_from")).multiply(lit(100.0));
      case BUILT_UP_CHANGE_PCT -> col("comparable_built_up_pct");
      case DENSITY_CHANGE_PCT -> col("density_change_pct");
      case GDP_GROWTH_PCT -> when(col("is_gdp_comparable"), col("gdp_growth_pct"));
      case OLD_SHARE_PCT ->
          when(
              col("population_to").gt(0),
              col("population_65_plus_to").divide(col("population_to")).multiply(lit(100.0)));
      case IS_SHRINKING, IS_SEVERE, IS_DOUBLE_DECLINE, IS_PARADOX, IS_RESOURCE_BASED ->
          col(evidence.column());
      case IS_GROWING -> isType("growing");
      case IS_MATURE -> isType("mature");
      case IS_DECLINING -> isType("declining");
      case IS_REGENERATIVE -> isType("regenerative");
    };
  }

  /** False for a city known not to be resource-based; null where the type is not known. */
  private static Column isType(String lifeCycle) {
    return when(not(col("is_resource_based")), false)
        .when(col("is_resource_based"), col("life_cycle").equalTo(lifeCycle));
  }
}
