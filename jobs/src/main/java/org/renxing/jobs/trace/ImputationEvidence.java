package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.renxing.jobs.silver.UnitGroups;
import org.renxing.model.Scenario;
import org.renxing.territory.UnitDirectory;

/**
 * The known values on which filled-in values rest.
 *
 * @param own the unit's cells of all years: indicator_code, year, raw_value, value,
 *     imputation_method
 * @param members what {@link #members} gives
 * @param groupColumn the column by which units are grouped
 */
record ImputationEvidence(
    Trace.Unit unit, int year, String groupColumn, List<Fields> own, List<Fields> members) {

  private static final MapType TEXTS =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);

  ImputationEvidence {
    own = List.copyOf(own);
    members = List.copyOf(members);
  }

  /** The unit's cell of the year. */
  Optional<Fields> cell(String code) {
    return own.stream().filter(c -> isOf(c, code) && c.count("year") == year).findFirst();
  }

  /** How a cell of the year was filled in; empty where it was not. */
  Optional<Imputed> imputed(String code) {
    return cell(code)
        .flatMap(c -> c.text("imputation_method"))
        .map(
            method -> method.equals(Imputed.GROUP_MEDIAN) ? ofGroup(code) : ofSeries(code, method));
  }

  private Imputed ofSeries(String code, String method) {
    NavigableMap<Integer, Double> known = new TreeMap<>();
    for (Fields c : own) {
      if (isOf(c, code)) {
        c.number("raw_value").ifPresent(v -> known.put((int) c.count("year"), v));
      }
    }
    return Imputed.ofSeries(method, unit, known, year);
  }

  private Imputed ofGroup(String code) {
    List<Fields> of = members.stream().filter(m -> isOf(m, code)).toList();
    String value = of.stream().findFirst().map(m -> m.key("unit_group")).orElse("?");
    return Imputed.ofGroup(
        groupColumn + " " + value,
        of.stream()
            .map(
                m ->
                    new Imputed.Neighbour(
                        m.key("unit_id"),
                        m.key("unit_name"),
                        year,
                        m.number("value").orElseThrow()))
            .toList());
  }

  private static boolean isOf(Fields cell, String code) {
    return cell.key("indicator_code").equals(code);
  }

  /**
   * The units of the unit's group with the values that the group's median takes: known ones, and
   * those filled in from their own series.
   *
   * @param cells unit_id, year, indicator_code, raw_value, value, imputation_method of kept units
   * @param dimension gold.dim_unit of the scenario
   */
  static Dataset<Row> members(
      Scenario scenario,
      Dataset<Row> cells,
      Dataset<Row> dimension,
      Trace.Unit unit,
      int year,
      Collection<String> codes) {
    String column = scenario.imputation().fallbackGroup();
    boolean isWhole = UnitDirectory.ALL.equals(column) || column.isBlank();
    boolean isColumn = List.of(dimension.columns()).contains(column);
    Column listed = from_json(col(UnitGroups.COLUMN), TEXTS).getItem(column);
    Column group =
        (isWhole ? lit(UnitDirectory.ALL) : isColumn ? col(column) : listed).cast("string");
    Dataset<Row> units =
        dimension
            .where(col("is_newest"))
            .select(col("unit_id"), col("name_zh").as("unit_name"), group.as("unit_group"));
    Dataset<Row> own =
        units.where(col("unit_id").equalTo(unit.unitId())).select(col("unit_group").as("own"));
    Column isKnown =
        col("value")
            .isNotNull()
            .and(coalesce(col("imputation_method"), lit("")).notEqual(Imputed.GROUP_MEDIAN));
    Dataset<Row> known =
        cells
            .where(col("year").equalTo(year))
            .where(col("indicator_code").isin(codes.toArray()))
            .where(isKnown)
            .select(
                col("unit_id").as("member"),
                col("indicator_code"),
                coalesce(col("raw_value"), col("value")).as("value"));
    return known
        .join(broadcast(units), col("member").equalTo(col("unit_id")))
        .join(broadcast(own), col("unit_group").equalTo(col("own")))
        .select("unit_id", "unit_name", "unit_group", "indicator_code", "value");
  }
}
