package org.renxing.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.records.LocalRecords;

/** Which of several values counts. */
class SourcePrecedenceTest {
  private final List<SourceRow> rows = new ArrayList<>();

  @Test
  void lowestPrecedenceCountsAndTheOtherIsCompared() {
    cell("a", 20, 1, "110000", "", 5.0);
    cell("b", 10, 1, "110000", "", 7.0);
    cell("b", 10, 2, "120000", "", 3.0);
    assertThat(judged())
        .containsExactlyInAnyOrder(
            "a 110000  5.0 false  b=7.0", "b 110000  7.0 true  ", "b 120000  3.0 true  ");
  }

  @Test
  void ofEqualPrecedenceTheFirstSourceByNameCounts() {
    cell("b", 10, 1, "110000", "", 7.0);
    cell("a", 10, 2, "110000", "", 5.0);
    assertThat(judged())
        .containsExactlyInAnyOrder("a 110000  5.0 true  ", "b 110000  7.0 false  a=5.0");
  }

  @Test
  void newestVintageOfASourceCounts() {
    cell("a", 10, 1, "110000", "2020-12-31", 5.0);
    cell("a", 10, 2, "110000", "2021-12-31", 6.0);
    assertThat(judged())
        .containsExactlyInAnyOrder(
            "a 110000 2020-12-31 5.0 false  a=6.0", "a 110000 2021-12-31 6.0 true  ");
  }

  @Test
  void sameValueTwiceCountsOnceAndDifferentValuesNotAtAll() {
    cell("a", 10, 2, "110000", "", 5.0);
    cell("a", 10, 1, "110000", "", 5.0);
    cell("a", 10, 3, "120000", "", 1.0);
    cell("a", 10, 4, "120000", "", 2.0);
    cell("b", 30, 1, "120000", "", 9.0);
    assertThat(judged())
        .containsExactlyInAnyOrder(
            "a 110000  5.0 true  ",
            "a 110000  5.0 false DUPLICATE a=5.0",
            "a 120000  1.0 false CONFLICTING_DUPLICATE b=9.0",
            "a 120000  2.0 false CONFLICTING_DUPLICATE b=9.0",
            "b 120000  9.0 true  ");
    SourceRow again = row("a", 10, 2, "110000", "", 5.0);
    assertThat(settled(rows).stream().filter(r -> r.number() == 2 && r.unitId().equals("110000")))
        .as("the later line is the duplicate, and keeps what it was received as")
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.cells().get(0).reason().text())
                  .isEqualTo("the same value for this unit, year and indicator came before");
              assertThat(r.raw()).isEqualTo(again.raw());
            });
  }

  @Test
  void reasonsOfConflictsNameValuesAndFiles() {
    rows.add(row("a", 10, 1, "110000", "", 1.0));
    rows.add(with("a.csv", row("a", 10, 1, "110000", "", 2.5)));
    rows.add(row("a", 10, 1, "110000", "", Double.NaN));
    assertThat(settled(rows))
        .flatExtracting(SourceRow::cells)
        .extracting(cell -> cell.reason().text())
        .containsExactlyInAnyOrder(
            "the source gives 2 values for this unit, year and indicator, from 1.0 to 2.5 (a.csv"
                + " and f); none is taken",
            "the source gives 2 values for this unit, year and indicator, from 1.0 to 2.5 (a.csv"
                + " and f); none is taken",
            "'text' is not a number");
  }

  @Test
  void noNumberNeverCounts() {
    cell("c", 10, 1, "110000", "", Double.NaN);
    cell("c", 10, 2, "120000", "", 4.0);
    cell("c", 10, 3, "120000", "", Double.NaN);
    assertThat(judged())
        .containsExactlyInAnyOrder(
            "c 110000  NaN false NOT_A_NUMBER ",
            "c 120000  4.0 true  ",
            "c 120000  NaN false NOT_A_NUMBER c=4.0");
  }

  @Test
  void onlyWhatIsSetAsideKeepsItsCells() {
    cell("a", 10, 1, "110000", "", 5.0);
    SourceRow note =
        new SourceRow(
            "a",
            10,
            "unit",
            "f",
            9,
            "h",
            "",
            0,
            "",
            new Reason("FOOTNOTE", "a note: x"),
            List.of(),
            Map.of("@note", "x"));
    rows.add(note);
    assertThat(settled(rows)).filteredOn(r -> !r.isPlaced()).containsExactly(note);
    assertThat(settled(rows)).filteredOn(SourceRow::isPlaced).allMatch(r -> r.raw().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void orderOfRowsDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<SourceRow> some = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String source = random.nextBoolean() ? "a" : "b";
      String vintage = random.nextBoolean() ? "2020-12-31" : "2021-12-31";
      double value = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(3);
      some.add(row(source, 10, i, "110000", vintage, value));
    }
    List<String> expected = lines(some);
    Collections.shuffle(some, random);
    assertThat(lines(some)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected.stream().filter(line -> line.contains(" true "))).hasSizeLessThan(2);
  }

  private void cell(
      String source, int precedence, long line, String unit, String vintage, double value) {
    rows.add(row(source, precedence, line, unit, vintage, value));
  }

  private static SourceRow row(
      String source, int precedence, long line, String unit, String vintage, double value) {
    Reason reason =
        Double.isNaN(value)
            ? new Reason(UnitYearResolution.NOT_A_NUMBER, "'text' is not a number")
            : Reason.NONE;
    Cell cell = new Cell("X", "x", "text", value, value, false, reason, Cell.Winner.NONE);
    return new SourceRow(
        source,
        precedence,
        "unit",
        "f",
        line,
        "hash " + line,
        unit,
        2020,
        vintage,
        Reason.NONE,
        List.of(cell),
        Map.of("unit", unit, "X", "text"));
  }

  private static SourceRow with(String file, SourceRow row) {
    return new SourceRow(
        row.sourceId(),
        row.precedence(),
        row.unitColumn(),
        file,
        row.number(),
        row.hash(),
        row.unitId(),
        row.year(),
        row.vintage(),
        row.reason(),
        row.cells(),
        row.raw());
  }

  private static List<SourceRow> settled(List<SourceRow> rows) {
    return LocalRecords.of(rows)
        .groupedBy(SourceRow::unitAndYear, SourcePrecedence::settled)
        .list();
  }

  private List<String> judged() {
    return lines(rows);
  }

  private static List<String> lines(List<SourceRow> rows) {
    List<String> out = new ArrayList<>();
    for (SourceRow row : settled(rows)) {
      for (Cell cell : row.cells()) {
        Cell.Winner winner = cell.winner();
        out.add(
            String.join(
                " ",
                row.sourceId(),
                row.unitId(),
                row.vintage(),
                String.valueOf(cell.value()),
                String.valueOf(cell.isPreferred()),
                cell.reason().code(),
                winner.isNone() ? "" : winner.sourceId() + "=" + winner.value()));
      }
    }
    return out;
  }
}
