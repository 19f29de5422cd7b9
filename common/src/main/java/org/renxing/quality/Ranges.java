package org.renxing.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
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
  public List<Column> findings() {
    List<Column> out = new ArrayList<>();
    policy
        .ranges()
        .forEach((code, bounds) -> out.add(finding(col("indicator_code").equalTo(code), bounds)));
    return out;
  }

  private static Column finding(Column isOfCode, Bounds bounds) {
    Column isInside = col("value").between(bounds.lower(), bounds.upper());
    Column evidence =
        concat(
            Finding.number(col("value")),
            lit(" is not from " + bounds.lower() + " to " + bounds.upper()));
    return Finding.when(
        SuspectKind.RANGE,
        isOfCode.and(org.apache.spark.sql.functions.not(isInside)),
        new Finding.Range(lit(bounds.lower()), lit(bounds.upper())),
        lit(SURE),
        evidence);
  }
}
