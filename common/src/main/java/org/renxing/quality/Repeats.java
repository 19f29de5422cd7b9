package org.renxing.quality;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * The same run of digits again: in the next year of a series, where the indicator hardly ever
 * repeats itself, or in another unit of the year. Short numbers coincide by chance, so a single
 * cell needs many digits; three cells of a row together need fewer.
 */
final class Repeats implements Detector {
  private static final int DIGITS_OF_YEAR = 5;
  private static final int DIGITS_OF_UNIT = 7;
  private static final int DIGITS_TOGETHER = 4;
  private static final int TOGETHER = 3;

  /**
   * Largest share of cells equal to the year before in an indicator that does not repeat itself.
   */
  private static final double RARE = 0.005;

  /** The same, for cells that repeat together. */
  private static final double NOT_USUAL = 0.05;

  private static final double MOST_OF_SINGLE = 0.9;

  private final QualityPolicy policy;

  Repeats(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Dataset<Row> acrossUnits(Dataset<Row> cells) {
    Column isFollowing = col("before").getField("year").equalTo(col("year").minus(1));
    Column isSame = col("before").getField("value").equalTo(col("value"));
    Column repeats = coalesce(isFollowing.and(isSame), lit(false));
    var indicator = Window.partitionBy("indicator_code");
    var twins = Window.partitionBy("indicator_code", "year", "value");
    Column other =
        when(min("unit_id").over(twins).notEqual(col("unit_id")), min("unit_id").over(twins))
            .otherwise(max("unit_id").over(twins));
    return cells
        .withColumn("repeats", repeats)
        .withColumn("repeat_share", avg(when(col("repeats"), 1.0).otherwise(0.0)).over(indicator))
        .withColumn("twin", when(count("unit_id").over(twins).equalTo(2), other))
        .withColumn(
            "digits", when(col("repeats").or(col("twin").isNotNull()), digits(col("value"))))
        .withColumn(
            "carried",
            col("repeats")
                .and(col("repeat_share").leq(NOT_USUAL))
                .and(col("digits").geq(DIGITS_TOGETHER)))
        .withColumn("twin", when(col("digits").geq(DIGITS_TOGETHER), col("twin")));
  }

  @Override
  public Dataset<Row> acrossIndicators(Dataset<Row> cells) {
    return cells
        .withColumn("carried_in_row", count(when(col("carried"), 1)).over(Rows.ROW))
        .withColumn(
            "twins_in_row", count("twin").over(Window.partitionBy("unit_id", "year", "twin")));
  }

  @Override
  public Column isCandidate() {
    return col("carried").or(col("twin").isNotNull());
  }

  @Override
  public List<Column> findings() {
    Column isRow = col("carried_in_row").geq(TOGETHER);
    Column isRare = col("repeat_share").leq(RARE).and(col("digits").geq(DIGITS_OF_YEAR));
    Column ofYear =
        concat(
            Finding.number(col("value")),
            lit(" again, as in the year before; "),
            format_string(
                "%.2f %% of the indicator's figures repeat so; indicators of this row that do: ",
                col("repeat_share").multiply(100)),
            col("carried_in_row").cast("string"));
    Column ofUnit =
        concat(
            Finding.number(col("value")),
            lit(" is also the figure of unit "),
            col("twin"),
            lit("; indicators that the two share in this year: "),
            col("twins_in_row").cast("string"));
    Finding.Range range = Finding.ofHistory(policy.limit());
    return List.of(
        Finding.when(
            SuspectKind.REPEATED,
            col("carried").and(isRare.or(isRow)),
            range,
            sure(col("carried_in_row")),
            ofYear),
        Finding.when(
            SuspectKind.COPIED,
            col("twin")
                .isNotNull()
                .and(col("digits").geq(DIGITS_OF_UNIT).or(col("twins_in_row").geq(TOGETHER))),
            range,
            sure(col("twins_in_row")),
            ofUnit));
  }

  /** 0.5 for one cell alone, towards 0.9 for several: 0.9 − 0.4 · 0.6^(n − 1). */
  private static Column sure(Column n) {
    return lit(MOST_OF_SINGLE).minus(lit(0.4).multiply(pow(lit(0.6), n.minus(1))));
  }

  /** How many significant digits a value has, of its first seven, zeros at the end not counted. */
  private static Column digits(Column value) {
    Column mantissa = regexp_replace(format_string("%.6e", value), "e.*$|[-.]", "");
    return length(regexp_replace(mantissa, "0+$", ""));
  }
}
