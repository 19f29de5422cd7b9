package org.renxing.jobs.gold.typology;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.territory.UnitDirectory;
import org.renxing.typology.Types;

/** gold.unit_type_selection: how many types there are. */
public final class UnitTypeSelection extends TypologyTable {
  public UnitTypeSelection() {
    super(UnitTypeSelection::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        made("unit_type_selection", "One row a typology, years and number of types; none for rules")
            .key("k", Type.INT, "Number of types that was tried")
            .required("is_chosen", Type.BOOLEAN, "", "Whether unit_type has these")
            .required("n", Type.LONG, "units in years", "Rows with all features")
            .required("n_left_out", Type.LONG, "units in years", "Rows that lack a feature")
            .optional("within", Type.DOUBLE, "", "Sum of squared distances from means of types")
            .optional("silhouette", Type.DOUBLE, "", "Mean silhouette; null for one type")
            .required(
                "is_exact",
                Type.BOOLEAN,
                "",
                "Whether silhouettes take all distances; beyond 5,000 rows those to means of types")
            .optional(
                "bic",
                Type.DOUBLE,
                "",
                "parameters ln n - 2 ln L: the smaller, the better; mixtures")
            .optional("gap", Type.DOUBLE, "", "Gap statistic (Tibshirani and others)")
            .optional("gap_error", Type.DOUBLE, "", "Its standard error s_k")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there are no such types: NO_COMPLETE_ROW, FEWER_DIFFERENT_ROWS, SHRUNK (a"
                    + " mixture whose component shrinks to a point)")
            .check("what has no types has a reason", "(within IS NULL) = (reason IS NOT NULL)")
            .check("what is chosen is there", "NOT (is_chosen AND within IS NULL)"));
  }

  private static Iterator<Row> of(Types types, UnitDirectory units) {
    return types.trials().stream()
        .map(
            trial ->
                RowFactory.create(
                    types.typology(),
                    trial.years(),
                    trial.k(),
                    trial.isChosen(),
                    (long) trial.n(),
                    (long) trial.leftOut(),
                    Cells.number(trial.within()),
                    Cells.number(trial.silhouette()),
                    trial.isExact(),
                    Cells.number(trial.bic()),
                    Cells.number(trial.gap()),
                    Cells.number(trial.gapError()),
                    Cells.text(trial.reason())))
        .iterator();
  }
}
