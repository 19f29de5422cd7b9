package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Patterns among the cells of a row that leave their history together: a break of scope (urban
 * districts for the whole city), where at least three indicators move by a similar factor, and a
 * swap of two columns, where each of two cells meets the expectation of the other, if need be after
 * a conversion by a power of ten.
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

  /** Between columns in units of measure that differ by a power of ten. */
  private static final double MOST_CONVERTED = 0.1;

  private static final double LN_10 = Math.log(10);
  private static final int MOST_PLACES = 8;

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

  /**
   * Two columns that changed places before their units of measure were converted: each then departs
   * by the same power of ten from what is expected of the other, one up, one down.
   */
  private Column swap() {
    Column partner =
        get(
            array_sort(
                filter(
                    transform(col("off"), RowPatterns::judged),
                    q ->
                        q.getField("indicator_code")
                            .notEqual(col("indicator_code"))
                            .and(isMet(q)))),
            lit(0));
    Column evidence =
        concat(
            Finding.number(col("value")),
            when(partner.getField("places").equalTo(0.0), lit(""))
                .otherwise(
                    concat(lit(", times 10^"), partner.getField("places").cast("int"), lit(","))),
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

  /** A cell of the row with what is left after a swap, as it is and converted. */
  private static Column judged(Column q) {
    Column here = col("y").minus(q.getField("expected"));
    Column there = q.getField("y").minus(col("expected"));
    Column places = rint(there.minus(here).divide(2 * LN_10));
    return struct(
        abs(places).as("distance"),
        q.getField("indicator_code").as("indicator_code"),
        places.as("places"),
        q.getField("y").as("y"),
        q.getField("expected").as("expected"),
        q.getField("residual").as("residual"),
        q.getField("spread").as("spread"),
        abs(here.plus(places.multiply(LN_10))).as("here"),
        abs(there.minus(places.multiply(LN_10))).as("there"));
  }

  /** Whether each of the two meets the other's expectation; a conversion asks for more. */
  private Column isMet(Column q) {
    return meets(q.getField("here"), q.getField("spread"), q)
        .and(meets(q.getField("there"), col("spread"), q))
        .and(
            q.getField("distance")
                .equalTo(0.0)
                .or(q.getField("distance").leq(MOST_PLACES).and(isSure(q))));
  }

  /** Both are suspect by themselves, and the fit is no matter of wide tolerances. */
  private Column isSure(Column q) {
    Column both =
        col("score")
            .geq(policy.limit())
            .and(abs(q.getField("residual")).geq(q.getField("spread").multiply(policy.limit())));
    return both.and(greatest(q.getField("here"), q.getField("there")).leq(MOST_CONVERTED));
  }

  private static Column meets(Column left, Column spread, Column other) {
    return left.leq(greatest(lit(LEAST_TOLERANCE), spread.multiply(SPREADS)))
        .and(left.leq(abs(col("residual")).multiply(SIMILAR)))
        .and(left.leq(abs(other.getField("residual")).multiply(SIMILAR)));
  }
}
