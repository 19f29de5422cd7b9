package org.renxing.jobs.gold.dynamics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Dynamics;
import org.renxing.dynamics.Transitions;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.transition_matrix: moves of units between classes, a year to the next. */
public final class TransitionMatrix extends DynamicsTable {
  public TransitionMatrix() {
    super(TransitionMatrix::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "transition_matrix", "One row a measure and pair of classes that hold any value")
            .key("measure", Type.STRING, Measures.COMMENT)
            .key(
                "from_class",
                Type.STRING,
                "Class before: level of coordination for d.PAIR, else Q1 to Q4, quarters of all the"
                    + " measure's values")
            .key("to_class", Type.STRING, "Class a year later (a step of the scenario's years)")
            .required("from_order", Type.INT, "", "Place of the class, 1 for the lowest")
            .required("to_order", Type.INT, "", "Place of the class")
            .required("n", Type.LONG, "moves", "Moves; staying is one")
            .optional(
                "probability",
                Type.DOUBLE,
                "0-1",
                "Share of the moves from that class; null where there is none")
            .check("probabilities are shares", "probability BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(Dynamics dynamics) {
    List<Row> out = new ArrayList<>();
    Transitions transitions = dynamics.transitions();
    List<String> names = transitions.classes().names();
    for (int from : transitions.seen()) {
      for (int to : transitions.seen()) {
        out.add(
            RowFactory.create(
                dynamics.panel().measure(),
                names.get(from),
                names.get(to),
                from + 1,
                to + 1,
                transitions.moves(from, to),
                Cells.number(transitions.probability(from, to))));
      }
    }
    return out.iterator();
  }
}
