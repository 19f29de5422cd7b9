package org.renxing.jobs.gold.index;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.scores.SchemeScores;
import org.renxing.scores.Score;
import org.renxing.summary.Ranked;
import org.renxing.territory.UnitDirectory;

/** gold.index_score_unit_year: scores of the whole, of systems and of criteria. */
public final class IndexScore implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("index_score_unit_year");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                TABLE.name(), "One row a weight scheme, node of the index, unit and year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key(
                "system",
                Type.STRING,
                "Node of the index: overall, a system, or a criterion below one")
            .required(
                "depth", Type.INT, "", "0 for overall, 1 for systems, 2 and more for criteria")
            .optional(
                "score",
                Type.DOUBLE,
                "0-1",
                "Score of the node (0-scale where the scenario says so); null where an indicator is"
                    + " missing")
            .optional(
                "contribution",
                Type.DOUBLE,
                "0-1",
                "What the node adds to the overall score: system_weight times score")
            .optional("system_weight", Type.DOUBLE, "0-1", "Weight of the node in the whole")
            .required("n_missing", Type.INT, "", "Indicators that are missing")
            .optional(
                "rank",
                Type.INT,
                "",
                "Dense rank in the year, 1 is best; equal to 12 significant digits is a tie")
            .optional("order_no", Type.INT, "", "Place in the year without ties: ties by unit_id")
            .optional(
                "percentile",
                Type.DOUBLE,
                "0-1",
                "Share of the other units that are not better; 1 is best"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Vectors.ALL, Vectors.WEIGHTS, Units.DIRECTORY);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.indexSystem(), scenario.aggregation());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    SchemeScores formulas =
        new SchemeScores(
            IndicatorOrder.of(scenario.indexSystem()),
            given.get(Vectors.WEIGHTS),
            scenario.aggregation());
    return rows(given.get(Vectors.ALL), formulas, given.get(Units.DIRECTORY));
  }

  TableRows rows(Records<IndicatorVector> vectors, SchemeScores formulas, UnitDirectory units) {
    return Ranked.within(
            vectors.flatMap(vector -> formulas.of(vector).iterator()),
            at -> String.join("\n", at.scheme(), at.system(), String.valueOf(at.year())),
            SchemeScores.AtNode::unitId,
            at -> at.score().score())
        .rowEach(columns(), ranked -> row(ranked, units));
  }

  private static Row row(Ranked<SchemeScores.AtNode> ranked, UnitDirectory units) {
    SchemeScores.AtNode at = ranked.record();
    Score score = at.score();
    return RowFactory.create(
        at.unitId(),
        units.name(at.unitId()),
        at.year(),
        at.scheme(),
        at.system(),
        at.depth(),
        Cells.number(score.score()),
        Cells.number(score.contribution()),
        Cells.number(score.systemWeight()),
        score.nMissing(),
        ranked.rank(),
        ranked.orderNo(),
        ranked.percentile());
  }
}
