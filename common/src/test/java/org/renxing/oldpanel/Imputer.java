package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.Finite;
import org.renxing.model.Imputation;
import org.renxing.model.YearRange;

/**
 * The imputation chain (methods: panel), on a complete grid: cap, interior, ends, fallback, drop.
 * Series never cross units: every window is within one unit, except the group median's.
 */
final class Imputer {
  private static final WindowSpec UNIT = Window.partitionBy("unit_id");
  private static final WindowSpec SERIES = Window.partitionBy("unit_id", "indicator_code");
  private static final WindowSpec BY_YEAR = SERIES.orderBy("year");
  private static final WindowSpec WHOLE =
      BY_YEAR.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
  private static final WindowSpec BEFORE =
      BY_YEAR.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
  private static final WindowSpec AFTER =
      BY_YEAR.rowsBetween(Window.currentRow(), Window.unboundedFollowing());

  private final Imputation rules;
  private final YearRange years;

  Imputer(Imputation rules, YearRange years) {
    this.rules = rules;
    this.years = years;
  }

  /**
   * Adds value, method_order and imputed_from (null where nothing was imputed) and exclusion (of
   * units over the cap) to a long grid of unit_id, year, unit_group, indicator_code, raw_value,
   * missing_reason.
   */
  Dataset<Row> impute(Dataset<Row> grid) {
    Column missing = col("raw_value").isNull();
    Column point =
        when(col("raw_value").isNotNull(), struct(col("year"), col("raw_value").as("v")));
    Column known =
        rules.ends() == Imputation.Ends.LINEAR_EXTRAPOLATE
            ? collect_list(point).over(WHOLE)
            : lit(null).cast("array<struct<year:int,v:double>>");
    Dataset<Row> series =
        grid.select(
            col("*"),
            sum(when(missing, 1).otherwise(0)).over(WHOLE).cast("int").as("missing_years"),
            last(point, true).over(BEFORE).as("before"),
            first(point, true).over(AFTER).as("after"),
            known.as("known"));
    Dataset<Row> filled =
        series
            .withColumn("interior", interior())
            .withColumn("end", Finite.orNull(end()))
            .withColumn("unit_exclusion", overCap())
            .withColumn("value", coalesce(col("raw_value"), col("interior"), col("end")))
            .withColumn("method_order", methodOrder())
            .withColumn("imputed_from", neighbours());
    return withFallback(filled)
        .select(
            "unit_id",
            "year",
            "indicator_code",
            "raw_value",
            "missing_reason",
            "value",
            "method_order",
            "imputed_from",
            "unit_exclusion");
  }

  /** Excludes units that still lack a value, if the scenario wants it. */
  Dataset<Row> dropIncomplete(Dataset<Row> cells) {
    if (!rules.dropIncomplete()) {
      return cells;
    }
    Column lacking = sum(when(col("value").isNull(), 1).otherwise(0)).over(SERIES).cast("int");
    return cells
        .withColumn("lacking", lacking)
        .withColumn(
            "unit_exclusion",
            coalesce(
                col("unit_exclusion"),
                worst(Panel.INCOMPLETE, col("lacking"), col("lacking").gt(0))))
        .drop("lacking");
  }

  private Column interior() {
    if (rules.interior() == Imputation.Interior.NONE) {
      return lit(null).cast("double");
    }
    return when(
        col("before").isNotNull().and(col("after").isNotNull()), line(col("before"), col("after")));
  }

  /** Before the first or after the last known value; null inside, and where nothing is known. */
  private Column end() {
    Column isLeft = col("before").isNull();
    Column isRight = col("after").isNull();
    return switch (rules.ends()) {
      case NONE -> lit(null).cast("double");
      case NEAREST -> when(isLeft.or(isRight), coalesce(col("before.v"), col("after.v")));
      case LINEAR_EXTRAPOLATE -> {
        Column n = size(col("known"));
        Column left = line(get(col("known"), lit(0)), get(col("known"), lit(1)));
        Column right = line(get(col("known"), n.minus(2)), get(col("known"), n.minus(1)));
        yield when(n.geq(2), when(isLeft, left).when(isRight, right));
      }
    };
  }

