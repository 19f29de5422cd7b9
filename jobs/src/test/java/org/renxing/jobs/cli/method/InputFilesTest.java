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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.testing.SharedCases;

/**
 * Files as people have them: every command reads them alike, or says what is the matter. The scores
 * 1 and 3 have the mean 2 and the Gini index |1 − 3| · 2 / (2 · 4 · 2) = 0.25.
 */
class InputFilesTest {
  private static final String PLAIN = "city,region,score\nAba,east,1\nBol,west,3\n";

  @TempDir private Path folder;

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
    Path cases = SharedCases.file("cases/input-files");
    Path comma = cases.resolve("decimal-comma/t.csv");
    assertFails(1, "dagum --value score", comma, "row 1, column score: '0,512'", "--decimal ,");
    assertThat(Shell.rows(folder, "theil --decimal , --group region", comma).get(0).get("mean"))
        .startsWith("0.53166666");
    Path years = cases.resolve("year-forms/t.csv");
    assertThat(Shell.rows(folder, "dagum --value score", years))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("year", "2019").containsEntry("n", "4"));
    Path twice = cases.resolve("year-forms/dup.csv");
    assertFails(1, "weights --id city --year year", twice, "Aba, 2019 stands in 2 rows");
    assertFails(
        1, "dea --id city --year year --inputs so2 --outputs gdp", twice, "stands in rows 1 and 2");
    Path bom = cases.resolve("quoted-head-after-bom");
    for (String name : List.of("t.csv", "plain.csv")) {
      assertThat(Shell.rows(folder, "dagum --value score", bom.resolve(name)).get(0))
          .containsEntry("gini", "0.25");
    }
    Path named = cases.resolve("column-name-with-comma/comma.csv");
    for (String value : List.of("GDP, total", "\"GDP, total\"", "\"GDP, total\",pop")) {
      Shell.Result read =
          Shell.run("method", "dagum", "--value", value, "--input", named, "--output", "-");
      assertThat(read.exitCode()).as(read.err()).isZero();
      assertThat(read.out()).contains("\"GDP, total\",2,1,2.0,0.25");
    }
    Path na = cases.resolve("group-called-na/t.csv");
    String words = "dagum --value gdp --group continent --table groups";
    assertFails(1, "dagum --value gdp --group continent", na, "--missing= if 'NA' is a name");
    assertThat(Shell.rows(folder, words + " --missing=", na))
        .extracting(r -> r.get("group_value"))
        .containsExactlyInAnyOrder("NA", "AF", "EU");
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
