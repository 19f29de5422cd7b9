package org.renxing.jobs.gold.drivers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.DetectorAnswer;
import org.renxing.drivers.DriverAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.driver_interaction: what two candidates explain together, and beside each other. */
public final class DriverInteraction extends DriverTable {
  public DriverInteraction(LakeFiles files) {
    super(files, DriverInteraction::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofPeriods(
                "driver_interaction",
                "One row an analysis, period and pair of candidates that have a q")
            .key("factor_a", Type.STRING, "Candidate named first in the analysis")
            .key("factor_b", Type.STRING, "Candidate named after it")
            .required("q_a", Type.DOUBLE, "0-1", "Share of variance that the first explains")
            .required("q_b", Type.DOUBLE, "0-1", "That the second explains")
            .optional(
                "q_joint",
                Type.DOUBLE,
                "0-1",
                "That their pairs of strata explain; null where all are of one row")
            .optional(
                "interaction",
                Type.STRING,
                "",
                "weaken_nonlinear, weaken_uni, enhance_bi, independent or enhance_nonlinear (Wang"
                    + " et al. 2010)")
            .optional(
                "ecological_f",
                Type.DOUBLE,
                "",
                "Variance within strata of the first over that of the second; null for 0")
            .optional(
                "ecological_p_value",
                Type.DOUBLE,
                "0-1",
                "Of the larger of F and 1/F: whether they explain differently")
            .check("q is a share", "q_a BETWEEN 0 AND 1 AND q_b BETWEEN 0 AND 1")
            .check("a joint q has a type", "(q_joint IS NULL) = (interaction IS NULL)"));
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (DetectorAnswer period : answer.periods()) {
      for (DetectorAnswer.Pair pair : period.pairs()) {
        out.add(
            RowFactory.create(
                answer.id(),
                period.period(),
                pair.first(),
                pair.second(),
                pair.qFirst(),
                pair.qSecond(),
                Cells.finite(pair.q()),
                Cells.text(pair.type()),
                Cells.finite(pair.f()),
                Cells.finite(pair.pValue())));
      }
    }
    return out.iterator();
  }
}
