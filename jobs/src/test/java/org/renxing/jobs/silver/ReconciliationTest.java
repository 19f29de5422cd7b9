package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.testing.SparkExtension;

/** What a message says of rows that were set aside. */
@ExtendWith(SparkExtension.class)
class ReconciliationTest {
  private static final StructType ASIDE =
      StructType.fromDDL(
          "source_file string, row_number bigint, reason_code string, reason string, label string");

  @Test
  void examplesAreTheFirstFiveThatAreNoNotes(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (long line = 9; line > 0; line--) {
      String code = line == 2 ? RowReasons.FOOTNOTE : "NOT_A_YEAR";
      rows.add(RowFactory.create("a.csv", line, code, "why " + line, "x"));
    }
    String text =
        Reconciliation.examples(
            Quarantine.TABLE,
            spark.createDataFrame(rows, ASIDE).orderBy("row_number"),
            concat(lit(", column "), col("label")));
    assertThat(text.lines())
        .containsExactly(
            "; set aside, for example: ",
            "  a.csv line 1, column x: why 1",
            "  a.csv line 3, column x: why 3",
            "  a.csv line 4, column x: why 4",
            "  a.csv line 5, column x: why 5",
            "  a.csv line 6, column x: why 6",
            "  correct the source or its max-quarantine-share; all are in silver.quarantine");
  }
}
