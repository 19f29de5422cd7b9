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

/** gold.unit_type_stability: whether types hold when other units are drawn. */
public final class UnitTypeStability extends TypologyTable {
  public UnitTypeStability() {
    super(UnitTypeStability::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        made("unit_type_stability", "One row a typology and years; none for rules")
            .required("k", Type.INT, "", "Number of types")
            .required("n_units", Type.LONG, "units", "Units, which are drawn with all their years")
            .required("n", Type.LONG, "units in years", "Rows with all features")
            .required("resamples", Type.INT, "", "Draws of as many units, with replacement")
            .required("n_failed", Type.INT, "", "Draws of which no such types could be made")
            .optional(
                "rand_mean",
                Type.DOUBLE,
                "",
                "Mean adjusted Rand index of the types and of those made of a draw: 1 for the same,"
                    + " 0 for chance")
            .optional("rand_min", Type.DOUBLE, "", "The least of them")
            .optional("rand_sd", Type.DOUBLE, "", "Their standard deviation; null for one")
            .optional("reason", Type.STRING, "", "Why there is none: ONE_UNIT, EACH_DRAW_FAILED")
            .check("what has no index has a reason", "(rand_mean IS NULL) = (reason IS NOT NULL)")
            .check("the index is at most 1", "rand_min <= 1 AND rand_mean <= 1.000000001"));
  }

  private static Iterator<Row> of(Types types, UnitDirectory units) {
    return types.stabilities().stream()
        .map(
            one ->
                RowFactory.create(
                    types.typology(),
                    one.years(),
                    one.k(),
                    (long) one.units(),
                    (long) one.n(),
                    one.resamples(),
                    one.failed(),
                    Cells.number(one.mean()),
                    Cells.number(one.min()),
                    Cells.number(one.sd()),
                    Cells.text(one.reason())))
        .iterator();
  }
}
