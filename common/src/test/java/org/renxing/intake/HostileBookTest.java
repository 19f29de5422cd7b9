package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.Format;

/** Workbooks that are small and would take memory or time without end. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileBookTest {
  private static final String HEAD =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>城市</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>年份</t></is></c></row>"
          + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>北京</t></is></c>"
          + "<c r=\"B2\"><v>2019</v></c></row>";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** The usual limits, and tests that may be packed well. */
  private static final IntakeLimits LOOSE =
      new IntakeLimits(1 << 30, 1 << 30, 32 << 20, 32_767, 1 << 20, 50, 16_384);

  @TempDir private Path folder;

  static List<Arguments> sheets() {
    String far = "<row r=\"%s\"><c r=\"%s\"><v>1</v></c></row>";
    return List.of(
        Arguments.of(far.formatted("3", "XFE3"), "beyond column XFD"),
        Arguments.of(far.formatted("3", "ZZZZZZ3"), "beyond column XFD"),
        Arguments.of(far.formatted("3", "$ZZZZZZZZZZZZ$3"), "beyond column XFD"),
        Arguments.of(far.formatted("3", "zzzzzz3"), "beyond column XFD"),
        Arguments.of("<row>" + "<c/>".repeat(16_385) + "</row>", "beyond column XFD"),
        Arguments.of(far.formatted("1048577", "A1048577"), "a row beyond 1048576"),
        Arguments.of(far.formatted("99999999999", "A1"), "a row beyond 1048576"),
        Arguments.of(
            "<row><c t=\"s\"><v>2000000000</v></c></row>", "text number 2000000001, and only 0"),
        Arguments.of(
            "<row><c><v>" + "1".repeat(1001) + "</v></c></row>", "a number of more than 1000"),
        Arguments.of(
            "<row><c r=\"XFD3\"><v>1</v></c></row>".repeat(4000),
            "strewn over 3052 rows and 16384 columns"),
        Arguments.of(
            "<row><c><f t=\"array\" ref=\"A1:A2\">1</f></c></row>".repeat(70_000),
            "formulas that take too long"),
        Arguments.of(
            "<row><c><f t=\"shared\" ref=\"A1:A9\" si=\"0\">"
                + "A1+".repeat(2700)
                + "A1</f></c></row>"
                + "<row><c><f t=\"shared\" si=\"0\"/></c></row>".repeat(3000),
            "formulas that take too long"));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void hostileSheetIsRefusedBeforeItIsRead(String rows, String words) {
    Path file = book("<dimension ref=\"A1:XFD1048576\"/>", HEAD + rows, 1);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("h.xlsx: ")
        .hasMessageContaining(words);
    assertThatThrownBy(() -> table(file)).hasMessageContaining(words);
  }

  /** The far corner alone is a malformed row; a dimension that lies is not believed. */
  @Test
  void oneFarCellIsOneMalformedRow() {
    String far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    Path file = book("<dimension ref=\"A1:XFD1048576\"/>", HEAD + far, 1);
    List<FileRow> rows = read(file);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).defect()).isEmpty();
    assertThat(rows.get(1).number()).isEqualTo(1_048_576);
    assertThat(rows.get(1).defect()).hasValue("has 16384 fields where the head has 2");
    assertThatThrownBy(() -> table(file)).hasMessageContaining("has 16384 fields");
  }

  @Test
  void tooManySheetsAreRefused() {
    assertThat(read(book("", HEAD, 1000))).hasSize(1000);
    assertThatThrownBy(() -> read(book("", HEAD, 1001)))
        .hasMessageContaining("has more than 1000 sheets");
  }

  private static List<FileRow> read(Path file) {
    SourceSpec bare = Specs.bare(Format.XLSX);
    return Specs.read(file, bare, LOOSE);
  }

  private static FileTable table(Path file) {
    return FileTable.read(
        SourceBytes.of("h.xlsx", file),
        new FileTable.Reading(
            FileForm.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
        LOOSE);
  }

  /** A workbook of as many sheets, which are one part. */
  private Path book(String before, String rows, int sheets) {
    Path file = folder.resolve("h.xlsx");
    StringBuilder names = new StringBuilder("<workbook xmlns:r=\"" + RELATIONS + "\"><sheets>");
    for (int i = 0; i < sheets; i++) {
      names.append("<sheet name=\"s").append(i).append("\" sheetId=\"1\" r:id=\"r1\"/>");
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + TYPE
              + "sheet.main+xml\"/></Types>");
      part(zip, "xl/workbook.xml", names + "</sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"any.bin\"/></Relationships>");
      part(
          zip,
          "xl/any.bin",
          "<worksheet>" + before + "<sheetData>" + rows + "</sheetData></worksheet>");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    out.write(text);
    out.flush();
    zip.closeEntry();
  }
}
