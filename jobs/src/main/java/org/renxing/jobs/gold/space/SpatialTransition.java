package org.renxing.jobs.gold.space;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.MarkovChain;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.space.MeasurePatterns;
import org.renxing.space.SpatialMarkov;

/** gold.spatial_transition: moves between classes by the class of the neighbours (Rey 2001). */
public final class SpatialTransition extends PatternTable {
  private static final String ALL = "all";

  public SpatialTransition(LakeFiles files) {
    super(files, SpatialTransition::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "spatial_transition", "One row a measure, class of neighbours and pair of classes")
            .with(PatternTable::measure)
            .key(
                "neighbour_class",
                Type.STRING,
                "Class of the neighbours' mean in the year before: Q1 to Q4, quarters of all such"
                    + " means; all for whatever neighbours")
            .key("from_class", Type.STRING, "Class before: Q1 to Q4, quarters of all values")
            .key("to_class", Type.STRING, "Class a year later (a step of the scenario's years)")
            .required("n", Type.LONG, "moves", "Moves; staying is one")
            .optional(
                "probability",
                Type.DOUBLE,
                "0-1",
                "Share of the moves from that class beside such neighbours; null where there is none")
            .check("probabilities are shares", "probability BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(MeasurePatterns patterns, int step) {
    List<Row> out = new ArrayList<>();
    Optional<SpatialMarkov> moves = patterns.moves(step);
    if (moves.isPresent()) {
      List<String> names = moves.get().classes().get(0).names();
      add(out, patterns, ALL, moves.get().pooled(), names);
      for (int lag = 0; lag < names.size(); lag++) {
        add(out, patterns, names.get(lag), moves.get().chains().get(lag), names);
      }
    }
    return out.iterator();
  }

  private static void add(
      List<Row> out, MeasurePatterns patterns, String lag, MarkovChain chain, List<String> names) {
    for (int from = 0; from < chain.states(); from++) {
      for (int to = 0; to < chain.states(); to++) {
        out.add(
            RowFactory.create(
                patterns.measure(),
                patterns.weights(),
                lag,
                names.get(from),
                names.get(to),
                chain.count(from, to),
                Cells.number(chain.probability(from, to))));
      }
    }
  }
}
