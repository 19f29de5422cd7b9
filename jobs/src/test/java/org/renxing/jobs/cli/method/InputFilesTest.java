package org.renxing.jobs.cli.method;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.testing.SharedCases;
import org.renxing.testing.SparkExtension;

/**
 * Files as people have them: every command reads them alike, or says what is the matter. The scores
 * 1 and 3 have the mean 2 and the Gini index |1 − 3| · 2 / (2 · 4 · 2) = 0.25.
 */
class InputFilesTest {
  private static final String PLAIN = "city,region,score\nAba,east,1\nBol,west,3\n";

  @TempDir private Path folder;

  @BeforeAll
  static void shareOneSession() {
    assertThat(SparkExtension.session()).isNotNull();
  }

  @Test
  void encodingsPackingsAndEndsOfLinesDoNotMatter() throws IOException {
    String chinese = PLAIN.replace("Aba", "北京").replace("region", "地区");
    byte[] gb = chinese.getBytes(Charset.forName("GB18030"));
    for (byte[] bytes :
        List.of(
            chinese.getBytes(UTF_8),
            ("\uFEFF" + chinese).getBytes(UTF_8),
            ("\uFEFF" + quoted(chinese)).getBytes(UTF_8),
            gb,
            gzip(gb),
            zip(gb),
            chinese.getBytes(UTF_16),
            chinese.replace("\n", "\r\n").getBytes(UTF_8),
            chinese.replaceFirst("\n", "\r\n").getBytes(UTF_8),
            chinese.replace("\n", "\r").getBytes(UTF_8),
            chinese.replace(',', ';').getBytes(UTF_8),
            chinese.replace(',', '\t').getBytes(UTF_8),
            chinese.replace(',', '|').getBytes(UTF_8),
            chinese.replace("3\n", "3").getBytes(UTF_8),
            (chinese + "\n,,\n注：数据来源于年鉴,,\n").getBytes(UTF_8))) {
      Map<String, String> row = dagum(bytes, "--group", "地区");
      assertThat(row).as(new String(bytes, UTF_8)).containsEntry("gini", "0.25");
      assertThat(row).containsEntry("n", "2").containsEntry("mean", "2.0");
    }
  }

  @Test
  void workbooksAndJsonLinesAreRead() throws IOException {
    Path book = folder.resolve("城市.xlsx");
    try (OutputStream out = Files.newOutputStream(book);
        Workbook made = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = made.newWorksheet("a");
      sheet.value(0, 0, "表1 得分");
      sheet.value(2, 0, "city");
      sheet.value(2, 1, "region");
      sheet.value(2, 2, "score");
      sheet.value(4, 0, "Aba");
      sheet.value(4, 1, "east");
      sheet.value(4, 2, 1);
      sheet.value(5, 0, "Bol\u3000");
      sheet.value(5, 1, "west");
      sheet.value(5, 2, 3);
      made.newWorksheet("b").value(0, 0, "x");
    }
    Shell.Result read = Shell.method("dagum --value score --id city --json", book);
    assertThat(read.exitCode()).as(read.err()).isZero();
    assertThat(read.out()).contains("\"gini\" : 0.25");
    assertThat(read.err()).contains("Read the sheet a; the workbook has also b");
    assertFails(1, "dagum --value score --sheet z", book, "has no sheet 'z'; it has a, b");
    Path json = folder.resolve("f.json");
    Files.writeString(json, "{\"city\":\"Aba\",\"score\":1}\n{\"score\":3.0,\"city\":\"Bol\"}\n");
    assertThat(Shell.rows(folder, "dagum --value score --id city", json).get(0))
        .containsEntry("gini", "0.25");
  }

