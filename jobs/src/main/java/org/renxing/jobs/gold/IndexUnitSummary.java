package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Groups;
import org.renxing.index.score.ScoreCourse;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.index_summary_unit: the course of each unit's scores over the years. */
public final class IndexUnitSummary implements PlannedTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("index_summary_unit", "One row a weight scheme, node of the index and unit")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("system", Type.STRING, "Node of the index")
            .with(GoldTable::unit)
            .required("n_years", Type.LONG, "years", "Years with a score")
            .required("mean", Type.DOUBLE, "0-1", "Mean score over the years")
            .required("min", Type.DOUBLE, "0-1", "Lowest score")
            .required("max", Type.DOUBLE, "0-1", "Highest score")
            .required("year_first", Type.INT, "", "First year with a score")
            .required("year_last", Type.INT, "", "Last year with a score")
            .required("score_first", Type.DOUBLE, "0-1", "Score of the first year")
            .required("score_last", Type.DOUBLE, "0-1", "Score of the last year")
            .required("change", Type.DOUBLE, "", "score_last - score_first")
            .optional(
                "growth",
                Type.DOUBLE,
                "share",
                "score_last over score_first, minus 1; null where the first is 0")
            .required("rank_first", Type.INT, "", "Rank in the first year")
            .required("rank_last", Type.INT, "", "Rank in the last year")
            .required(
                "n_above_mean", Type.LONG, "years", "Years above the mean of all units of the year")
            .required(
                "is_always_above_mean",
                Type.BOOLEAN,
                "",
                "Whether above that mean in every year of the scenario"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndexScore.TABLE, IndexSummary.TABLE, DimUnit.TABLE);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return "";
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> yearMeans =
        inputs
            .read(IndexSummary.TABLE, scenario.id())
            .where(col("group_type").equalTo(Groups.ALL).and(col("year").gt(0)));
    return Units.named(
        ScoreCourse.of(inputs.read(IndexScore.TABLE, scenario.id()), yearMeans), inputs);
  }
}
