package org.renxing.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.cell.DecimalMark;
import org.renxing.jobs.silver.FileCounts.Loss;
import org.renxing.jobs.silver.Tally.Kind;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.testing.SparkExtension;

/** What became of rows and cells is counted by file and column; values tell their content. */
@ExtendWith(SparkExtension.class)
class AccountingTest {
  @Test
  void commasThatStandForTwoThingsAreNamed() {
    assertThat(counts("a.csv", "x", Kind.CELL_OTHER_MARK, Kind.CELL_GROUPED).mixed())
        .contains("file a.csv, column x");
    assertThat(counts("a.csv", "x", Kind.CELL_OTHER_MARK, Kind.CELL_PLAIN).mixed()).isEmpty();
    FileCounts unproven = counts("a.csv", "x", Kind.CELL_OTHER_MARK);
    unproven.add("y", counts("a.csv", "y", Kind.CELL_AMBIGUOUS).all());
    assertThat(unproven.mixed()).contains("file a.csv, column y");
    unproven.add("z", counts("a.csv", "z", Kind.CELL_PROOF).all());
    assertThat(unproven.mixed()).isEmpty();
  }

  @Test
  void theFormOfANumberDecidesItsKind() {
    assertThat(
            Stream.of("1,234", "1.234", "0.512", "12", "1,234.5")
                .map(DecimalMark.POINT::form)
                .map(Kind::of))
        .containsExactly(
            Kind.CELL_GROUPED,
            Kind.CELL_AMBIGUOUS,
            Kind.CELL_PROOF,
            Kind.CELL_PLAIN,
            Kind.CELL_PROOF);
  }

  @Test
  void aFileMayLoseAllCellsAndNoRow() {
    FileCounts cells =
        counts(
            "f",
            "x",
            Kind.ROW_VALID,
            Kind.ROW_VALID,
            Kind.ROW_ASIDE,
            Kind.CELL_IN,
            Kind.CELL_ASIDE);
    assertThat(cells.loss("f")).isEqualTo(new Loss("f", 1, 0));
    FileCounts rows =
        counts("f", "x", Kind.ROW_VALID, Kind.ROW_ASIDE, Kind.CELL_IN, Kind.CELL_PLAIN);
    assertThat(rows.loss("f")).isEqualTo(new Loss("f", 1, 1));
    assertThat(counts("f", "", Kind.NOTE).loss("f")).isEqualTo(new Loss("f", 0, 0));
  }

  @Test
  void theWorstFileIsThatOfTheLargestShareAndOfSeveralTheFirst() {
    assertThat(
            Loss.worst(
                Stream.of(
                    new Loss("b", 1, 3),
                    new Loss("a", 2, 7),
                    new Loss("a", 1, 2),
                    new Loss("c", 0, 0))))
        .contains(new Loss("a", 3, 9));
    assertThat(Loss.worst(Stream.of(new Loss("c", 0, 0)))).isEmpty();
  }

  @Test
  void contentDependsOnValuesAndOnWhichCount(SparkSession spark) {
    List<SourceRow> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(row("unit " + i, "x", i, Cell.Winner.NONE));
    }
    rows.add(row("unit 3", "y", 7, new Cell.Winner("other", "", 8)));
    ObservedContent content = LocalRecords.of(rows).reduce(ObservedContent::new);
    assertThat(content.count()).isEqualTo(31);
    assertThat(content.preferred()).containsOnlyKeys("x", "y").containsEntry("y", "0");
    assertThat(content.every().get("y")).isNotEqualTo("0");
    ObservedContent there = distributed(spark, rows).reduce(ObservedContent::new);
    assertThat(there.preferred()).isEqualTo(content.preferred());
    assertThat(there.every()).isEqualTo(content.every());
    rows.set(4, row("unit 4", "x", 4.5, Cell.Winner.NONE));
    ObservedContent changed = LocalRecords.of(rows).reduce(ObservedContent::new);
    assertThat(changed.preferred().get("x")).isNotEqualTo(content.preferred().get("x"));
    assertThat(changed.every().get("y")).isEqualTo(content.every().get("y"));
  }

  @Test
  void computedValuesCountWhereNoSourceGivesTheCell(SparkSession spark) {
    List<SourceRow> received =
        List.of(
            row("unit 1", "x", 1, Cell.Winner.NONE),
            row("unit 2", "x", 2, new Cell.Winner("other", "", 8)),
            row("unit 3", "y", 3, Cell.Winner.NONE));
    List<SourceRow> computed = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      computed.add(ComputedValues.row("unit " + i, 2020, "x", "silver.y", i));
    }
    Records<SourceRow> values = LocalRecords.of(computed);
    for (Records<SourceRow> given :
        List.of(LocalRecords.of(received), distributed(spark, received))) {
      assertThat(ComputedValues.beside(given, values).list())
          .extracting(r -> r.unitId() + " " + r.cells().get(0).isPreferred())
          .containsExactlyInAnyOrder("unit 1 false", "unit 2 true", "unit 3 true");
    }
  }

  private static Records<SourceRow> distributed(SparkSession spark, List<SourceRow> rows) {
    return SparkRecords.<SourceRow>of(
            spark.emptyDataFrame(), part -> List.<SourceRow>of().iterator())
        .and(LocalRecords.of(rows));
  }

  private static SourceRow row(String unit, String indicator, double value, Cell.Winner winner) {
    Cell cell = new Cell("l", indicator, "t", value, value, false, Reason.NONE, winner);
    return new SourceRow(
        "s", 10, "unit", "f", 1, "h", unit, 2020, "", Reason.NONE, List.of(cell), Map.of());
  }

  private static FileCounts counts(String file, String label, Kind... kinds) {
    FileCounts out = new FileCounts(file);
    Tally.Place place = new Tally.Place("s", file, label);
    LocalRecords.of(Stream.of(kinds).map(kind -> new Tally(place, kind)).toList())
        .reduce(() -> new Tally.Sum<Tally>(t -> List.of(t).iterator()))
        .byPlace()
        .forEach((p, counts) -> out.add(p.label(), counts));
    return out;
  }
}