  @Test
  void theCasesOfOthersComeOutRight() throws IOException {
    Optional<Path> cases = SharedCases.find("cases/input-files");
    if (cases.isEmpty()) {
      return;
    }
    Path comma = cases.get().resolve("decimal-comma/t.csv");
    assertFails(1, "dagum --value score", comma, "row 1, column score: '0,512'", "--decimal ,");
    assertThat(Shell.rows(folder, "theil --decimal , --group region", comma).get(0).get("mean"))
        .startsWith("0.53166666");
    Path years = cases.get().resolve("year-forms/t.csv");
    assertThat(Shell.rows(folder, "dagum --value score", years))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("year", "2019").containsEntry("n", "4"));
    Path twice = cases.get().resolve("year-forms/dup.csv");
    assertFails(1, "weights --id city --year year", twice, "Aba, 2019 stands in 2 rows");
    assertFails(
        1, "dea --id city --year year --inputs so2 --outputs gdp", twice, "stands in rows 1 and 2");
    Path bom = cases.get().resolve("quoted-head-after-bom");
    for (String name : List.of("t.csv", "plain.csv")) {
      assertThat(Shell.rows(folder, "dagum --value score", bom.resolve(name)).get(0))
          .containsEntry("gini", "0.25");
    }
    Path named = cases.get().resolve("column-name-with-comma/comma.csv");
    for (String value : List.of("GDP, total", "\"GDP, total\"", "\"GDP, total\",pop")) {
      Shell.Result read =
          Shell.run("method", "dagum", "--value", value, "--input", named, "--output", "-");
      assertThat(read.exitCode()).as(read.err()).isZero();
      assertThat(read.out()).contains("\"GDP, total\",2,1,2.0,0.25");
    }
    Path na = cases.get().resolve("group-called-na/t.csv");
    String words = "dagum --value gdp --group continent --table groups";
    assertFails(1, "dagum --value gdp --group continent", na, "--missing= if 'NA' is a name");
    assertThat(Shell.rows(folder, words + " --missing=", na))
        .extracting(r -> r.get("group_value"))
        .containsExactlyInAnyOrder("NA", "AF", "EU");
  }

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
            "id,year,v,w\n"
                + "a,2019,1,1\n"
                + "b,2019.0,2,2\n"
                + "c,2019年,3,3\n"
                + "d,\u30002019,4,1\n"
                + "e,２０１９,5,1\n"
                + "f,2019-12-31,6,1\n");
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
            "\u3000id ,\u00A0v\u00A0, g\u3000\n"
                + "\u3000a , \u00A07\u202F,x\n"
                + "b\u00A0,9,\u3000x\n"
                + "c,\u3000,x\n");
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

  @Test
  void whatIsNoTableIsSaidToBeNone() throws IOException {
    assertFails(1, "dagum --value v", write("id,v\n"), "has a head and no rows");
    assertFails(1, "dagum --value v", write("id,v\n,\n\u3000,\n"), "has a head and no rows below");
    assertFails(1, "dagum --value v", write(",,,\n,,,\n"), "is empty; a head and rows");
    assertFails(1, "dagum --value v", write(""), "is empty");
    assertFails(1, "dagum --value v", write("id,v\na,1\nb,1,2\n"), "row 2: has 3 fields where");
    assertFails(
        1, "dagum --value v", write("id,v\na,\"1\nb,3\nc,4\n"), "quote that opens in line 2");
    assertFails(
        1, "dagum --value v", write("id,v\na,\"1\nb,3\nc,\"4\n"), "row 1: lies within quotes");
    assertFails(1, "dagum --value v", write("[{\"v\": 1}]"), "is a list of JSON");
    Files.write(folder.resolve("p.csv"), "PAR1....".getBytes(UTF_8));
    assertFails(1, "dagum --value v", folder.resolve("p.csv"), "is Parquet");
    Path book = folder.resolve("book.csv");
    try (OutputStream out = Files.newOutputStream(book);
        Workbook made = new Workbook(out, "test", "1.0")) {
      made.newWorksheet("a").value(0, 0, "v");
    }
    assertFails(1, "dagum --value v", book, "is a workbook, though its name");
    Files.writeString(folder.resolve("text.xlsx"), PLAIN);
    assertFails(1, "dagum --value v", folder.resolve("text.xlsx"), "is no workbook, though");
    String wide =
        IntStream.range(0, 30_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertFails(1, "weights --id c0", write(wide + "\n"), "its head has 30000 columns, more than");
    assertFails(2, "dagum --value v --encoding klingon", write("v\n1\n"), "no known character set");
  }

  @Test
  void mergedCellsAreFilledDownWhenAsked() throws IOException {
    Path file = write("g,v\nx,1\n,3\ny,1\n,3\n");
    assertFails(1, "dagum --value v --group g", file, "row 2, column g: is missing");
    assertThat(Shell.rows(folder, "dagum --value v --group g --fill-down g", file).get(0))
        .containsEntry("n_groups", "2")
        .containsEntry("gini", "0.25");
  }

  /** What the command says of the values that it takes. */
  private static String values(Path file, String names) {
    Shell.Result read = Shell.run("method", "dagum", "--value", names, "--input", file);
    assertThat(read.exitCode()).as(read.err()).isZero();
    return read.err().lines().findFirst().orElseThrow();
  }

  private Map<String, String> dagum(byte[] bytes, Object... more) throws IOException {
    Path file = Files.write(folder.resolve("f-" + System.nanoTime() + ".csv"), bytes);
    return Shell.rows(folder, "dagum --value score", file, more).get(0);
  }

  private static void assertFails(int exitCode, String words, Path file, String... parts) {
    Shell.Result result = Shell.method(words, file);
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.err()).contains(parts).doesNotContain("  at org");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("in-" + System.nanoTime() + ".csv"), text);
  }

  private static String quoted(String csv) {
    return csv.lines()
        .map(l -> "\"" + l.replace(",", "\",\"") + "\"")
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream packing = new ZipOutputStream(out)) {
      packing.putNextEntry(new ZipEntry("data.csv"));
      packing.write(bytes);
    }
    return out.toByteArray();
  }
}
