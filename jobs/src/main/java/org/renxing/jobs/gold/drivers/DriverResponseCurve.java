package org.renxing.jobs.gold.drivers;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.LearningAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.learning.LearningResult;
import org.renxing.learning.ResponseCurve;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.regression.Formula;

/** gold.driver_response_curve: how predictions go with a feature, out of fold. */
public final class DriverResponseCurve extends LearningTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofFeatures("driver_response_curve", "One row an analysis with learning, feature and point")
            .key("point", Type.INT, "1 for the smallest value of the feature, and upwards")
            .required("value", Type.DOUBLE, "", "Value of the feature, one that occurs")
            .required(
                "partial_dependence",
                Type.DOUBLE,
                "",
                "Mean prediction where the feature has this value in all rows, or in 1,000 drawn")
            .required(
                "accumulated_effect",
                Type.DOUBLE,
                "",
                "Accumulated local effect, of mean 0 over the rows: to be read where features go"
                    + " together")
            .required(
                "n",
                Type.LONG,
                "",
                "Unit-years above the value before, up to this one; of the first point those that"
                    + " equal it"));
  }

  @Override
  Stream<Row> of(LearningAnswer answer) {
    return answer.result().stream()
        .flatMap(result -> result.curves().stream())
        .flatMap(curve -> of(answer.id(), curve));
  }

  private static Stream<Row> of(String id, LearningResult.Curve of) {
    ResponseCurve curve = of.curve();
    return IntStream.range(0, curve.at().length)
        .mapToObj(
            k ->
                RowFactory.create(
                    id,
                    Formula.bare(of.candidate()),
                    k + 1,
                    curve.at()[k],
                    curve.partialDependence()[k],
                    curve.localEffect()[k],
                    (long) curve.rows()[k]));
  }
}
