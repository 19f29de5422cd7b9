package org.renxing.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.PanelRules;
import org.renxing.model.QualityPolicy;
import org.renxing.quality.panel.AreaBreaks;
import org.renxing.quality.panel.DoubtfulFigure;
import org.renxing.quality.panel.HeadRates;
import org.renxing.quality.panel.PanelCheck;
import org.renxing.quality.panel.PanelFigures;
import org.renxing.quality.panel.PanelFigures.Cell;
import org.renxing.quality.panel.SharedFigures;
import org.renxing.quality.panel.SharedInDimension;
import org.renxing.territory.Move;

/** Runs the checks of {@link org.renxing.quality.panel}, each over all cells of its indicators. */
final class PanelStage {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "source_id string, unit_id string, year int, indicator_code string, value double,"
              + " kind string, expected_lower double, expected_upper double, confidence double,"
              + " evidence string");

  private PanelStage() {}

  /** The checks that follow from a policy. */
  static List<PanelCheck> checks(QualityPolicy policy, List<Move> moves) {
    PanelRules rules = policy.panel();
    List<PanelCheck> out = new ArrayList<>();
    rules
        .steady()
        .forEach(code -> out.add(new AreaBreaks(code, policy.limit(), rules.steadyStep(), moves)));
    rules.dimensions().forEach(codes -> out.add(new SharedInDimension(codes)));
    for (List<String> group : rules.distinct()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          out.add(new SharedFigures(group.get(i), group.get(j), true));
        }
      }
    }
    rules.perHead().forEach(rule -> out.add(new HeadRates(rule)));
    return List.copyOf(out);
  }

  /** What the checks find, as {@link Suspects} lists it; one shuffle of the cells looked at. */
  static Dataset<Row> of(Dataset<Row> observations, List<PanelCheck> checks) {
    Dataset<Row> cells =
        observations
            .select(
                explode(checksOfCode(checks)).as("check_no"),
                col("unit_id"),
                col("year"),
                col("indicator_code"),
                col("value"),
                col("source_id"))
            .repartition(Expectation.partitions(observations), col("check_no"));
    MapPartitionsFunction<Row, Row> judge = rows -> judged(rows, checks);
    return cells.mapPartitions(judge, Encoders.row(SCHEMA));
  }

  /** The numbers of the checks that look at the indicator of a row; null for none. */
  private static Column checksOfCode(List<PanelCheck> checks) {
    Map<String, List<Column>> byCode = new TreeMap<>();
    for (int k = 0; k < checks.size(); k++) {
      for (String code : checks.get(k).codes()) {
        byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(lit(k));
      }
    }
    List<Column> entries = new ArrayList<>();
    byCode.forEach(
        (code, numbers) -> {
          entries.add(lit(code));
          entries.add(array(numbers.toArray(Column[]::new)));
        });
    return try_element_at(map(entries.toArray(Column[]::new)), col("indicator_code"));
  }

  private static Iterator<Row> judged(Iterator<Row> rows, List<PanelCheck> checks) {
    Map<Integer, List<Cell>> cells = new TreeMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      cells
          .computeIfAbsent(row.getInt(0), k -> new ArrayList<>())
          .add(
              new Cell(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getDouble(4),
                  row.getString(5)));
    }
    List<Row> out = new ArrayList<>();
    cells.forEach(
        (check, own) -> {
          PanelFigures figures = PanelFigures.of(own);
          checks.get(check).judge(figures).forEach(doubt -> out.add(row(figures, doubt)));
        });
    return out.iterator();
  }

  private static Row row(PanelFigures figures, DoubtfulFigure doubt) {
    return RowFactory.create(
        figures.source(doubt.code(), doubt.unit(), doubt.year()),
        figures.units().get(doubt.unit()),
        figures.year(doubt.year()),
        doubt.code(),
        figures.value(doubt.code(), doubt.unit(), doubt.year()),
        doubt.kind().label(),
        known(doubt.lower()),
        known(doubt.upper()),
        Math.round(doubt.confidence() * 1e4) / 1e4,
        doubt.evidence());
  }

  private static Double known(double x) {
    return Double.isNaN(x) ? null : Double.valueOf(x);
  }
}