  /** The line through two points, at this row's year; null at one point twice. */
  private static Column line(Column a, Column b) {
    Column span = b.getField("year").minus(a.getField("year"));
    Column share = col("year").minus(a.getField("year")).cast("double").divide(span);
    Column rise = b.getField("v").minus(a.getField("v"));
    return when(span.gt(0), a.getField("v").plus(rise.multiply(share)));
  }

  private Column methodOrder() {
    ImputationMethod ends =
        rules.ends() == Imputation.Ends.NEAREST
            ? ImputationMethod.NEAREST
            : ImputationMethod.LINEAR_EXTRAPOLATE;
    return when(col("raw_value").isNotNull(), lit(null).cast("int"))
        .when(col("interior").isNotNull(), lit(ImputationMethod.LINEAR.order()))
        .when(col("end").isNotNull(), lit(ends.order()));
  }

  /** The years whose values an imputed one was made of, as text; of the end's line both points. */
  private Column neighbours() {
    Column end =
        switch (rules.ends()) {
          case NONE -> lit(null).cast("string");
          case NEAREST -> coalesce(col("before.year"), col("after.year")).cast("string");
          case LINEAR_EXTRAPOLATE -> {
            Column n = size(col("known"));
            Column first = when(col("before").isNull(), lit(0)).otherwise(n.minus(2));
            yield when(n.geq(2), years(get(col("known"), first), get(col("known"), first.plus(1))));
          }
        };
    return when(col("raw_value").isNotNull(), lit(null).cast("string"))
        .when(col("interior").isNotNull(), years(col("before"), col("after")))
        .when(col("end").isNotNull(), end);
  }

  private static Column years(Column a, Column b) {
    return concat_ws(",", a.getField("year"), b.getField("year"));
  }

  private Column overCap() {
    double allowed = rules.cap() * years.length() + 1e-9;
    return worst(Panel.OVER_CAP, col("missing_years"), col("missing_years").gt(allowed));
  }

  /**
   * The unit's worst series among those that break a rule, as the struct unit_exclusion; else null.
   */
  private Column worst(String reason, Column missing, Column breaks) {
    Column series = struct(missing.multiply(-1).as("order"), col("indicator_code").as("code"));
    Column worst = min(when(breaks, series)).over(UNIT);
    Column count = sum(when(breaks, 1).otherwise(0)).over(UNIT).divide(years.length());
    return when(
        worst.isNotNull(),
        struct(
            lit(reason).as("reason"),
            worst.getField("code").as("indicator_code"),
            worst.getField("order").multiply(-1).as("missing_years"),
            count.cast("int").as("series")));
  }

  /** The median of the same year over the kept units of the group, interpolated values included. */
  private Dataset<Row> withFallback(Dataset<Row> filled) {
    if (rules.fallback() == Imputation.Fallback.NONE) {
      return filled;
    }
    WindowSpec group = Window.partitionBy("indicator_code", "year", "unit_group");
    Column kept = when(col("unit_exclusion").isNull(), col("value"));
    Column usable = col("value").isNull().and(col("unit_group").isNotNull());
    Column now = col("group_median").isNotNull();
    Column from =
        concat(col("unit_group"), lit(": "), col("group_size").cast("string"), lit(" units"));
    return filled
        .select(
            col("*"),
            when(usable, median(kept).over(group)).as("group_median"),
            count(kept).over(group).as("group_size"))
        .withColumn("imputed_from", when(now, from).otherwise(col("imputed_from")))
        .withColumn(
            "method_order",
            when(now, lit(ImputationMethod.GROUP_MEDIAN.order())).otherwise(col("method_order")))
        .withColumn("value", coalesce(col("value"), col("group_median")));
  }
}
