package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
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
  private static final int REACH = 3;
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
    Column other = struct(col("unit_id"), col("expected"), col("spread"));
    Dataset<Row> out = cells.withColumn("is_off", isOff);
    List<Column> matches = new ArrayList<>();
    for (int o : offsets()) {
      Column there = lead(other, o).over(ORDER);
      matches.add(when(col("is_off").and(isMet(there)), lit(o)));
    }
    out = out.withColumn("matches", when(col("is_off"), array_compact(array(columns(matches)))));
    List<Column> supported = new ArrayList<>();
    for (int o : offsets()) {
      supported.add(when(col("is_off").and(has("matches", o)).and(isSupported(o)), lit(o)));
    }
    return out.withColumn("moved", when(col("is_off"), array_compact(array(columns(supported)))))
        .withColumn("others", when(col("is_off"), units()));
  }

  /** The units around the cell, by offset from -3 to 3 without 0. */
  private static Column units() {
    List<Column> out = new ArrayList<>();
    for (int o : offsets()) {
      out.add(lead(col("unit_id"), o).over(ORDER));
    }
    return array(columns(out));
  }

  private static Column isMet(Column there) {
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
    Column movedTogether = lit(false);
    Column mixed = lit(false);
    Column sign = signum(col("residual"));
    for (int w : offsets()) {
      Column matchesThere = lead(col("matches"), w).over(ORDER);
      movedTogether = movedTogether.or(holds(matchesThere, o));
      Column signThere = lead(when(col("is_off"), sign), w).over(ORDER);
      mixed = mixed.or(coalesce(signThere.equalTo(sign.multiply(-1)), lit(false)));
    }
    Column changedPlaces = holds(lead(col("matches"), o).over(ORDER), -o);
    return movedTogether.or(changedPlaces).and(mixed);
  }

  @Override
  public Dataset<Row> acrossIndicators(Dataset<Row> cells) {
    Dataset<Row> out = cells.withColumn("off_in_row", count(when(col("is_off"), 1)).over(Rows.ROW));
    List<Column> counts = new ArrayList<>();
    for (int o : offsets()) {
      counts.add(sum(when(has("matches", o), 1).otherwise(0)).over(Rows.ROW));
    }
    return out.withColumn("matches_in_row", array(columns(counts)));
  }

  @Override
  public List<Column> findings() {
    List<Column> candidates = new ArrayList<>();
    int place = 0;
    for (int o : offsets()) {
      Column inRow = col("matches_in_row").getItem(place);
      Column isRow =
          inRow.geq(FEWEST_IN_ROW).and(inRow.geq(col("off_in_row").multiply(SHARE_OF_ROW)));
      Column support = inRow.plus(when(has("moved", o), 2).otherwise(0));
      candidates.add(
          when(
              has("matches", o).and(has("moved", o).or(isRow)),
              struct(
                  support.as("support"),
                  col("others").getItem(place).as("unit"),
                  lit(o).as("offset"))));
      place++;
    }
    Column best = array_max(array(columns(candidates)));
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

  private static Column has(String offsets, int o) {
    return holds(col(offsets), o);
  }

  private static Column holds(Column offsets, int o) {
    return coalesce(org.apache.spark.sql.functions.array_contains(offsets, o), lit(false));
  }

  private static List<Integer> offsets() {
    List<Integer> out = new ArrayList<>();
    for (int o = -REACH; o <= REACH; o++) {
      if (o != 0) {
        out.add(o);
      }
    }
    return out;
  }

  private static Column[] columns(List<Column> list) {
    return list.toArray(Column[]::new);
  }
}
