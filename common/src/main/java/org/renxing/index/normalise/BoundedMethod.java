package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.model.ErrorCode;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;

/** A formula of the value and two bounds that come from the rows in scope or from elsewhere. */
abstract class BoundedMethod implements NormalisationMethod {

  /** The aggregates that give the lower and the upper bound of {@code value} over rows in scope. */
  abstract List<Column> bounds();

  /** The result on scale 1, for upper &gt; lower. */
  abstract Column formula(Column x, Column lower, Column upper, Column isNegative);

  /** Whether the scenario's clamp applies. */
  boolean canClamp() {
    return true;
  }

  @Override
  public final Dataset<Row> apply(
      Dataset<Row> values, Normalisation spec, Optional<Dataset<Row>> frozen) {
    return normalised(withBounds(values, spec, frozen), spec);
  }

  Dataset<Row> withBounds(Dataset<Row> values, Normalisation spec, Optional<Dataset<Row>> frozen) {
    if (spec.scope() != Normalisation.Scope.FROZEN) {
      return Scopes.attach(values, spec, bounds());
    }
    Dataset<Row> given =
        frozen.orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    "normalisation: scope frozen has no bounds of release "
                        + spec.frozenRelease().orElse("(none)")
                        + "; name a release that published them"));
    return Scopes.join(
        values,
        given.select(
            col("indicator_code"),
            col("lower").cast("double").as("lower"),
            col("upper").cast("double").as("upper")),
        List.of("indicator_code"));
  }

  private Dataset<Row> normalised(Dataset<Row> bounded, Normalisation spec) {
    Column x = col("value");
    Column lower = col("lower");
    Column upper = col("upper");
    Column share = formula(x, lower, upper, col("direction").equalTo("-"));
    Column drawn = spec.clamp() && canClamp() ? least(greatest(share, lit(0.0)), lit(1.0)) : share;
    Column known = x.isNotNull().and(lower.isNotNull()).and(upper.isNotNull());
    Column result = when(upper.gt(lower), drawn.multiply(spec.scale())).otherwise(lit(0.0));
    return bounded.withColumn("normalised", when(known, Finite.orNull(result)));
  }
}
