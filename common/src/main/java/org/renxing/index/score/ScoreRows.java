package org.renxing.index.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.vector.RowKernel;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.panel.IndicatorOrder;
import org.renxing.scores.NodeScores;
import org.renxing.scores.Score;

/** The scores of each unit, year and scheme, one row a node. */
final class ScoreRows extends RowKernel {
  static final StructType SCHEMA =
      new StructType()
          .add("scheme", DataTypes.StringType)
          .add("system", DataTypes.StringType)
          .add("depth", DataTypes.IntegerType)
          .add("unit_id", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("score", DataTypes.DoubleType)
          .add("contribution", DataTypes.DoubleType)
          .add("system_weight", DataTypes.DoubleType)
          .add("n_missing", DataTypes.IntegerType);

  private static final long serialVersionUID = 1L;
  private final IndicatorOrder order;
  private final Aggregation aggregation;
  private final Map<String, Integer> places = new HashMap<>();

  /** By scheme and year of its weights. */
  private final Map<List<Object>, NodeScores> formulas = new HashMap<>();

  ScoreRows(IndicatorOrder order, Aggregation aggregation) {
    this.order = order;
    this.aggregation = aggregation;
    order.codes().forEach(code -> places.put(code, places.size()));
  }

  /**
   * The scores of a row.
   *
   * @param row unit_id, year, y: (indicator_code, normalised), scheme, weight_year, w:
   *     (indicator_code, global_weight)
   */
  @Override
  protected List<Row> of(Row row) {
    NodeScores formula =
        formulas.computeIfAbsent(
            List.of(row.get(3), row.get(4)),
            key -> new NodeScores(order, packed(row.getList(5)), aggregation));
    double[] y = packed(row.getList(2));
    List<Row> out = new ArrayList<>();
    for (int node = 0; node < order.nodes().size(); node++) {
      Score score = formula.of(node, y);
      out.add(
          RowFactory.create(
              row.get(3),
              order.nodes().get(node).code(),
              order.nodes().get(node).depth(),
              row.get(0),
              row.get(1),
              orNull(score.score()),
              orNull(score.contribution()),
              orNull(score.systemWeight()),
              score.nMissing()));
    }
    return out;
  }

  private double[] packed(List<Row> cells) {
    double[] out = new double[places.size()];
    Arrays.fill(out, Double.NaN);
    for (Row cell : cells) {
      Integer place = places.get(cell.getString(0));
      if (place != null && !cell.isNullAt(1)) {
        out[place] = cell.getDouble(1);
      }
    }
    return out;
  }

  private static Object orNull(double x) {
    return Double.isNaN(x) ? null : x;
  }
}
