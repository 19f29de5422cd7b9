package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Adjustment;

/** Money in the prices of one year (methods: panel). */
final class ConstantPrices {
  private static final String PROVINCE = "province_code";

  private final Adjustment.Prices prices;
  private final Adjustment adjustment;

  ConstantPrices(Adjustment.Prices prices, Adjustment adjustment) {
    this.prices = prices;
    this.adjustment = adjustment;
  }

  /**
   * Brings money to the prices of year Y: x_t · P_Y / P_s, where P is the deflator, on any base,
   * and s the year whose prices x_t is in: t itself for current prices, and the stated one for
   * constant prices. Both levels come from one series: the unit's, or else that of its province.
   * Where neither has both years, or a level is not above 0, the value is missing for the cause
   * {@link BaseValues#NO_DEFLATOR}. Money in prices of Y stays as it is.
   *
   * @param values the columns of {@link BaseValues}
   * @param units unit_id, and province_code where provinces may stand in
   */
  Dataset<Row> of(Dataset<Row> values, Dataset<Row> units) {
    List<String> codes = adjustment.deflated();
    if (codes.isEmpty()) {
      return values;
    }
    Column isMoney = col("indicator_code").isin(codes.toArray());
    Dataset<Row> ratios = ratios(values);
    Dataset<Row> deflated =
        values
            .where(isMoney)
            .withColumn("price_year", priceYear(codes))
            .join(broadcast(provinces(units)), col("unit_id").equalTo(col("province_of")), "left")
            .join(broadcast(named(ratios, "own")), matches("own", col("unit_id")), "left")
            .join(broadcast(named(ratios, "province")), matches("province", col(PROVINCE)), "left");
    Column ratio = coalesce(col("own.ratio"), col("province.ratio"));
    Column level = coalesce(col("own.level_source"), col("province.level_source"));
    Column isLevelCorrected =
        coalesce(col("own.is_level_corrected"), col("province.is_level_corrected"), lit(false));
    Column isLevelDoubtful =
        coalesce(col("own.is_level_doubtful"), col("province.is_level_doubtful"), lit(false));
    Column lacks = col("value").isNotNull().and(ratio.isNull());
    Dataset<Row> done =
        deflated.select(
            col("unit_id"),
            col("year"),
            col("indicator_code"),
            col("value").multiply(ratio).as("value"),
            concat_ws(",", col("source_id"), level).as("source_id"),
            col("is_corrected").or(isLevelCorrected).as("is_corrected"),
            col("is_doubtful").or(isLevelDoubtful).as("is_doubtful"),
            when(lacks, BaseValues.NO_DEFLATOR).otherwise(col("cause")).as("cause"),
            col("is_merged"),
            col("value").isNotNull().and(ratio.isNotNull()).as("is_deflated"));
    return values.where(not(isMoney)).unionByName(done);
  }

  private Column priceYear(List<String> codes) {
    Column out = col("year");
    for (String code : codes) {
      Optional<Integer> constant = adjustment.basis(code).constantYear();
      if (constant.isPresent()) {
        out = when(col("indicator_code").equalTo(code), constant.get()).otherwise(out);
      }
    }
    return out;
  }

  /** P_Y / P_t of each series: series_id, level_year, ratio, level_source and marks. */
  private Dataset<Row> ratios(Dataset<Row> values) {
    Dataset<Row> levels =
        values
            .where(col("indicator_code").equalTo(prices.deflator()).and(col("value").gt(0)))
            .select(
                col("unit_id").as("series_id"),
                col("year").as("level_year"),
                col("value").as("level"),
                col("source_id").as("level_source"),
                col("is_corrected").as("is_level_corrected"),
                col("is_doubtful").as("is_level_doubtful"));
    Dataset<Row> target =
        levels
            .where(col("level_year").equalTo(prices.year()))
            .select(
                col("series_id").as("target_id"),
                col("level").as("target_level"),
                col("is_level_corrected").as("is_target_corrected"),
                col("is_level_doubtful").as("is_target_doubtful"));
    return levels
        .join(broadcast(target), col("series_id").equalTo(col("target_id")))
        .select(
            col("series_id"),
            col("level_year"),
            col("target_level").divide(col("level")).as("ratio"),
            col("level_source"),
            col("is_level_corrected").or(col("is_target_corrected")).as("is_level_corrected"),
            col("is_level_doubtful").or(col("is_target_doubtful")).as("is_level_doubtful"));
  }

  private static Dataset<Row> provinces(Dataset<Row> units) {
    Column province =
        Arrays.asList(units.columns()).contains(PROVINCE)
            ? col(PROVINCE)
            : lit(null).cast("string").as(PROVINCE);
    return units.select(col("unit_id").as("province_of"), province);
  }

  private static Dataset<Row> named(Dataset<Row> ratios, String name) {
    return ratios.as(name);
  }

  private static Column matches(String name, Column unit) {
    return unit.equalTo(col(name + ".series_id"))
        .and(col("price_year").equalTo(col(name + ".level_year")));
  }
}
