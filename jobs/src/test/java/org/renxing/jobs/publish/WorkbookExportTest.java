package org.renxing.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.spark.sql.SparkSession;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.jobs.output.OutputFile;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.testing.SparkExtension;

/** Workbooks as Excel reads them. */
@ExtendWith(SparkExtension.class)
class WorkbookExportTest {
  @TempDir private Path folder;

  @Test
  void aReleaseIsAWorkbookWithADictionary(SparkSession spark) throws IOException {
    Lake lake = published(spark);
    Path file = folder.resolve("tiny.xlsx");
    FilesRead read = new FilesRead(Optional.empty(), List.of(), List.of());
    assertThat(
            new Export(lake, ExportForm.of(ExportForm.Format.XLSX), () -> read)
                .write(Optional.empty(), "all", List.of("all"), file))
        .containsExactly(new Export.Written(file, 5, List.of()));
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly("dictionary", "tables", "places", "scores");
      List<List<String>> dictionary = texts(book, "dictionary");
      assertThat(dictionary.get(0))
          .containsExactly("table", "column", "title_zh", "type", "unit", "is_key", "comment");
      assertThat(dictionary).hasSize(1 + 5 + 6);
      assertThat(dictionary.get(1))
          .containsExactly("places", "unit_id", "单元代码", "string", "", "TRUE", "Unit");
      List<List<String>> tables = texts(book, "tables");
      assertThat(tables).hasSize(3);
      assertThat(tables.get(2).subList(0, 4))
          .containsExactly("scores", "scores", "3", "One row a unit and year");
      assertThat(tables.get(2).get(6)).isEqualTo("all");

      List<Row> scores = rows(book, "scores");
      assertThat(scores).hasSize(4);
      assertThat(cell(scores, 1, 1).getType()).isEqualTo(CellType.STRING);
      assertThat(cell(scores, 1, 1).getText()).isEqualTo("110000");
      assertThat(cell(scores, 1, 2).getType()).isEqualTo(CellType.NUMBER);
      assertThat(cell(scores, 1, 2).asNumber()).isEqualByComparingTo("2019");
      assertThat(cell(scores, 1, 3).getType()).isEqualTo(CellType.NUMBER);
      assertThat(cell(scores, 1, 3).asNumber().doubleValue()).isEqualTo(0.1 + 0.2);
      assertThat(cell(scores, 1, 4).getText()).isEqualTo("合肥");
      assertThat(scores.get(2).getOptionalCell(3).map(Cell::getType))
          .isNotEqualTo(Optional.of(CellType.NUMBER)); // missing
      List<Row> places = rows(book, "places");
      assertThat(cell(places, 1, 2).getType()).isEqualTo(CellType.BOOLEAN);
      assertThat(cell(places, 1, 3).asDate())
          .isEqualTo(LocalDateTime.of(2019, 5, 4, 1, 2, 3, 500_000_000));
      assertThat(cell(places, 2, 1).asNumber()).isEqualByComparingTo("7");
    }
    String scores = part(file, "xl/worksheets/sheet4.xml");
    assertThat(scores)
        .contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:F4\"", "<cols>");
  }

  @Test
  void headsAreInChineseOnRequest(SparkSession spark) throws IOException {
    Lake lake = published(spark);
    Path file = folder.resolve("both.xlsx");
    write(lake, ExportForm.Titles.BOTH, 100, List.of("scores"), file);
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      List<List<String>> scores = texts(book, "scores");
      assertThat(scores.get(0)).startsWith("情景", "单元代码", "年份", "得分");
      assertThat(scores.get(1)).startsWith("scenario_id", "unit_id", "year", "score");
      assertThat(scores).hasSize(5);
    }
    assertThat(part(file, "xl/worksheets/sheet3.xml"))
        .contains("ySplit=\"2\"", "<autoFilter ref=\"A2:F5\"");
  }

  @Test
  void tablesThatNoSheetHoldsAreLeftOutOrRefused(SparkSession spark) throws IOException {
    Lake lake = published(spark);
    Path file = folder.resolve("small.xlsx");
    Export.Written written = write(lake, ExportForm.Titles.EN, 3, List.of("all"), file);
    assertThat(written.rows()).isEqualTo(2);
    assertThat(written.notes())
        .containsExactly(
            "gold.scores: left out: gold.scores has 3 rows, and a sheet of a workbook holds 2");
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly("dictionary", "tables", "places");
      assertThat(texts(book, "tables").get(2).get(4)).contains("left out");
    }
    Path other = folder.resolve("other.xlsx");
    assertThatThrownBy(() -> write(lake, ExportForm.Titles.EN, 3, List.of("scores"), other))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageContainingAll("gold.scores has 3 rows", "--scenario", "--format csv");
    assertThat(other).doesNotExist();
  }

  @Test
  void whatACellCannotHoldIsCounted() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String longText = "合".repeat(32_766) + "\uD83D\uDE00";
    List<String> notes;
    try (Workbook book = new Workbook(bytes, "Renxing", "0.1")) {
      SheetOutput sheet = new SheetOutput(book.newWorksheet("x"), List.of(List.of("a", "b")));
      sheet.add(List.of(Double.NaN, "x"));
      sheet.add(Arrays.asList((1L << 53) + 1, null));
      assertThat(sheet.notes()).containsExactly("numbers that are not finite, left empty: 1");
      sheet.add(List.of(longText, "a\u0001b\uD83D<&"));
      sheet.add(List.of(Double.MIN_VALUE, -Double.MAX_VALUE));
      sheet.add(List.of(new byte[] {1, -1}, Double.NEGATIVE_INFINITY));
      sheet.finish();
      notes = sheet.notes();
    }
    assertThat(notes)
        .containsExactly(
            "numbers that are not finite, left empty: 2", "texts cut to 32,767 characters: 1");
    Path file = Files.write(folder.resolve("x.xlsx"), bytes.toByteArray());
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      List<List<String>> rows = texts(book, "x");
      assertThat(rows.get(1)).containsExactly("", "x");
      assertThat(rows.get(2).get(0)).isEqualTo("9007199254740993");
      assertThat(rows.get(3).get(0)).hasSize(32_767).endsWith("合…");
      assertThat(rows.get(3).get(1)).contains("<&").doesNotContain("\u0001");
      List<Row> raw = rows(book, "x");
      assertThat(Double.parseDouble(cell(raw, 4, 0).getRawValue())).isEqualTo(Double.MIN_VALUE);
      assertThat(Double.parseDouble(cell(raw, 4, 1).getRawValue())).isEqualTo(-Double.MAX_VALUE);
      assertThat(rows.get(5)).containsExactly("01ff", "");
    }
  }

  /** More rows than are held before they are written. */
  @Test
  void longSheetsKeepHeadFilterAndWidths() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Renxing", "0.1")) {
      SheetOutput sheet = new SheetOutput(book.newWorksheet("x"), List.of(List.of("n", "text")));
      for (int i = 0; i < 2_500; i++) {
        sheet.add(List.of(i, "合肥市".repeat(4)));
      }
      assertThat(sheet.rowCount()).isEqualTo(2_500);
      sheet.finish();
    }
    Path file = Files.write(folder.resolve("x.xlsx"), bytes.toByteArray());
    String xml = part(file, "xl/worksheets/sheet1.xml");
    assertThat(xml).contains("ySplit=\"1\"", "<autoFilter ref=\"A1:B2501\"");
    assertThat(xml).containsPattern("<col [^>]*width=\"25");
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      List<Row> rows = rows(book, "x");
      assertThat(rows).hasSize(2_501);
      assertThat(cell(rows, 2_500, 0).asNumber()).isEqualByComparingTo("2499");
    }
  }

  private Lake published(SparkSession spark) {
    TinyLake tiny =
        new TinyLake(spark, folder.resolve("lake"))
            .with(
                TinyLake.SCORES,
                new Object[] {"b", "340100", 2019, 0.1, null},
                new Object[] {"a", "110000", 2019, 0.1 + 0.2, "合肥"},
                new Object[] {"b", "110000", 2019, null, "low"})
            .with(
                TinyLake.PLACES,
                new Object[] {"340100", 7L, null, null},
                new Object[] {"110000", null, true, Timestamp.valueOf("2019-05-04 01:02:03.5")});
    tiny.publish("r1");
    return tiny.withoutSession();
  }

  private static Export.Written write(
      Lake lake, ExportForm.Titles titles, int mostRows, List<String> tables, Path file) {
    Selection selection = Selection.of(new Releases(lake).requireNewest(), "all", tables);
    return new WorkbookExport(lake, titles, mostRows)
        .write(selection, OutputFile.of("export --out " + file, file), file);
  }

  private static List<Row> rows(ReadableWorkbook book, String sheet) throws IOException {
    return book.findSheet(sheet).orElseThrow().read();
  }

  private static Cell cell(List<Row> rows, int row, int column) {
    return rows.get(row).getCell(column);
  }

  private static List<List<String>> texts(ReadableWorkbook book, String sheet) throws IOException {
    List<Row> rows = rows(book, sheet);
    int width = rows.get(0).getCellCount();
    List<List<String>> out = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        cells.add(row.getOptionalCell(i).map(WorkbookExportTest::text).orElse(""));
      }
      out.add(cells);
    }
    return out;
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> cell.getRawValue();
      case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
      default -> cell.getText();
    };
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
