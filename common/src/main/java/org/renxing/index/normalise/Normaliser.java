package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Normalisation;

/**
 * Normalises a long panel (methods: normalisation). It reads its input once for the bounds and once
 * for the values: persist a costly one.
 */
public final class Normaliser {
  private final Normalisation spec;

  public Normaliser(Normalisation spec) {
    this.spec = spec;
  }

  /**
   * Adds direction, system, is_winsorised, lower, upper (the bounds used) and normalised; {@code
   * value} becomes the value after treatment.
   *
   * <p>Negative indicators are turned: more is better in the result. A constant indicator gives 0
   * for every unit. Where the value or its bounds are missing the result is null. Base-year, frozen
   * and goalpost bounds can give values outside [0, scale] unless clamp is set.
   *
   * @param values unit_id, year, indicator_code, value; other columns pass through
   * @param indicators indicator_code, direction, system; joined by broadcast; a code that is not
   *     there is left out of the result
   * @param frozen indicator_code, lower, upper of the release that scope frozen names
   */
  public Dataset<Row> apply(
      Dataset<Row> values, Dataset<Row> indicators, Optional<Dataset<Row>> frozen) {
    Dataset<Row> directed =
        Scopes.join(values, indicators, List.of("indicator_code"))
            .where(col("direction").isNotNull());
    return NormalisationMethods.of(spec.method()).apply(treated(directed), spec, frozen);
  }

  /**
   * The bounds of each indicator as a small frame to keep for scope frozen: indicator_code, lower,
   * upper. Of a yearly normalisation it keeps the widest, and of ranks nothing that means anything.
   *
   * @param normalised what {@link #apply} gave
   */
  public static Dataset<Row> bounds(Dataset<Row> normalised) {
    return normalised
        .groupBy("indicator_code")
        .agg(min(col("lower")).as("lower"), max(col("upper")).as("upper"));
  }

  /** Draws values in to the quantiles over the scope (linear interpolation, type 7). */
  private Dataset<Row> treated(Dataset<Row> values) {
    if (spec.winsorise().isEmpty()) {
      return values.withColumn("is_winsorised", lit(false));
    }
    Normalisation.Quantiles q = spec.winsorise().get();
    Column quantiles =
        percentile(col("value"), array(lit(q.lower()), lit(q.upper()))).as("winsor_bounds");
    Column low = col("winsor_bounds").getItem(0);
    Column high = col("winsor_bounds").getItem(1);
    Column outside = col("value").lt(low).or(col("value").gt(high));
    Column drawn = least(greatest(col("value"), low), high);
    return Scopes.attach(values, spec, List.of(quantiles))
        .withColumn("is_winsorised", coalesce(outside, lit(false)))
        .withColumn("value", when(col("value").isNotNull(), drawn))
        .drop("winsor_bounds");
  }
}
