package org.renxing.jobs.gold;

import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.transition_matrix: moves of units between classes, a year to the next. */
public final class TransitionMatrix extends DynamicsTable {
  public TransitionMatrix() {
    super("transitions");
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
                "Class before: level of coordination for d.PAIR, else Q1 to Q4, quarters of all the measure's values")
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
}
