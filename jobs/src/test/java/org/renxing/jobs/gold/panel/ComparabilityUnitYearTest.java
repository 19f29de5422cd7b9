package org.renxing.jobs.gold.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.lake.TableRows;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.territory.Move;
import org.renxing.testing.Frames;
import org.renxing.testing.SparkExtension;

class ComparabilityUnitYearTest {
  private static final String VALUES =
      "unit_id string, unit_name string, year int, indicator_code string, is_imputed boolean,"
          + " is_suspect boolean, adjustment string";

  @Test
  void marksBreaksImputedValuesAndDoubts() {
    Dataset<Row> values =
        Frames.of(
            VALUES,
            row("a", "A", 2018, "x", false, false, "merged,deflated"),
            row("a", "A", 2018, "y", true, true, null),
            row("a", "A", 2019, "x", false, false, "deflated"),
            row("a", "A", 2019, "y", false, false, null),
            row("b", "B", 2019, "x", false, false, null),
            row("c", "C", 2019, "x", true, false, null));
    List<Move> moves =
        List.of(
            new Move(2019, "merge", "l", "a", true),
            new Move(2019, "carve_out", "c", "a", false),
            new Move(2019, "split", "", "a", false));
    check(ComparabilityUnitYear.CELLS.reading().of(values), moves);
    check(
        ComparabilityUnitYear.CELLS
            .reading()
            .of(new TableRows.Held(values.schema(), values.collectAsList())),
        moves);
  }

  private static void check(Records<ComparabilityUnitYear.UnitYear> cells, List<Move> moves) {
    TableSpec spec = new ComparabilityUnitYear().spec();
    Map<String, Row> out =
        Frames.by(
            ComparabilityUnitYear.rows(cells, moves, spec).plan(SparkExtension.session()),
            "unit_id",
            "year");
    assertThat(out).hasSize(4);
    check(out.get("a/2018"), null, 0.5, 1, 1, "BOUNDARY_MERGED,IMPUTED,SUSPECT");
    check(
        out.get("a/2019"), "carve_out:c>a; merge:l>a; split:outside>a", 0, 0, 0, "BOUNDARY_BREAK");
    check(out.get("b/2019"), null, 0, 0, 0, "");
    check(out.get("c/2019"), "carve_out:c>a", 1, 0, 0, "BOUNDARY_BREAK,IMPUTED");
  }

  private static void check(
      Row row, String event, double imputed, long suspect, long merged, String flag) {
    assertThat(row.<Boolean>getAs("has_boundary_break")).isEqualTo(event != null);
    assertThat(row.<String>getAs("boundary_event")).isEqualTo(event);
    assertThat(row.<Double>getAs("share_imputed")).isEqualTo(imputed);
    assertThat(row.<Long>getAs("n_suspect")).isEqualTo(suspect);
    assertThat(row.<Long>getAs("n_merged")).isEqualTo(merged);
    assertThat(row.<String>getAs("flag")).isEqualTo(flag);
  }
}
