package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Patterns among the cells of a row that leave their history together: a break of scope (urban
 * districts for the whole city), where at least three indicators move by a similar factor, and a
 * swap of two columns, where each of two cells meets the expectation of the other.
 */
final class RowPatterns implements Detector {
  private static final double OF_LIMIT = 0.6;
  private static final double LEAST_FACTOR = 1.2;
  private static final int FEWEST = 3;

  /** Similar: residuals within this share of each other. */
  private static final double SIMILAR = 0.3;

  private static final double LEAST_SCOPE = Math.log(1.25);
  private static final double MOST_SCOPE = Math.log(20);
  private static final double SPREADS = 2;
  private static final double LEAST_TOLERANCE = 0.06;

  private final QualityPolicy policy;

  RowPatterns(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Dataset<Row> acrossIndicators(Dataset<Row> cells) {
    return cells.withColumn("off", Rows.collected(isPart()));
  }

  @Override
  public Column isCandidate() {
    return isPart();
  }

  @Override
  public List<Column> findings() {
    return List.of(scope(), swap());
  }

  private Column isPart() {
    return Rows.leans(OF_LIMIT * policy.limit(), LEAST_FACTOR).and(col("is_log"));
  }

  private Column scope() {
    Column r = col("residual");
    Column similar =
        filter(
            col("off"),
            q ->
                q.getField("residual")
                    .multiply(r)
                    .gt(0.0)
                    .and(abs(q.getField("residual").minus(r)).leq(abs(r).multiply(SIMILAR))));
    Column evidence =
        concat(
            format_string("%.2f times what the other years let expect, like ", exp(r)),
            array_join(
                transform(
                    similar,
                    q ->
                        concat(
                            q.getField("indicator_code"),
                            format_string(" %.2f", exp(q.getField("residual"))))),
                ", "),
            lit(" of the same year: another area than in other years?"));
    return Finding.when(
        SuspectKind.SCOPE,
        isPart().and(abs(r).between(LEAST_SCOPE, MOST_SCOPE)).and(size(similar).geq(FEWEST)),
        Finding.ofHistory(policy.limit()),
        lit(1.0).minus(pow(lit(0.75), size(similar))),
        evidence);
  }

  private Column swap() {
    Column partner =
        get(
            filter(
                col("off"),
                q ->
                    q.getField("indicator_code")
                        .notEqual(col("indicator_code"))
                        .and(meets(col("y"), q.getField("expected"), q.getField("spread"), q))
                        .and(meets(q.getField("y"), col("expected"), col("spread"), q))),
            lit(0));
    Column evidence =
        concat(
            Finding.number(col("value")),
            lit(" fits what the other years let expect of "),
            partner.getField("indicator_code"),
            lit(", "),
            Finding.number(exp(partner.getField("expected"))),
            lit(", whose "),
            Finding.number(exp(partner.getField("y"))),
            lit(" fits here"));
    return Finding.when(
        SuspectKind.COLUMN_SWAP,
        isPart().and(size(col("off")).geq(2)).and(partner.isNotNull()),
        Finding.ofHistory(policy.limit()),
        Finding.beyond(policy.limit() * OF_LIMIT, col("score")),
        evidence);
  }

  private static Column meets(Column y, Column expected, Column spread, Column other) {
    Column left = abs(y.minus(expected));
    return left.leq(greatest(lit(LEAST_TOLERANCE), spread.multiply(SPREADS)))
        .and(left.leq(abs(col("residual")).multiply(SIMILAR)))
        .and(left.leq(abs(other.getField("residual")).multiply(SIMILAR)));
  }
}
