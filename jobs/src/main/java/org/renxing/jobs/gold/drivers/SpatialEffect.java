package org.renxing.jobs.gold.drivers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.DriverAnswer;
import org.renxing.drivers.ModelAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.spatial_effect: what a regressor does in a unit itself, and in the others. */
public final class SpatialEffect extends DriverTable {
  public SpatialEffect(LakeFiles files) {
    super(files, SpatialEffect::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofModels("spatial_effect", "One row an analysis, spatial model, term and effect")
            .key("term", Type.STRING, "Term of the formula")
            .key(
                "effect",
                Type.STRING,
                "direct: in the unit itself, back through neighbours included; indirect: in all"
                    + " others; total: both")
            .required(
                "estimate", Type.DOUBLE, "", "Change of the response for one unit of the term")
            .optional("std_error", Type.DOUBLE, "", "Of 1,000 draws of the parameters")
            .optional("statistic", Type.DOUBLE, "", "Estimate over standard error")
            .optional("p_value", Type.DOUBLE, "0-1", "Two-sided, by the normal distribution")
            .check("effects are three", "effect IN ('direct', 'indirect', 'total')")
            .check("p is a share", "p_value BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (ModelAnswer model : answer.models()) {
      for (ModelAnswer.Effect effect : model.spatial()) {
        out.add(
            RowFactory.create(
                answer.id(),
                model.model(),
                effect.term(),
                effect.kind(),
                effect.estimate(),
                Cells.finite(effect.standardError()),
                Cells.finite(effect.statistic()),
                Cells.finite(effect.pValue())));
      }
    }
    return out.iterator();
  }
}
