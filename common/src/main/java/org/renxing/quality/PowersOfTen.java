package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;

import java.util.List;
import org.apache.spark.sql.Column;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Cells that a shift of the decimal point by one to four places, or a confusion of 万 and units,
 * would bring to what their history lets expect.
 */
final class PowersOfTen implements Detector {
  private static final double LN_10 = Math.log(10);
  private static final int MOST_PLACES = 4;
  private static final double LEAST_TOLERANCE = 0.15;
  private static final double MOST_TOLERANCE = 0.7;
  private static final double SPREADS = 3;

  /** The pattern itself is evidence, so a little less distance will do. */
  private static final double OF_LIMIT = 0.8;

  private final QualityPolicy policy;

  PowersOfTen(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Column isCandidate() {
    return col("score").geq(OF_LIMIT * policy.limit());
  }

  @Override
  public List<Column> findings() {
    Column residual = col("residual");
    Column places = rint(residual.divide(LN_10));
    Column rest = abs(residual.minus(places.multiply(LN_10)));
    Column tolerance =
        least(lit(MOST_TOLERANCE), greatest(lit(LEAST_TOLERANCE), col("spread").multiply(SPREADS)));
    double limit = OF_LIMIT * policy.limit();
    Column condition =
        col("is_log")
            .and(abs(places).between(1, MOST_PLACES))
            .and(col("score").geq(limit))
            .and(rest.leq(tolerance));
    Column confidence =
        Finding.beyond(limit, col("score"))
            .multiply(lit(1.0).minus(rest.divide(tolerance).multiply(0.5)));
    Column corrected = col("value").divide(pow(lit(10.0), places));
    Column evidence =
        concat(
            Finding.number(col("value")),
            lit(" is 10^"),
            places.cast("int").cast("string"),
            lit(" times "),
            Finding.number(corrected),
            lit(", which fits the other years: expected "),
            Finding.number(Finding.original(col("expected"))),
            lit("; "),
            Finding.neighbours());
    return List.of(
        Finding.when(
            SuspectKind.POWER_OF_TEN,
            condition,
            Finding.ofHistory(policy.limit()),
            confidence,
            evidence));
  }
}
