package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.Normalisation;

/** {@link org.renxing.normalisation.Normaliser} of a long panel, an indicator at a time. */
public final class Normaliser {
  private final Normalisation spec;

  public Normaliser(Normalisation spec) {
    this.spec = spec;
  }

  /**
   * Adds direction, system, is_winsorised, lower, upper (the bounds used) and normalised; {@code
   * value} becomes the value after treatment. Where the value or its bounds are missing the result
   * is null.
   *
   * @param values unit_id, year, indicator_code, value; other columns pass through
   * @param indicators indicator_code, direction, system; joined by broadcast; a code that is not
   *     there is left out of the result
   * @param frozen indicator_code, lower, upper of the release that scope frozen names
   * @throws org.renxing.model.RenxingException CONFIGURATION for a scope that the method does not
   *     take, or scope frozen without bounds
   */
  public Dataset<Row> apply(
      Dataset<Row> values, Dataset<Row> indicators, Optional<Dataset<Row>> frozen) {
    new org.renxing.normalisation.Normaliser(spec, Set.of()).check(frozen.isPresent());
    Column none = lit(null).cast("double");
    Dataset<Row> directed =
        values
            .join(broadcast(indicators), "indicator_code")
            .withColumn("is_winsorised", lit(false));
    Dataset<Row> bounded =
        spec.scope() == Normalisation.Scope.FROZEN
            ? directed.join(broadcast(bounds(frozen.orElseThrow())), joined(), "left")
            : directed.withColumn("lower", none).withColumn("upper", none);
    Dataset<Row> given = bounded.withColumn("normalised", none);
    boolean isYearly = spec.scope() == Normalisation.Scope.YEARLY;
    StructType schema = nullable(given.schema());
    MapFunction<Row, String> scope =
        row -> {
          String code = row.getAs("indicator_code");
          return isYearly ? code + " " + row.<Integer>getAs("year") : code;
        };
    return given
        .groupByKey(scope, Encoders.STRING())
        .flatMapGroups(new IndicatorGroups(spec), Encoders.row(schema));
  }

  private static String[] joined() {
    return new String[] {"indicator_code"};
  }

  private static Dataset<Row> bounds(Dataset<Row> frozen) {
    return frozen.select(
        col("indicator_code"),
        col("lower").cast("double").as("lower"),
        col("upper").cast("double").as("upper"));
  }

  /** The same columns, with those that are filled in nullable. */
  private static StructType nullable(StructType schema) {
    StructType out = new StructType();
    for (var field : schema.fields()) {
      boolean isNumber = field.dataType().equals(DataTypes.DoubleType);
      out = out.add(field.name(), field.dataType(), field.nullable() || isNumber, field.metadata());
    }
    return out;
  }
}
