package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Cells far from all units of the year, by the modified z-score of Iglewicz and Hoaglin (1993) on
 * logarithms: (y − median) / (1.4826 · median |y − median|). Units differ in truth, so it says
 * little on its own; it tells of series that are wrong in all years.
 */
final class PeerLevels implements Detector {
  private static final WindowSpec PEERS = Window.partitionBy("indicator_code", "year");
  private static final int FEWEST = 20;
  private static final double MOST = 0.6;

  /** Units that are much alike differ by many small spreads; a factor of two is the least. */
  private static final double LEAST_DISTANCE = Math.log(2);

  private final QualityPolicy policy;

  PeerLevels(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Dataset<Row> acrossUnits(Dataset<Row> cells) {
    return cells
        .withColumn("peer_median", median(col("y")).over(PEERS))
        .withColumn(
            "peer_spread",
            median(abs(col("y").minus(col("peer_median")))).over(PEERS).multiply(Expectation.MAD))
        .withColumn("peers", count("y").over(PEERS));
  }

  @Override
  public Column isCandidate() {
    return distance().geq(policy.peerLimit());
  }

  @Override
  public List<Column> findings() {
    Column z = distance();
    Column reach = col("peer_spread").multiply(policy.peerLimit());
    Column evidence =
        concat(
            Finding.number(col("value")),
            lit("; median of the units of the year "),
            Finding.number(Finding.original(col("peer_median"))),
            format_string(
                "; %.1f robust standard deviations, limit %.1f", z, lit(policy.peerLimit())));
    return List.of(
        Finding.when(
            SuspectKind.PEER_LEVEL,
            z.geq(policy.peerLimit()),
            new Finding.Range(
                Finding.original(col("peer_median").minus(reach)),
                Finding.original(col("peer_median").plus(reach))),
            Finding.beyond(policy.peerLimit(), z).multiply(MOST),
            evidence));
  }

  /** The modified z-score, without its sign; null where there are too few units. */
  private static Column distance() {
    Column isJudged = col("is_log").and(col("peers").geq(FEWEST)).and(col("peer_spread").gt(0.0));
    Column isFar = abs(col("y").minus(col("peer_median"))).geq(LEAST_DISTANCE);
    return when(
        isJudged.and(isFar), abs(col("y").minus(col("peer_median"))).divide(col("peer_spread")));
  }
}
