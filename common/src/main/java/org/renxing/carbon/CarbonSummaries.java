package org.renxing.carbon;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.SortedSum;
import org.renxing.index.Groups;
import org.renxing.territory.Boundaries;

/** Emissions of groups of units, and of their mean against the mean score (Q; R Figure 5). */
public final class CarbonSummaries {
  private static final double SCALE = 1e4;
  private static final int TOP = 5;

  private CarbonSummaries() {}

  /**
   * One row a group and year with emissions: group_type, group_value, year, n, emissions_t,
   * share_emissions, share_population, share_gdp (of all units of the year), per_capita_t,
   * per_gdp_t_per_10k_cny, ratio_to_others, per_gdp_ratio_to_others (others: all units that are not
   * of the group), gdp_per_capita_cny (ΣGDP/Σpopulation of the units that have both),
   * mean_gdp_per_capita_cny (the mean of their own), top5_share (the five largest emitters' share
   * of the group).
   *
   * <p>A unit without emissions does not count; one without population (GDP) above 0 does not count
   * in shares of population (GDP), nor its emissions in what is divided by it. Ratios are null
   * where there are no others.
   *
   * @param rows see {@link CarbonAccount#of}
   * @param units unit_id and the grouping columns
   */
  public static Dataset<Row> byYear(Dataset<Row> rows, Dataset<Row> units, List<String> groupings) {
    Column emissions = col("emissions_t");
    Dataset<Row> known =
        rows.where(emissions.isNotNull())
            .select(
                col("unit_id"),
                col("year"),
                emissions,
                when(col("population").gt(0), emissions).as("e_p"),
                when(col("population").gt(0), col("population")).as("p"),
                when(col("gdp").gt(0), emissions).as("e_g"),
                when(col("gdp").gt(0), col("gdp")).as("g"),
                when(hasBoth(), col("gdp")).as("g_p"),
                when(hasBoth(), col("population")).as("p_g"),
                when(hasBoth(), col("gdp").divide(col("population"))).as("own"));
    Dataset<Row> sums =
        Groups.expand(known, units, groupings)
            .groupBy("group_type", "group_value", "year")
            .agg(
                count(lit(1)).as("n"),
                SortedSum.of(emissions).as("emissions_t"),
                SortedSum.of(col("e_p")).as("e_p"),
                SortedSum.of(col("p")).as("p"),
                SortedSum.of(col("e_g")).as("e_g"),
                SortedSum.of(col("g")).as("g"),
                SortedSum.of(col("g_p")).as("g_p"),
                SortedSum.of(col("p_g")).as("p_g"),
                try_divide(SortedSum.of(col("own")), count(col("own"))).as("mean_own"),
                slice(sort_array(collect_list(emissions), false), 1, TOP).as("largest"));
    return sums.select(
        col("group_type"),
        col("group_value"),
        col("year"),
        col("n"),
        emissions,
        try_divide(emissions, all("emissions_t")).as("share_emissions"),
        try_divide(col("p"), all("p")).as("share_population"),
        try_divide(col("g"), all("g")).as("share_gdp"),
        perUnit("e_p", "p").as("per_capita_t"),
        perUnit("e_g", "g").as("per_gdp_t_per_10k_cny"),
        toOthers("e_p", "p").as("ratio_to_others"),
        toOthers("e_g", "g").as("per_gdp_ratio_to_others"),
        // 10^8 CNY over 10^4 persons is 10^4 CNY a person
        try_divide(col("g_p"), col("p_g")).multiply(SCALE).as("gdp_per_capita_cny"),
        col("mean_own").multiply(SCALE).as("mean_gdp_per_capita_cny"),
        try_divide(aggregate(col("largest"), lit(0.0), Column::plus), emissions).as("top5_share"));
  }

  /**
   * One row a group and year with units that have both: group_type, group_value, year, n,
   * mean_resilience, mean_emissions_t, growth_resilience, growth_emissions (share; of the units
   * that have both in the calendar year before too, on the same territory, n_growth of them, so
   * that who comes and goes moves nothing).
   *
   * @param rows unit_id, year, emissions_t, score, a row for every year of the scenario
   * @param boundaries over which emissions and scores are compared, on these bases
   */
  public static Dataset<Row> withResilience(
      Dataset<Row> rows,
      Dataset<Row> units,
      List<String> groupings,
      Boundaries boundaries,
      CarbonBases bases) {
    WindowSpec yearBefore = Window.partitionBy("unit_id").orderBy("year").rangeBetween(-1, -1);
    Column isKnown = col("emissions_t").isNotNull().and(col("score").isNotNull());
    Column isSame =
        Boundaries.isComparable(
            col("year").minus(1), col("year"), bases.with(CarbonBases.RESILIENCE));
    Dataset<Row> both =
        boundaries
            .onto(rows)
            .select(
                col("unit_id"),
                col("year"),
                when(isKnown, col("emissions_t")).as("e"),
                when(isKnown, col("score")).as("s"),
                isSame.as("is_same"));
    Column before = max(struct(col("e"), col("s"))).over(yearBefore);
    Column hadBoth = before.getField("e").isNotNull().and(col("is_same"));
    Dataset<Row> steps =
        both.select(
                col("*"),
                when(hadBoth, before.getField("e")).as("e_before"),
                when(hadBoth, before.getField("s")).as("s_before"),
                when(hadBoth, col("e")).as("e_after"),
                when(hadBoth, col("s")).as("s_after"))
            .where(col("e").isNotNull());
    return Groups.expand(steps, units, groupings)
        .groupBy("group_type", "group_value", "year")
        .agg(
            count(lit(1)).as("n"),
            try_divide(SortedSum.of(col("s")), count(lit(1))).as("mean_resilience"),
            try_divide(SortedSum.of(col("e")), count(lit(1))).as("mean_emissions_t"),
            growth("s").as("growth_resilience"),
            growth("e").as("growth_emissions"),
            count(col("e_after")).as("n_growth"));
  }

  private static Column hasBoth() {
    return col("gdp").gt(0).and(col("population").gt(0));
  }

  private static Column growth(String what) {
    return try_divide(SortedSum.of(col(what + "_after")), SortedSum.of(col(what + "_before")))
        .minus(1);
  }

  private static Column perUnit(String emissions, String denominator) {
    return try_divide(col(emissions), col(denominator).multiply(SCALE));
  }

  /** The quotient of the group over that of all units outside it. */
  private static Column toOthers(String emissions, String denominator) {
    Column others =
        try_divide(all(emissions).minus(col(emissions)), all(denominator).minus(col(denominator)));
    Column areOthers = col("n").lt(all("n"));
    return when(areOthers, try_divide(try_divide(col(emissions), col(denominator)), others));
  }

  /** The figure of the group of all units of the year. */
  private static Column all(String column) {
    return max(when(col("group_type").equalTo(Groups.ALL), col(column)))
        .over(Window.partitionBy("year"));
  }
}
