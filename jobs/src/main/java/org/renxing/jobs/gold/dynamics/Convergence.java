package org.renxing.jobs.gold.dynamics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Dynamics;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.measure.MeasurePanel;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.convergence: whether units of a group draw together, catch up, keep their order. */
public final class Convergence extends DynamicsTable {
  public Convergence() {
    super(Convergence::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("convergence", "One row a measure, group and kind of convergence")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key(
                "kind",
                Type.STRING,
                "sigma: trend of the coefficient of variation over years; beta: mean annual log"
                    + " growth on the log of the first value; rank: Spearman's correlation of first"
                    + " and last values")
            .optional(
                "estimate",
                Type.DOUBLE,
                "",
                "Slope of sigma (a year) or beta, below 0 where units converge; correlation of"
                    + " rank")
            .optional("standard_error", Type.DOUBLE, "", "Classic standard error of the estimate")
            .optional("p_value", Type.DOUBLE, "0-1", "Two-sided, by Student's t with n - 2 degrees")
            .optional("r2", Type.DOUBLE, "0-1", "Share of variation explained")
            .optional(
                "speed",
                Type.DOUBLE,
                "a year",
                "Of beta: -ln(1 + estimate T)/T with T = year_last - year_first; null where that is"
                    + " no number")
            .required("n", Type.LONG, "", "Units; years for sigma")
            .required(
                "n_left_out",
                Type.LONG,
                "units",
                "Units of the group that lack a year, or for beta a value above 0")
            .required("year_first", Type.INT, "", "First year of the measure")
            .required("year_last", Type.INT, "", "Last year of the measure")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no estimate: ONE_YEAR, FEWER_THAN_3_UNITS, FEWER_THAN_3_YEARS,"
                    + " MEAN_NOT_POSITIVE, CONSTANT")
            .check("what has no estimate has a reason", "(estimate IS NULL) = (reason IS NOT NULL)")
            .check("p-values are shares", "p_value BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(Dynamics dynamics) {
    List<Row> out = new ArrayList<>();
    MeasurePanel panel = dynamics.panel();
    dynamics
        .convergence()
        .forEach(
            (group, estimates) ->
                estimates.forEach(
                    e ->
                        out.add(
                            RowFactory.create(
                                panel.measure(),
                                group.type(),
                                group.value(),
                                e.kind(),
                                Cells.number(e.estimate()),
                                Cells.number(e.standardError()),
                                Cells.number(e.pValue()),
                                Cells.number(e.r2()),
                                Cells.number(e.speed()),
                                (long) e.n(),
                                (long) e.leftOut(),
                                panel.year(0),
                                panel.year(panel.yearCount() - 1),
                                Cells.text(e.reason())))));
    return out.iterator();
  }
}
