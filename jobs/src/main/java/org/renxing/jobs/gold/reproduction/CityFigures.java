package org.renxing.jobs.gold.reproduction;

import static org.renxing.jobs.gold.reproduction.Aggregate.is;
import static org.renxing.jobs.gold.reproduction.Aggregate.largest;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.ALL;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.UNITS;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.count;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.fact;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.less;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.of;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.sum;

import java.util.List;
import java.util.stream.Stream;
import org.renxing.jobs.gold.reproduction.Aggregate.Condition;
import org.renxing.jobs.gold.reproduction.Aggregate.Kind;
import org.renxing.jobs.gold.shrinkage.ShrinkageSummary;
import org.renxing.jobs.gold.shrinkage.ShrinkageUnit;
import org.renxing.model.TableName;

/** What sources Q, X and S print of cities that live on resources, or shrink; and R of the 126. */
final class CityFigures {
  private static final TableName CARBON = TableName.gold("carbon_summary_year");
  private static final TableName AGES = TableName.gold("age_structure_unit_year");
  private static final String FUXIN = "210900";
  private static final String LENGSHUIJIANG = "431381";

  private CityFigures() {}

  static List<ReproducedFigure> all() {
    return Stream.of(resourceBased(), shrinking(), cases()).flatMap(List::stream).toList();
  }

  private static List<ReproducedFigure> resourceBased() {
    return List.of(
        fact(
            "R|introduction|resource-based prefectures",
            UNITS,
            count("unit_id", is("is_resource_based", true))),
        of(
            "Q|interview 1|resource cities 2020: share of population, GDP, CO2",
            CARBON,
            emitters("share_population").scaled(100, 1),
            emitters("share_gdp").scaled(100, 1),
            emitters("share_emissions").scaled(100, 1)),
        of(
            "Q|interview 1|CO2 per capita and per GDP of resource cities",
            CARBON,
            emitters("per_capita_t"),
            emitters("per_gdp_t_per_10k_cny")),
        of(
            "Q|interview 1|CO2 per capita and per GDP of resource cities against the others",
            CARBON,
            emitters("ratio_to_others"),
            emitters("per_gdp_ratio_to_others")),
        of(
            "Q|interview 1|FDI of resource-based prefectures 2020 against the national mean",
            TableName.gold("new_factor_summary_year"),
            largest(
                    "mean_amount_ratio_to_national",
                    is("factor", "fdi_usd_per_capita"),
                    is("group_type", "is_resource_based"),
                    is("group_value", "true"),
                    is("year", 2020))
                .scaled(100, 1)));
  }

  private static List<ReproducedFigure> shrinking() {
    return List.of(
        of(
            "Q|refs 14-15|126 resource prefectures 2010-2020: growing, shrinking",
            ShrinkageSummary.TABLE,
            resource("true", "n").with("n_shrinking"),
            resource("true", "n_shrinking"),
            resource("true", "share_shrinking")),
        of(
            "Q|refs 14-15|resource prefectures that lost 20 % and more 2010-2020",
            ShrinkageSummary.TABLE, resource("true", "n_severe")),
        sum(
            "Q|refs 14-15|share of shrinking prefectures 2010-2020: resource-based less others",
            ShrinkageSummary.TABLE,
            resource("true", "share_shrinking"),
            less(resource("false", "share_shrinking"))),
        sum(
            "S|2|share of shrinking prefectures 2010-2020: north less south",
            ShrinkageSummary.TABLE,
            decade("share_shrinking", is("group_type", "north_south"), is("group_value", "north")),
            less(
                decade(
                    "share_shrinking",
                    is("group_type", "north_south"),
                    is("group_value", "south")))),
        of(
            "S|summary|small and medium cities among all cities",
            ShrinkageSummary.TABLE,
            decade("share_small_or_medium", ALL).scaled(100, 1)));
  }

  private static List<ReproducedFigure> cases() {
    return List.of(
        of(
            "X|case 1|type of age pyramid 2010",
            AGES,
            Aggregate.of(Kind.NAMES, "pyramid", is("unit_id", LENGSHUIJIANG), is("year", 2010))),
        of(
            "X|case 2|Fuxin resident population 2000, 2010, 2014",
            ShrinkageUnit.TABLE,
            fuxin("population_from", 2000, 2010),
            fuxin("population_to", 2000, 2010),
            fuxin("population_to", 2010, 2014)),
        of(
            "X|case 2|change of resident population 2000-2010; 2010-2014",
            ShrinkageUnit.TABLE,
            fuxin("change_pct", 2000, 2010),
            fuxin("change_pct", 2010, 2014)),
        of(
            "X|case 2|resident population 2014",
            ShrinkageUnit.TABLE,
            largest("population_to", is("unit_id", FUXIN), is("year_to", 2014))),
        sum(
            "X|case 2|growth of 2014 less growth of 2012",
            ShrinkageUnit.TABLE,
            growth(2014),
            less(growth(2012))));
  }

  private static Aggregate emitters(String column) {
    return largest(
        column, is("group_type", "is_resource_based"), is("group_value", "true"), is("year", 2020));
  }

  private static Aggregate resource(String value, String column) {
    return decade(column, is("group_type", "is_resource_based"), is("group_value", value));
  }

  private static Aggregate decade(String column, Condition... group) {
    Stream<Condition> span = Stream.of(is("year_from", 2010), is("year_to", 2020));
    return largest(column, Stream.concat(Stream.of(group), span).toArray(Condition[]::new));
  }

  /** Of Fuxin's GDP, in per cent of the year before. */
  private static Aggregate growth(int year) {
    return fuxin("gdp_change_pct", year - 1, year);
  }

  private static Aggregate fuxin(String column, int from, int to) {
    return largest(column, is("unit_id", FUXIN), is("year_from", from), is("year_to", to));
  }
}
