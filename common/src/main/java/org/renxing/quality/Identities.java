package org.renxing.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.model.SuspectKind;

/**
 * Equations between base indicators, from configuration: |ln(left / right)| beyond the tolerance is
 * suspect. Of the figures in the equation, the one farthest from its own history is named; where
 * none is off by half the limit, those of the left side are.
 */
final class Identities implements Detector {
  private static final double OF_LIMIT = 0.5;

  /** Where no figure stands out, it is a guess which one is wrong. */
  private static final double OF_GUESS = 0.6;

  private final QualityPolicy policy;

  Identities(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Dataset<Row> acrossIndicators(Dataset<Row> cells) {
    Set<String> codes = codes();
    return codes.isEmpty() ? cells : cells.withColumn("row", Rows.byCode(codes));
  }

  private Set<String> codes() {
    Set<String> out = new TreeSet<>();
    policy.identities().forEach(identity -> out.addAll(inputs(identity)));
    return out;
  }

  @Override
  public Column isCandidate() {
    return col("indicator_code").isin(codes().toArray());
  }

  @Override
  public List<Column> findings() {
    return policy.identities().stream().map(this::finding).toList();
  }

  private Column finding(Identity identity) {
    Expression left = Expression.parse(identity.left());
    Expression right = Expression.parse(identity.right());
    Column leftValue = left.value(Identities::value);
    Column rightValue = right.value(Identities::value);
    // a comparison with null is null, so missing figures are no suspects
    Column isPositive = leftValue.gt(0.0).and(rightValue.gt(0.0));
    Column ratio = when(isPositive, ln(leftValue.divide(rightValue)));
    List<Column> scores = new ArrayList<>();
    for (String code : inputs(identity)) {
      scores.add(score(code));
    }
    scores.add(lit(0.0));
    Column worst = array_max(array(scores.toArray(Column[]::new)));
    Column isClear = worst.geq(OF_LIMIT * policy.limit());
    Column isNamed =
        when(isClear, coalesce(col("score"), lit(0.0)).equalTo(worst))
            .otherwise(col("indicator_code").isin(left.inputs().toArray()));
    Column isPart = col("indicator_code").isin(inputs(identity).toArray());
    Column condition = isPart.and(abs(ratio).gt(identity.tolerance())).and(isNamed);
    Column evidence =
        concat(
            lit(identity.id() + ": " + identity.left() + " = "),
            Finding.number(leftValue),
            lit(", " + identity.right() + " = "),
            Finding.number(rightValue),
            format_string(
                "; left / right %.3f, allowed %.3f to %.3f",
                exp(ratio),
                lit(Math.exp(-identity.tolerance())),
                lit(Math.exp(identity.tolerance()))));
    Column confidence =
        Finding.beyond(identity.tolerance(), abs(ratio))
            .multiply(when(isClear, 1.0).otherwise(OF_GUESS));
    return Finding.when(
        SuspectKind.IDENTITY, condition, range(identity, left, rightValue), confidence, evidence);
  }

  /** What the equation itself lets expect, where the cell is all of its left side. */
  private Finding.Range range(Identity identity, Expression left, Column right) {
    Finding.Range history = Finding.ofHistory(policy.limit());
    if (!left.toString().strip().equals(String.join("", left.inputs()))) {
      return history;
    }
    Column isLeft = col("indicator_code").isin(left.inputs().toArray());
    double reach = Math.exp(identity.tolerance());
    return new Finding.Range(
        when(isLeft, right.divide(reach)).otherwise(history.lower()),
        when(isLeft, right.multiply(reach)).otherwise(history.upper()));
  }

  private static Set<String> inputs(Identity identity) {
    Set<String> out = new TreeSet<>(Expression.parse(identity.left()).inputs());
    out.addAll(Expression.parse(identity.right()).inputs());
    return out;
  }

  private static Column value(String code) {
    return try_element_at(col("row"), lit(code)).getField("value");
  }

  private static Column score(String code) {
    return try_element_at(col("row"), lit(code)).getField("score");
  }
}
