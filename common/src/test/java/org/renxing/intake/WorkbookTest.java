package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.Format;

/** Workbooks as yearbooks have them; written by another library than the one that reads. */
class WorkbookTest {
  private static final SourceSpec YEARBOOK =
      Specs.wide(Format.XLSX, Specs.form(2, true, Optional.of("(\\d{4})")));

  @TempDir private Path folder;

  @Test
  void yearbookSheetsComeOutAsTables() {
    Path file = book("a.xlsx", "2019年", "2020年");
    List<FileRow> all = Specs.read(file, YEARBOOK, IntakeLimits.DEFAULT);
    assertThat(all).extracting(FileRow::number).containsExactly(6L, 7L, 9L, 10L, 6L, 7L, 9L, 10L);
    assertThat(all).filteredOn(FileRow::isNote).hasSize(2);
    assertThat(all.get(3).cells()).isEqualTo(Map.of(FileRow.NOTE, "注：①为常住人口。"));
    List<FileRow> rows = all.stream().filter(r -> !r.isNote()).toList();
    assertThat(rows).allSatisfy(r -> assertThat(r.defect()).isEmpty());
    FileRow first = rows.get(0);
    assertThat(first.cells())
        .containsEntry("城市", "北京市")
        .containsEntry("城市@mark", "①")
        .containsEntry("年份", "2019")
        .containsEntry("GDP(亿元)", "35371.3")
        .containsEntry("增长/第一产业", "0.1234567890123")
        .containsEntry("增长/第二产业", "=1/0")
        .containsEntry("人口", "2153.6")
        .containsEntry("占比", "51.4%");
    assertThat(rows.get(1).cells()).containsEntry("GDP(亿元)", "…").containsEntry("人口", "1,200");
    assertThat(rows.get(2).cells()).containsEntry("城市", "太原市").containsEntry("GDP(亿元)", "");
    assertThat(rows.get(3).cells()).containsEntry("年份", "2020");
  }

  @Test
  void unitOfTheRowOfUnitsMustBeKnownAndFit() {
    assertRefused(
        Specs.wide(Format.XLSX, Specs.form(2, true, Optional.of("(\\d{4})"))),
        units("亿无", "万人"),
        "column GDP: no known unit of measure '亿无'; did you mean 亿元?");
    assertRefused(YEARBOOK, units("平方公里", "万人"), "'平方公里' measures area");
    assertRefused(YEARBOOK, units("", "万人"), "neither head nor row of units says the unit");
    assertRefused(YEARBOOK, units("万人", "亿元"), "'万人' measures persons");
    assertRefused(
        YEARBOOK,
        units("亿元", "亿元"),
        "column 人口: the file gives it in '亿元', sources.s.columns in '10^4 persons'");
  }

  @Test
  void unitOfTheHeadIsTakenAndMustAgreeWithTheRowOfUnits() {
    Path file = simple("城市", "年份", "Ｇ Ｄ Ｐ（万元）", "人口(万人)");
    SourceSpec plain = Specs.wide(Format.XLSX, Specs.form(1, false, Optional.empty()));
    assertThat(Specs.read(file, plain, IntakeLimits.DEFAULT).get(0).cells())
        .containsEntry("GDP(万元)", "3")
        .containsEntry("人口", "4");
    Path other = simple("城市", "年份", "GDP", "人口");
    assertThatThrownBy(() -> Specs.read(other, plain, IntakeLimits.DEFAULT))
        .hasMessageContaining("column GDP: neither head nor row of units says the unit");
    Path twice = simple("城市", "年份", "GDP(万元)", "GDP(万元)");
    assertThatThrownBy(() -> Specs.read(twice, plain, IntakeLimits.DEFAULT))
        .hasMessageContaining("has the column 'GDP(万元)' twice");
  }

