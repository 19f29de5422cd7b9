package org.renxing.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * What an indicator cannot be: outside the range that configuration states; the ends belong to it.
 */
final class Ranges implements Detector {
  /** A range is a fact, not an estimate. */
  private static final double SURE = 0.99;

  private final QualityPolicy policy;

  Ranges(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Column isCandidate() {
    return isOutside();
  }

  @Override
  public List<Column> findings() {
    return policy.ranges().keySet().stream().map(this::finding).toList();
  }

  private Column isOutside() {
    Column out = lit(false);
    for (String code : policy.ranges().keySet()) {
      out = out.or(isOutside(code));
    }
    return out;
  }

  private Column isOutside(String code) {
    Bounds bounds = policy.ranges().get(code);
    return col("indicator_code")
        .equalTo(code)
        .and(not(col("value").between(bounds.lower(), bounds.upper())));
  }

  private Column finding(String code) {
    Bounds bounds = policy.ranges().get(code);
    Column evidence =
        concat(
            Finding.number(col("value")),
            lit(" is not from " + bounds.lower() + " to " + bounds.upper()));
    return Finding.when(
        SuspectKind.RANGE,
        isOutside(code),
        new Finding.Range(lit(bounds.lower()), lit(bounds.upper())),
        lit(SURE),
        evidence);
  }
}
