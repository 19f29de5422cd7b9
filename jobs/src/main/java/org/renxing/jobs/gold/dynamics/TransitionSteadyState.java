package org.renxing.jobs.gold.dynamics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Classes;
import org.renxing.dynamics.Dynamics;
import org.renxing.dynamics.SteadyState;
import org.renxing.dynamics.Transitions;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.transition_steady_state: classes, and the distribution to which moves lead. */
public final class TransitionSteadyState extends DynamicsTable {
  public TransitionSteadyState() {
    super(TransitionSteadyState::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "transition_steady_state", "One row a measure and class that holds any value")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key("class", Type.STRING, "Class, see transition_matrix")
            .required("class_order", Type.INT, "", "Place of the class, 1 for the lowest")
            .optional("lower", Type.DOUBLE, "", "Lower bound, excluded; null for the lowest class")
            .optional("upper", Type.DOUBLE, "", "Upper bound, included; null for the highest class")
            .required("n", Type.LONG, "unit-years", "Values in the class, all years together")
            .required("share_first", Type.DOUBLE, "0-1", "Share of the units of the first year")
            .required("share_last", Type.DOUBLE, "0-1", "Share of the units of the last year")
            .optional(
                "probability",
                Type.DOUBLE,
                "0-1",
                "Share in the steady state: the distribution that the moves of transition_matrix"
                    + " leave as it is")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is none: NO_MOVES from some class, ABSORBING: a class is never left,"
                    + " REDUCIBLE: a class cannot be reached from another")
            .check(
                "what has no steady state has a reason",
                "(probability IS NULL) = (reason IS NOT NULL)")
            .check(
                "shares lie in 0 to 1",
                "probability BETWEEN -1e-12 AND 1 + 1e-12 AND share_first BETWEEN 0 AND 1 AND"
                    + " share_last BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(Dynamics dynamics) {
    List<Row> out = new ArrayList<>();
    Transitions transitions = dynamics.transitions();
    Classes classes = transitions.classes();
    SteadyState steady = transitions.steadyState();
    for (int i = 0; i < transitions.seen().size(); i++) {
      int c = transitions.seen().get(i);
      out.add(
          RowFactory.create(
              dynamics.panel().measure(),
              classes.names().get(c),
              c + 1,
              Cells.number(classes.lower(c)),
              Cells.number(classes.upper(c)),
              transitions.values(c),
              transitions.shareAtFirst(c),
              transitions.shareAtLast(c),
              Cells.number(steady.shares().get(i)),
              Cells.text(steady.reason())));
    }
    return out.iterator();
  }
}
