package org.renxing.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.renxing.model.Imputation;

/** Rows in any order, with years that a unit lacks. */
class RowImputationTest {
  private static final double NONE = Double.NaN;

  @Test
  void eachUnitByItsOwnSeriesThenByTheYear() {
    PackedPanel panel =
        new PackedPanel(
            List.of("b", "a", "a", "b", "a"),
            new int[] {2020, 2023, 2020, 2021, 2021},
            List.of("x", "y"),
            new double[] {4, 1, 10, NONE, 1, NONE, NONE, 3, NONE, NONE});
    RowImputation imputed =
        RowImputation.of(
            panel,
            new Imputation(
                Imputation.Interior.LINEAR,
                Imputation.Ends.NEAREST,
                Imputation.Fallback.GROUP_MEDIAN,
                "all",
                1,
                Imputation.OverCap.DROP_UNIT,
                false,
                Imputation.Basis.DERIVED));
    assertThat(row(imputed, 0)).containsExactly(4, 1);
    assertThat(row(imputed, 1)).as("the nearest of b reaches its year").containsExactly(10, 3);
    assertThat(row(imputed, 2)).containsExactly(1, 1);
    assertThat(row(imputed, 3)).containsExactly(4, 3);
    assertThat(row(imputed, 4)).containsExactly(4, 3);
    assertThat(imputed.cells())
        .containsExactly(
            new RowImputation.Cell(1, "y", ImputationMethod.GROUP_MEDIAN),
            new RowImputation.Cell(2, "y", ImputationMethod.GROUP_MEDIAN),
            new RowImputation.Cell(3, "x", ImputationMethod.NEAREST),
            new RowImputation.Cell(4, "x", ImputationMethod.LINEAR),
            new RowImputation.Cell(4, "y", ImputationMethod.GROUP_MEDIAN));
  }

  private static double[] row(RowImputation imputed, int row) {
    return imputed.panel().row(row);
  }
}
