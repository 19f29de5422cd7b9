package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cells as people write them: numbers, years, blanks, names of columns, marks of missing values.
 */
class InputCellsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,512",
        "12,34",
        "1e-400",
        "1e400",
        "1 234",
        "01,234",
        "2019-12-31",
        "1.234,5",
        "#DIV/0!",
        "１２,３４"
      })
  void whatIsNoNumberIsRefusedWithItsCell(String text) throws IOException {
    Path file = write("id;r;v\na;x;\"" + text + "\"\nb;y;3\n");
    String said = "row 1, column v: '" + text + "' is ";
    assertFails(1, "dagum --value v", file, said);
    assertFails(1, "weights --id id --columns v", file, "row 1 (a), column v: '" + text + "' is ");
    assertFails(
        1, "dea --id id --inputs v --outputs v2", write("id,v,v2\na,\"" + text + "\",1\n"), text);
  }

  @Test
  void aColumnThatCanBeReadInTwoWaysIsRefusedByName() throws IOException {
    Path file = write("id;v\na;1,234\nb;0,512\nc;7\n");
    assertFails(1, "dagum --value v", file, "row 1", "row 2, column v", "'1,234'", "'0,512'");
    assertFails(1, "weights --id id", file, "column v: '1,234' parts thousands as '0,512'");
    assertThat(Shell.rows(folder, "dagum --value v --decimal ,", file).get(0))
        .containsEntry("n", "3");
    Path points = write("id;v\na;1.234\nb;0.512\n");
    assertFails(1, "dagum --value v --decimal ,", points, "row 1", "row 2, column v");
    assertThat(Shell.rows(folder, "dagum --value v", write("id;v\na;1,234\nb;1,234.5\n")).get(0))
        .containsEntry("mean", "1234.25");
    assertFails(2, "dagum --value v --decimal ;", file, "--decimal ';': write . or ,");
  }

  @Test
  void aFileThatShowsOnlyTheOtherMarkIsRefused() throws IOException {
    Path file = write("id;a;b\nx;0,51;1,234\ny;0,7;2,345\n");
    assertFails(1, "dagum --value b", file, "column b: '1,234' can be read in two ways", "'0,51'");
    Path points = write("id;a\nx;1.234\ny;987,6\n");
    assertFails(1, "dagum --value a", points, "'1.234' can be read in two ways");
    Path proven = write("id;a;b\nx;0,51;1,234\ny;0,7;2,345.5\n");
    assertThat(Shell.rows(folder, "dagum --value b", proven).get(0)).containsEntry("n", "2");
    assertThat(Shell.rows(folder, "dagum --value b --decimal ,", file).get(0).get("mean"))
        .startsWith("1.78");
  }

  @Test
  void aUnitStandsOnceInAYear() throws IOException {
    Path twice = write("id,year,v\na,2019,1\na,2019.0,3\nb,2019,5\n");
    assertFails(
        1, "dagum --value v --id id --year year", twice, "row 2 (a): the unit stands in row 1");
    assertFails(1, "theil --value v --id id --year year", twice, "stands in row 1 already");
    Path days = write("day,v\n2019-01-31,1\n2019-02-28,3\n");
    assertFails(1, "dagum --value v --year day", days, "are days of one year");
  }

  @Test
  void anOptionWithoutANameIsRefused() throws IOException {
    Path file = write("id,a\nx,1\ny,2\n");
    assertFails(2, "weights --id id --columns=", file, "--columns: names no column");
  }

  @Test
  void percentagesAreFiguresOfAColumnOfPercentages() throws IOException {
    assertThat(Shell.rows(folder, "dagum --value v", write("id,v\na,25%\nb,75 ％\nc,NA\n")).get(0))
        .containsEntry("mean", "50.0")
        .containsEntry("n", "2");
    Path mixed = write("id,v\na,25%\nb,0.75\n");
    assertFails(1, "dagum --value v", mixed, "row 1, column v: '25%' is a percentage, and other");
    assertFails(1, "weights --id id", mixed, "'25%' is a percentage, and other");
  }

  @Test
  void aColumnThatIsMeantAsNumbersIsNotLeftOut() throws IOException {
    Path file = write("id;t;v;w\na;x;0,5;1\nb;y;0,7;2\n");
    assertFails(1, "weights --id id", file, "column v: '0,5' is not a number", "--decimal ,");
    assertFails(1, "dagum --id id", file, "column v: '0,5' is not a number");
  }

  @Test
  void formsOfOneYearAreOneYear() throws IOException {
    Path file =
        write(
            """
            id,year,v,w
            a,2019,1,1
            b,2019.0,2,2
            c,2019年,3,3
            d,\u30002019,4,1
            e,２０１９,5,1
            f,2019-12-31,6,1
            """);
    for (String words : List.of("dagum --value v", "theil --value v")) {
      assertThat(Shell.rows(folder, words, file)).as(words).hasSize(1);
    }
    assertThat(Shell.rows(folder, "index --id id --year year", file))
        .extracting(r -> r.get("year"))
        .containsOnly("2019");
    assertThat(Shell.rows(folder, "dea --id id --year year --inputs v --outputs w", file))
        .extracting(r -> r.get("year"))
        .containsOnly("2019");
    Path twice = write("id,year,v,w\na,2019,1,1\na,2019年,2,2\n");
    assertFails(1, "index --id id --year year", twice, "a, 2019 stands in 2 rows");
    assertFails(1, "coupling --id id --year year --systems v,w", twice, "stands in 2 rows");
    assertFails(1, "dea --id id --year year --inputs v --outputs w", twice, "rows 1 and 2");
    for (String odd : List.of("2019.5", "201 9", "2019H1")) {
      Path mixed = write("id,year,v\na,2019,1\nb," + odd + ",3\n");
      assertFails(
          1, "dagum --value v --year year", mixed, "row 2, column year: '" + odd + "' is no year");
      assertFails(1, "weights --id id --year year", mixed, "row 2 (b, " + odd + "): has no year");
    }
    Path named = write("id,t,v\na,2019Q1,1\nb,2019Q1,3\nc,2019Q2,3\n");
    assertThat(Shell.rows(folder, "dagum --value v --year t", named)).hasSize(2);
  }

  @Test
  void blanksOfAnyKindAreTakenOff() throws IOException {
    Path file =
        write(
            """
            Wid ,NvN, gW
            Wa , N7\u202F,x
            bN,9,Wx
            c,W,x
            """
                .replace('W', '\u3000')
                .replace('N', '\u00A0'));
    Map<String, String> row = Shell.rows(folder, "dagum --id id --value v --group g", file).get(0);
    assertThat(row)
        .containsEntry("n", "2")
        .containsEntry("n_groups", "1")
        .containsEntry("mean", "8.0");
    assertFails(1, "weights --id id", write("id,v\na,1\n\u3000a,2\n"), "a stands in 2 rows");
    assertThat(Shell.rows(folder, "dagum --value ＧＤＰ(亿元)", write("id,GDP （亿元）\na,1\nb,3\n")).get(0))
        .containsEntry("gini", "0.25");
  }

  @Test
  void columnsHaveAnyName() throws IOException {
    Path file = write("id,\"a,b\",a,\"say \"\"x\"\"\",b\np,1,2,3,4\nq,3,2,1,5\n");
    assertFails(2, "dagum --value a,b", file, "is the name of a column, and names several");
    assertThat(values(file, "\"a,b\"")).isEqualTo("values a,b · no groups");
    assertThat(values(file, "say \"x\"")).isEqualTo("values say \"x\" · no groups");
    assertThat(values(file, "\"a,b\",b")).isEqualTo("values a,b, b · no groups");
    assertFails(2, "dagum --value c,a", file, "has no column 'c'; it has id, a,b, a, say \"x\", b");
    Shell.Result repeated =
        Shell.run("method", "dagum", "--value", "a", "--value", "b", "--input", file);
    assertThat(repeated.err()).contains("values a, b");
  }

  @Test
  void aMarkOfMissingValuesCanBeAName() throws IOException {
    Path file = write("id,g,v\nNA,NA,1\nNaN,NaN,2\n…,…,3\n—,—,4\nnull,null,5\n");
    String groups = "dagum --value v --group g --table groups";
    assertThat(Shell.rows(folder, groups + " --missing=", file))
        .extracting(r -> r.get("group_value"))
        .containsExactlyInAnyOrder("NA", "NaN", "…", "—", "null");
    assertFails(1, "dagum --value v --group g", file, "row 1, column g: is missing", "'NA'");
    assertFails(1, "dagum --value v --group g --missing —", file, "row 4, column g: is missing");
    Path units = write("id,v,w\nNA,1,1\n—,2,1\n");
    assertThat(Shell.rows(folder, "dea --id id --inputs v --outputs w", units))
        .extracting(r -> r.get("id"))
        .containsExactly("NA", "—");
    Path value = write("id,v\na,NA\nb,3\n");
    assertFails(1, "dagum --value v --missing=", value, "row 1, column v: 'NA' is no number");
  }

  @Test
  void missingCellsAreCountedAndTheirFateSaid() throws IOException {
    Path file = write("id,a,b\nx,1,NA\ny,2,3\nz,,5\nw,4,7\n");
    assertThat(Shell.method("weights --id id", file).err())
        .contains("2 of 8 cells are missing: bounds and weights rest on the others");
    assertThat(Shell.method("index --id id", file).err())
        .contains("2 of 8 cells are missing", "no score");
    assertThat(Shell.method("coupling --id id --systems a,b --scale 10", file).err())
        .contains("2 of 8 cells are missing: their rows have no coupling");
    assertThat(Shell.method("obstacles --id id", file).err()).contains("2 of 8 cells are missing");
    assertThat(Shell.method("dagum --value a,b", file).err()).contains("2 values are missing");
    assertFails(1, "dea --id id --inputs a --outputs b", file, "column a: is missing");
    Path dashes = write("id,a\nx,1\ny,-\n");
    assertFails(1, "weights --id id", dashes, "column a: '-' is no number", "--missing");
    assertThat(Shell.rows(folder, "dagum --value a --missing -,x", dashes).get(0))
        .containsEntry("n", "1");
  }

  /** What the command says of the values that it takes. */
  private static String values(Path file, String names) {
    Shell.Result read = Shell.run("method", "dagum", "--value", names, "--input", file);
    assertThat(read.exitCode()).as(read.err()).isZero();
    return read.err().lines().findFirst().orElseThrow();
  }

  private static void assertFails(int exitCode, String words, Path file, String... parts) {
    Shell.Result result = Shell.method(words, file);
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.err()).contains(parts).doesNotContain("  at org");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("in-" + System.nanoTime() + ".csv"), text);
  }
}
