package org.renxing.jobs.gold.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.diagnosis.Diagnosis;
import org.renxing.diagnosis.Influence;
import org.renxing.diagnosis.InfluenceTarget;
import org.renxing.diagnosis.Period;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.indicator_influence: what indicators do to scores, beside what they weigh. */
public final class IndicatorInfluence extends DiagnosisTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "indicator_influence",
                "One row a weight scheme, score, indicator below it and year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("system", Type.STRING, "Score that is looked at: overall or a system")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years) with the score")
            .optional(
                "nominal_weight",
                Type.DOUBLE,
                "0-1",
                "Share of the weights; sums to 1 (year 0: mean of the years)")
            .optional(
                "effective_influence",
                Type.DOUBLE,
                "share",
                "Share of the score's variance, cov(term, score) over var(score); sums to 1, may be"
                    + " below 0")
            .optional("correlation", Type.DOUBLE, "", "Correlation of the indicator with the score")
            .optional(
                "mean_abs_rank_change_if_removed",
                Type.DOUBLE,
                "ranks",
                "Mean absolute change of ranks in the year if it is left out and weights rescaled")
            .check("weights lie between 0 and 1", "nominal_weight BETWEEN 0 AND 1 + 1e-12"));
  }

  @Override
  List<Row> rows(Diagnosis diagnosis, Period period) {
    List<Row> out = new ArrayList<>();
    for (InfluenceTarget target : diagnosis.targets()) {
      for (int member : target.members()) {
        Influence found = period.influence().get(out.size());
        out.add(
            RowFactory.create(
                target.scheme(),
                target.node(),
                diagnosis.order().codes().get(member),
                period.year(),
                found.n(),
                Cells.number(found.nominalWeight()),
                Cells.number(found.effective()),
                Cells.number(found.correlation()),
                Cells.number(found.meanRankChange())));
      }
    }
    return out;
  }
}
