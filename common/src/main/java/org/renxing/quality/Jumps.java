package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Cells far from their own history, by the outlier rule of Hampel (1974): |residual| beyond {@code
 * limit} robust standard deviations. A spike departs from the years on both sides in one direction,
 * by at least half the residual; anything else is a level break, of which the years on the shorter
 * side are suspect.
 */
final class Jumps implements Detector {
  /** A lasting change may be true (boundaries, a census), so a break is less sure than a spike. */
  private static final double OF_BREAK = 0.8;

  private final QualityPolicy policy;

  Jumps(QualityPolicy policy) {
    this.policy = policy;
  }

  /** Whether a cell departs far enough to be suspect. */
  static Column departs(QualityPolicy policy) {
    return col("score").geq(policy.limit()).and(isLarge(policy.leastFactor()));
  }

  /** Whether a residual of logarithms is at least a factor; true for other residuals. */
  static Column isLarge(double factor) {
    return not(col("is_log")).or(abs(col("residual")).geq(Math.log(factor)));
  }

  @Override
  public Column isCandidate() {
    return departs(policy);
  }

  @Override
  public List<Column> findings() {
    Column before = col("before_step");
    Column after = col("after_step");
    Column isSpike =
        coalesce(
            before
                .multiply(after)
                .gt(0.0)
                .and(least(abs(before), abs(after)).geq(abs(col("residual")).multiply(0.5))),
            lit(false));
    Column confidence = Finding.beyond(policy.limit(), col("score"));
    Finding.Range range = Finding.ofHistory(policy.limit());
    return List.of(
        Finding.when(
            SuspectKind.SPIKE, departs(policy).and(isSpike), range, confidence, evidence()),
        Finding.when(
            SuspectKind.LEVEL_BREAK,
            departs(policy).and(not(isSpike)),
            range,
            confidence.multiply(OF_BREAK),
            evidence()));
  }

  private Column evidence() {
    return concat(
        Finding.number(col("value")),
        lit(" where the other years let expect "),
        Finding.number(Finding.original(col("expected"))),
        lit("; "),
        Finding.neighbours(),
        format_string(
            "; %.1f robust standard deviations, limit %.1f", col("score"), lit(policy.limit())));
  }
}
