package org.renxing.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables for people: they fit the terminal, and say where something is cut. */
class AnswerTableTest {
  private static final List<Object> LONG =
      Arrays.asList("长江三角洲城市群中心城市的韧性", "a text of some length that goes on", 1.5, null);

  private static Answer answer(int times) {
    List<String> columns =
        java.util.stream.IntStream.range(0, 4 * times).mapToObj(i -> "column_" + i).toList();
    List<Object> row =
        java.util.stream.IntStream.range(0, 4 * times).mapToObj(i -> LONG.get(i % 4)).toList();
    return new Answer(columns, List.of(row, row).iterator());
  }

  private static int widest(String text) {
    return text.lines()
        .mapToInt(line -> org.apache.spark.util.Utils.stringHalfWidth(line))
        .max()
        .orElse(0);
  }

  @Test
  void nothingIsCutWhereThereIsRoom() {
    assertThat(AnswerTable.text(answer(1), TerminalWidth.UNLIMITED))
        .contains("a text of some length that goes on", "|     1.5|", "|    NULL|")
        .doesNotContain("…");
  }

  @Test
  void textsStandToTheLeftAndNumbersToTheRight() {
    List<List<Object>> rows =
        List.of(Arrays.asList("城", 1.5, null), Arrays.asList(null, 10L, null));
    assertThat(AnswerTable.text(new Answer(List.of("name", "n", "x"), rows.iterator()), 80))
        .isEqualTo(
            """
            +----+---+----+
            |name|  n|   x|
            +----+---+----+
            |城  |1.5|NULL|
            |NULL| 10|NULL|
            +----+---+----+

            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 70, 80})
  void wideCellsAreCutAndSaySo(int columns) {
    String text = AnswerTable.text(answer(1), columns);
    assertThat(widest(text.replaceAll("(?m)^….*$", ""))).isLessThanOrEqualTo(columns);
    assertThat(text).contains("…|", "--format csv or json has all of it", "     1.5|");
  }

  @Test
  void manyColumnsAreBlocksOfLines() {
    String text = AnswerTable.text(answer(4), 60);
    assertThat(widest(text.replaceAll("(?m)^….*$", ""))).isLessThanOrEqualTo(60);
    assertThat(text)
        .contains("-- row 1 --", "-- row 2 --", "column_14  1.5\n", "column_15  NULL\n")
        .contains(" column_0  长江三角洲城市群中心城市的韧性\n");
  }

  @Test
  void anAnswerMayBeEmpty() {
    assertThat(AnswerTable.text(new Answer(List.of("a"), List.<List<Object>>of().iterator()), 80))
        .isEqualTo("+---+\n|  a|\n+---+\n+---+\n\n");
  }
}