  @Test
  void sheetsAndHeadsThatAreNotThereAreNamed() {
    Path file = book("a.xlsx", "2019年");
    FileForm form = YEARBOOK.form();
    FileForm other =
        new FileForm(
            form.encoding(),
            form.head(),
            "表.*",
            form.yearFrom(),
            form.footnote(),
            form.marks(),
            form.fillDown(),
            form.decimal());
    assertThatThrownBy(() -> Specs.read(file, Specs.wide(Format.XLSX, other), IntakeLimits.DEFAULT))
        .hasMessageContaining("no sheet has a name like '表.*'; it has 2019年");
    Path none = simple("a", "b", "c", "d");
    assertThatThrownBy(() -> Specs.read(none, YEARBOOK, IntakeLimits.DEFAULT))
        .hasMessageContaining("sheet 2001: none of its first 50 rows holds the column '城市'");
  }

  @Test
  void whatIsNoWorkbookIsSaidSo() {
    Path text = Specs.write(folder.resolve("t.xlsx"), "城市,年份\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Specs.read(text, YEARBOOK, IntakeLimits.DEFAULT))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("is no .xlsx workbook");
    byte[] old = new byte[600];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, old, 0, magic.length);
    Path xls = Specs.write(folder.resolve("o.xlsx"), old);
    assertThatThrownBy(() -> Specs.read(xls, YEARBOOK, IntakeLimits.DEFAULT))
        .hasMessageContaining("before 2007");
  }

  @Test
  void bombsAreRefusedBeforeTheyAreRead() throws IOException {
    Path grown = bomb("sheet", "<row></row>", 2 << 20);
    assertThatThrownBy(() -> Specs.read(grown, YEARBOOK, IntakeLimits.DEFAULT))
        .hasMessageContaining("intake.max-ratio");
    IntakeLimits loose = new IntakeLimits(8 << 20, 1 << 30, 1 << 20, 100, 1000, 10, 50);
    Path texts = bomb("sst", "<si><t>x</t></si>", 2 << 20);
    assertThatThrownBy(() -> Specs.read(texts, YEARBOOK, loose))
        .hasMessageContaining("intake.max-shared-strings-mb");
    Path large = bomb("sheet", "<row></row>", 9 << 20);
    assertThatThrownBy(() -> Specs.read(large, YEARBOOK, loose))
        .hasMessageContaining("more than 8388608 bytes when unpacked");
    Path row = bomb("sheet><sheetData><row", "<c><v>1</v></c>", 100_000);
    assertThatThrownBy(() -> Specs.read(row, YEARBOOK, loose))
        .hasMessageContaining("a row of more than 16000 bytes");
  }

  @Test
  void mergedHeadsBelongToTheColumnsBelowThem() {
    assertThat(
            HeaderRows.joined(
                List.of(
                    List.of("城市", "产值", "", "", "人口", ""), List.of("", "总量", "一产", "二产", "", "面积")),
                "/"))
        .containsExactly("城市", "产值/总量", "产值/一产", "产值/二产", "人口", "面积");
  }

  private void assertRefused(SourceSpec source, Path file, String words) {
    assertThatThrownBy(() -> Specs.read(file, source, IntakeLimits.DEFAULT))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining(words);
  }

