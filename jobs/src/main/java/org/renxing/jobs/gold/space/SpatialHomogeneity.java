package org.renxing.jobs.gold.space;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Homogeneity;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.space.MeasurePatterns;
import org.renxing.space.SpatialMarkov;

/** gold.spatial_transition_test: whether moves depend on the neighbours. */
public final class SpatialHomogeneity extends PatternTable {
  public SpatialHomogeneity(LakeFiles files) {
    super(files, SpatialHomogeneity::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("spatial_transition_test", "One row a measure with two years or more")
            .with(PatternTable::measure)
            .required("n", Type.LONG, "moves", "Moves that count")
            .required("n_left_out", Type.LONG, "moves", "Moves of units without a neighbour")
            .required("chi_square", Type.DOUBLE, "", "Pearson's Q of chains by class of neighbours")
            .required("likelihood_ratio", Type.DOUBLE, "", "LR of the same")
            .required(
                "df", Type.INT, "", "Degrees of freedom of both; with 0 nothing can be tested")
            .optional("p_chi_square", Type.DOUBLE, "0-1", "Of Q; low where neighbours matter")
            .optional("p_likelihood_ratio", Type.DOUBLE, "0-1", "Of LR")
            .check(
                "p-values are shares",
                "p_chi_square BETWEEN 0 AND 1 AND p_likelihood_ratio BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(MeasurePatterns patterns, int step) {
    return patterns.moves(step).stream().map(moves -> row(patterns, moves)).iterator();
  }

  private static Row row(MeasurePatterns patterns, SpatialMarkov moves) {
    Homogeneity test = moves.homogeneity();
    long n = 0;
    for (int from = 0; from < moves.pooled().states(); from++) {
      n += moves.pooled().count(from);
    }
    return RowFactory.create(
        patterns.measure(),
        patterns.weights(),
        n,
        moves.withoutLag(),
        test.chiSquare(),
        test.likelihoodRatio(),
        test.degrees(),
        Cells.number(test.chiSquareP()),
        Cells.number(test.likelihoodRatioP()));
  }
}
