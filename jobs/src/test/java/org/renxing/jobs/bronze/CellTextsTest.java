package org.renxing.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.testing.Frames;

class CellTextsTest {
  @Test
  void bytesBecomeHexadecimalAndOtherCellsText() {
    Dataset<Row> table =
        Frames.of(
            "`a.b` string, n double, geometry binary, none binary",
            row("x", 1.5, new byte[] {1, -1, 0}, null));
    Map<String, String> cells = table.select(CellTexts.of(table.schema())).first().getJavaMap(0);
    assertThat(cells)
        .containsEntry("a.b", "x")
        .containsEntry("n", "1.5")
        .containsEntry("geometry", "01FF00")
        .containsEntry("none", null)
        .hasSize(4);
  }
}