  /** A sheet with title, two rows of heads, units, data, a blank row and notes. */
  @Test
  void daysAndTimesComeOutAsSuchAndNumbersAsNumbers() {
    Path file =
        write(
            "dates.xlsx",
            book -> {
              Worksheet s = book.newWorksheet("2019");
              row(s, 0, "城市", "年份", "a", "b", "c", "d", "e", "f");
              s.value(1, 0, "北京市");
              s.value(1, 1, LocalDate.of(2019, 12, 31));
              s.style(1, 1).format("yyyy-MM-dd").set();
              s.value(1, 2, LocalDateTime.of(2019, 1, 1, 8, 30));
              s.style(1, 2).format("yyyy\"年\"m\"月\" h:mm").set();
              s.value(1, 3, 0.25);
              s.style(1, 3).format("[h]:mm").set();
              s.value(1, 4, 1234.5);
              s.style(1, 4).format("#,##0.00_);[Red](#,##0.00)").set();
              s.value(1, 6, 51.4);
              s.style(1, 6).format("0.0\"%\"").set();
              s.value(1, 7, true);
              s.value(1, 5, 2019);
              s.style(1, 5).format("0\"年\"").set();
            });
    SourceSpec bare = Specs.bare(Format.XLSX);
    assertThat(Specs.read(file, bare, IntakeLimits.DEFAULT).get(0).cells())
        .containsEntry("年份", "2019-12-31")
        .containsEntry("a", "2019-01-01T08:30")
        .containsEntry("b", "06:00")
        .containsEntry("c", "1234.5")
        .containsEntry("d", "2019")
        .containsEntry("e", "51.4")
        .containsEntry("f", "TRUE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yyyy-mm-dd | true
          yyyy | true
          [$-804]yyyy"年"m"月"d"日";@ | true
          mm:ss.0 | true
          General | false
          0.00E+00 | false
          #,##0_);[Red](#,##0) | false
          0"day" | false
          0.0% | false
          0\\d | false
          @ | false
          """)
  void formatsOfDaysHaveALetterOfADate(String format, boolean isDate) {
    assertThat(DateFormat.isDate(format)).isEqualTo(isDate);
  }

  private Path book(String name, String... sheets) {
    return write(
        name,
        book -> {
          for (String sheet : sheets) {
            fill(book.newWorksheet(sheet), "亿元", "万人");
          }
        });
  }

  private Path units(String gdp, String people) {
    return write("u.xlsx", book -> fill(book.newWorksheet("2019"), gdp, people));
  }

  private static void fill(Worksheet s, String gdp, String people) {
    s.value(0, 0, "2-1 主要指标");
    s.range(0, 0, 0, 5).merge();
    row(s, 2, "城  市", "GDP*", "增长", "", "人口", "占比");
    s.range(2, 2, 2, 3).merge();
    row(s, 3, "", "", "第一产业", "第二产业", "", "");
    row(s, 4, "", gdp, "", "", people, "");
    row(s, 5, "北京市①", null, null, null, null, null);
    s.value(5, 1, 35371.3);
    s.value(5, 2, 0.1234567890123);
    s.formula(5, 3, "1/0");
    s.value(5, 4, 2153.6);
    s.value(5, 5, 0.514);
    s.style(5, 5).format("0.00%").set();
    row(s, 6, "天津市", "…", "", "", "1,200", "");
    row(s, 8, "太原市", "", "", "", "400", "");
    s.value(9, 0, "注：①为常住人口。");
  }

  private Path simple(String... heads) {
    return write(
        "s" + String.join("", heads).hashCode() + ".xlsx",
        book -> {
          Worksheet s = book.newWorksheet("2001");
          row(s, 0, heads);
          row(s, 1, "1", "2", "3", "4");
        });
  }

  private static void row(Worksheet sheet, int at, String... texts) {
    for (int c = 0; c < texts.length; c++) {
      if (texts[c] != null && !texts[c].isEmpty()) {
        sheet.value(at, c, texts[c]);
      }
    }
  }

  private Path write(String name, java.util.function.Consumer<Workbook> fill) {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file;
  }

  /** A part under a name that says nothing, from this element on. */
  private Path bomb(String opened, String repeated, int bytes) throws IOException {
    Path file = folder.resolve("bomb-" + opened.length() + bytes + ".xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/part.xml"));
      zip.write(("<" + opened + ">").getBytes(StandardCharsets.UTF_8));
      byte[] block = repeated.repeat(1000).getBytes(StandardCharsets.UTF_8);
      for (int n = 0; n < bytes; n += block.length) {
        zip.write(block);
      }
    }
    return file;
  }
}
