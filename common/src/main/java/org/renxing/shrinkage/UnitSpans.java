package org.renxing.shrinkage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;

/**
 * Population, land and output of units between two years, with verdicts (methods: shrinkage).
 *
 * <p>A verdict is null, never false, where its evidence is missing: no figure at either end, a
 * population that is not above 0, or a change of boundaries over which the figures cannot be
 * compared ({@link Basis}). One that asks for two things is false where either is known not to be,
 * whatever the other. The change itself is given over a break too, beside the flag.
 */
public final class UnitSpans {
  private static final List<Statistic> WANTED =
      List.of(
          Statistic.POPULATION,
          Statistic.REGISTERED_POPULATION,
          Statistic.URBAN_POPULATION,
          Statistic.GDP,
          Statistic.BUILT_UP_AREA,
          Statistic.POPULATION_65_PLUS);

  private final ShrinkagePolicy policy;
  private final Boundaries boundaries;

  /** Spans by a policy, over boundaries as the statistics see them. */
  public UnitSpans(ShrinkagePolicy policy, Boundaries boundaries) {
    this.policy = policy;
    this.boundaries = boundaries;
  }

  /**
   * One row a unit and span, with the columns of gold.shrinkage_unit and gold.land_population_unit
   * but names.
   *
   * @param statistics unit_id, year, and statistics by column name; GDP at constant prices stands
   *     in for GDP where it is there
   * @param spans one or more
   */
  public Dataset<Row> of(Dataset<Row> statistics, List<Span> spans) {
    StatisticColumns columns = new StatisticColumns(statistics);
    Statistic output = columns.outputStatistic();
    Dataset<Row> figures = statistics.withColumn(Statistic.GDP.column(), columns.output());
    Dataset<Row> values = boundaries.onto(SpanValues.of(figures, spans, WANTED));
    List<Column> facts = new ArrayList<>(List.of(col("*")));
    Column from = col("year_from");
    Column to = col("year_to");
    facts.add(boundaries.flag(from, to, Statistic.POPULATION).as("boundary_flag"));
    facts.add(boundaries.text(from, to, Statistic.POPULATION).as("boundary_event"));
    facts.add(Boundaries.isEnd(from, to).as("is_end"));
    facts.add(boundaries.isComparable(from, to, output).as("is_gdp_comparable"));
    facts.add(boundaries.isComparable(from, to, Statistic.BUILT_UP_AREA).as("is_land_comparable"));
    facts.add(
        boundaries
            .isComparable(from, to, Statistic.REGISTERED_POPULATION)
            .as("is_register_comparable"));
    facts.add(isNaturalComparable(from, to).as("is_natural_comparable"));
    facts.add(change("population"));
    facts.add(change("registered_population"));
    facts.add(change("gdp"));
    facts.add(change("built_up_area"));
    Column years = col("year_to").minus(col("year_from"));
    facts.add(Change.yearly(col("gdp_from"), col("gdp_to"), years).as("gdp_growth_pct"));
    Dataset<Row> known = Boundaries.off(values.select(facts.toArray(Column[]::new)));
    Dataset<Row> judged = known.select(with(known, verdicts()));
    return judged.select(with(judged, conclusions()));
  }

  private List<Column> verdicts() {
    Column isComparable = not(col("boundary_flag").equalTo(Boundaries.BREAK));
    Column change = when(isComparable, col("population_change_pct"));
    Column land = when(col("is_land_comparable"), col("built_up_area_change_pct"));
    Column gdp = when(col("is_gdp_comparable"), col("gdp_change_pct"));
    Column natural = when(isComparable.and(col("is_natural_comparable")), col(SpanValues.NATURAL));
    return List.of(
        change.as("comparable_change_pct"),
        Change.isFall(change).as("is_shrinking"),
        Change.isAtMost(change, policy.severePct()).as("is_severe"),
        Change.isFall(change).and(Change.isFall(gdp)).as("is_double_decline"),
        land.as("comparable_built_up_pct"),
        Change.isFall(change).and(Change.isRise(land)).as("is_paradox"),
        when(change.isNotNull(), natural).as("natural_change"),
        SizeClasses.of(col("urban_population_from"), policy.sizeClasses()).as("size_class_from"),
        SizeClasses.of(col("urban_population_to"), policy.sizeClasses()).as("size_class_to"));
  }

