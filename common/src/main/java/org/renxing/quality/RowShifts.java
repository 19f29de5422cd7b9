package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.model.QualityPolicy;
import org.renxing.model.SuspectKind;

/**
 * Figures that stand in the row of another unit. A cell that leaves its own history and meets the
 * expectation of the unit {@code o} places on in the order of codes (o from −3 to 3) is a match at
 * o. By chance that happens often, so a match counts only with support: in the same indicator and
 * year, a unit at most three places away that matches at o too (rows moved together) or the unit at
 * o that matches at −o (rows changed places), and cells off in both directions nearby, since moved
 * rows keep their sum; or, in the same row, three indicators that match at o and are most of those
 * that are off.
 */
final class RowShifts implements Detector {
  private static final List<Integer> OFFSETS = List.of(-3, -2, -1, 1, 2, 3);
  private static final WindowSpec ORDER =
      Window.partitionBy("indicator_code", "year").orderBy("unit_id");

  private static final double OF_LIMIT = 0.5;
  private static final double LEAST_FACTOR = 1.16;
  private static final double LEAST_TOLERANCE = 0.06;
  private static final double MOST_TOLERANCE = 0.25;
  private static final double SPREADS = 2;

  /** A match explains the cell: what is left is a small part of the residual. */
  private static final double OF_RESIDUAL = 0.3;

  private static final int FEWEST_IN_ROW = 3;
  private static final double SHARE_OF_ROW = 0.6;

  private final QualityPolicy policy;

  RowShifts(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Dataset<Row> acrossUnits(Dataset<Row> cells) {
    Column isOff = coalesce(Rows.leans(OF_LIMIT * policy.limit(), LEAST_FACTOR), lit(false));
    Column told = when(col("is_off"), struct(col("matches"), signum(col("residual")).as("sign")));
    return cells
        .withColumn("is_off", isOff)
        .withColumn("around", around(struct(col("unit_id"), col("expected"), col("spread"))))
        .withColumn("matches", offsetsWhere(RowShifts::isMet))
        .withColumn("told", around(told))
        .withColumn("moved", offsetsWhere(o -> has("matches", o).and(isSupported(o))));
  }

  @Override
  public Column isCandidate() {
    return col("is_off");
  }

  /** What stands in the units around, in the order of {@link #OFFSETS}. */
  private static Column around(Column what) {
    return array(each(o -> lead(what, o).over(ORDER)));
  }

  /** Of a cell that is off, the offsets of which something holds. */
  private static Column offsetsWhere(IntFunction<Column> condition) {
    Column held = array(each(o -> when(condition.apply(o), lit(o))));
    return when(col("is_off"), array_compact(held));
  }

  /** Whether the cell meets the expectation of the unit at an offset. */
  private static Column isMet(int o) {
    Column there = at("around", o);
    Column tolerance =
        least(
            lit(MOST_TOLERANCE),
            greatest(lit(LEAST_TOLERANCE), there.getField("spread").multiply(SPREADS)));
    Column left = abs(col("y").minus(there.getField("expected")));
    return left.leq(tolerance)
        .and(left.leq(abs(col("residual")).multiply(OF_RESIDUAL)))
        .and(col("is_log"));
  }

  /** Whether units nearby tell of the same move. */
  private static Column isSupported(int o) {
    Column movedTogether = exists(col("told"), t -> holds(t.getField("matches"), o));
    Column changedPlaces = holds(at("told", o).getField("matches"), -o);
    Column opposite = signum(col("residual")).multiply(-1.0);
    Column isMixed = exists(col("told"), t -> t.getField("sign").equalTo(opposite));
    return movedTogether.or(changedPlaces).and(coalesce(isMixed, lit(false)));
  }

  @Override
  public Dataset<Row> acrossIndicators(Dataset<Row> cells) {
    Column[] counts = each(o -> sum(when(has("matches", o), 1).otherwise(0)).over(Rows.ROW));
    return cells
        .withColumn("off_in_row", count(when(col("is_off"), 1)).over(Rows.ROW))
        .withColumn("matches_in_row", array(counts));
  }

  @Override
  public List<Column> findings() {
    Column best = array_max(array(each(RowShifts::candidate)));
    Column evidence =
        concat(
            Finding.number(col("value")),
            lit(" where the other years let expect "),
            Finding.number(Finding.original(col("expected"))),
            lit("; it fits unit "),
            best.getField("unit"),
            lit(", "),
            best.getField("offset").cast("string"),
            lit(" places on; support from cells around: "),
            best.getField("support").cast("string"));
    return List.of(
        Finding.when(
            SuspectKind.ROW_SHIFT,
            col("is_off").and(best.isNotNull()),
            Finding.ofHistory(policy.limit()),
            lit(1.0).minus(pow(lit(0.7), best.getField("support"))),
            evidence));
  }

  /** How well an offset explains the cell: support, unit and offset; null where it does not. */
  private static Column candidate(int o) {
    Column inRow = at("matches_in_row", o);
    Column isRow =
        inRow.geq(FEWEST_IN_ROW).and(inRow.geq(col("off_in_row").multiply(SHARE_OF_ROW)));
    Column support = inRow.plus(when(has("moved", o), 2).otherwise(0));
    return when(
        has("matches", o).and(has("moved", o).or(isRow)),
        struct(
            support.as("support"),
            at("around", o).getField("unit_id").as("unit"),
            lit(o).as("offset")));
  }

  private static Column at(String array, int offset) {
    return col(array).getItem(OFFSETS.indexOf(offset));
  }

  private static Column has(String offsets, int o) {
    return holds(col(offsets), o);
  }

  private static Column holds(Column offsets, int o) {
    return coalesce(array_contains(offsets, o), lit(false));
  }

  private static Column[] each(IntFunction<Column> column) {
    return OFFSETS.stream().map(column::apply).toArray(Column[]::new);
  }
}