  private static List<Column> conclusions() {
    Column change = col("population_to").minus(col("population_from"));
    Column migration = change.minus(col("natural_change"));
    Column densityFrom = density("from");
    Column densityTo = density("to");
    return List.of(
        migration.as("net_migration"),
        densityFrom.as("density_from"),
        densityTo.as("density_to"),
        when(
                col("comparable_change_pct").isNotNull(),
                when(
                    col("comparable_built_up_pct").isNotNull(),
                    Change.percent(densityFrom, densityTo)))
            .as("density_change_pct"),
        when(
                not(Change.isNone(col("comparable_change_pct"))),
                col("comparable_built_up_pct").divide(col("comparable_change_pct")))
            .as("elasticity"),
        populationReason().as("population_reason"),
        reason(populationReason(), naturalReason(), gdpReason()).as("reason"),
        reason(populationReason(), landReason(), flatReason()).as("land_reason"));
  }

  private static Column density(String end) {
    Column area = col("built_up_area_" + end);
    Column population = col("population_" + end);
    return when(area.gt(0).and(population.gt(0)), population.multiply(1e4).divide(area));
  }

  /** Why there is no verdict on population; null where there is one. */
  private static Column populationReason() {
    Column isMissing = col("population_from").isNull().or(col("population_to").isNull());
    Column isZero = col("population_from").leq(0).or(col("population_to").leq(0));
    return when(col("is_end").and(isMissing), "UNIT_ENDED")
        .when(isMissing, "POPULATION_MISSING")
        .when(isZero, "ZERO_POPULATION")
        .when(col("boundary_flag").equalTo(Boundaries.BREAK), Boundaries.BOUNDARY_BREAK);
  }

  private static Column naturalReason() {
    return when(
        populationReason().isNull().and(col("natural_change").isNull()),
        when(col("is_natural_comparable"), "NATURAL_GROWTH_MISSING")
            .otherwise("NATURAL_GROWTH_BOUNDARY_BREAK"));
  }

  private static Column gdpReason() {
    return when(
        populationReason().isNull().and(col("is_double_decline").isNull()),
        when(col("gdp_change_pct").isNull(), "GDP_MISSING").otherwise("GDP_BOUNDARY_BREAK"));
  }

  private static Column landReason() {
    return when(
        populationReason().isNull().and(col("is_paradox").isNull()),
        when(col("built_up_area_change_pct").isNull(), "BUILT_UP_AREA_MISSING")
            .otherwise("BUILT_UP_AREA_BOUNDARY_BREAK"));
  }

  private static Column flatReason() {
    return when(Change.isNone(col("comparable_change_pct")), "POPULATION_UNCHANGED");
  }

  private static Column reason(Column... parts) {
    return nullif(concat_ws(",", parts), lit(""));
  }

  /**
   * A rate does not add up over units: a merge is a break for it, and it is not that of a
   * population which is a sum.
   */
  private Column isNaturalComparable(Column from, Column to) {
    if (boundaries.bases(Statistic.NATURAL_GROWTH).contains(Basis.FIXED)) {
      return lit(true);
    }
    Column isSame = Boundaries.isComparable(from, to, Set.of(Basis.AS_REPORTED));
    return isSame.and(not(boundaries.isSum(from, Statistic.POPULATION)));
  }

  private static Column change(String statistic) {
    return Change.percent(col(statistic + "_from"), col(statistic + "_to"))
        .as(statistic + "_change_pct");
  }

  private static Column[] with(Dataset<Row> frame, List<Column> more) {
    List<Column> out = new ArrayList<>();
    for (String column : frame.columns()) {
      out.add(col(column));
    }
    out.addAll(more);
    return out.toArray(Column[]::new);
  }
}
