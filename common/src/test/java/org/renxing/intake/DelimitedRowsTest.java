package org.renxing.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec.Format;

class DelimitedRowsTest {
  private static final String HEAD = "城市,年份\n";
  private static final String SOUND = HEAD + "北京市,2020\n上海市,2021\n";

  @TempDir private Path folder;

  @Test
  void everyPackingGivesTheSameRows() throws IOException {
    byte[] plain = SOUND.getBytes(UTF_8);
    List<byte[]> forms =
        List.of(
            plain,
            Specs.packed(plain, GZIPOutputStream::new),
            Specs.packed(plain, BZip2CompressorOutputStream::new),
            Specs.packed(plain, ZstdCompressorOutputStream::new),
            zip("a.csv", plain));
    for (byte[] form : forms) {
      assertThat(read(form)).extracting(r -> r.cells().get("城市")).containsExactly("北京市", "上海市");
    }
  }

  @Test
  void zipOfSeveralFilesAndWorkbookAreRefused() throws IOException {
    byte[] plain = SOUND.getBytes(UTF_8);
    assertRefused(zip("a.csv", plain, "b.csv", plain), "zip of several files");
    assertRefused(zip("[Content_Types].xml", plain), "set the source's format to xlsx");
  }

  @Test
  void bombsAreRefused() {
    byte[] grown = (HEAD + "a,2020\n".repeat(300_000)).getBytes(UTF_8);
    assertRefused(Specs.packed(grown, GZIPOutputStream::new), "intake.max-ratio");
    byte[] noise = new byte[5 << 20];
    new java.util.Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) ('a' + (noise[i] & 15));
    }
    byte[] large = Specs.packed(noise, out -> new GZIPOutputStream(new BufferedOutputStream(out)));
    assertRefused(large, "more than 4194304 bytes when unpacked");
  }

  @Test
  void cutGzipIsTheFilesFault() {
    byte[] whole = Specs.packed(SOUND.repeat(500).getBytes(UTF_8), GZIPOutputStream::new);
    assertRefused(java.util.Arrays.copyOf(whole, whole.length / 2), "cannot be unpacked");
  }

  @Test
  void faultyRowsComeOutWithTheirTextAndTheReason() {
    byte[] bytes =
        (HEAD
                + "北京市,2020\n"
                + "三,个,2020\n"
                + "一个\n"
                + "x".repeat(101)
                + ",2020\n"
                + "y".repeat(5000)
                + "\n"
                + "n\0l,2020\n"
                + "上海市,2021\n")
            .getBytes(UTF_8);
    List<FileRow> rows = read(bytes);
    assertThat(rows).hasSize(7);
    assertThat(rows).extracting(FileRow::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(rows.get(0).defect()).isEmpty();
    assertThat(rows.get(1).defect()).hasValue("has 3 fields where the head has 2");
    assertThat(rows.get(1).cells()).containsEntry("column 3", "2020");
    assertThat(rows.get(2).defect()).hasValue("has 1 fields where the head has 2");
    assertThat(rows.get(3).defect()).hasValue("field 1 has 101 characters, more than 100");
    assertThat(rows.get(4).defect().orElseThrow()).contains("its line has more than 1000");
    assertThat(rows.get(4).cells().get("城市")).hasSize(101).startsWith("yyy");
    assertThat(rows.get(5).defect().orElseThrow()).contains("character NUL");
    assertThat(rows.get(6).defect()).isEmpty();
  }

  @Test
  void undecodableBytesAreKeptInTheRow() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Charset gb = Charset.forName("GB18030");
    out.writeBytes((HEAD + "北京市,2020\n".repeat(30) + "天津").getBytes(gb));
    out.write(0xFF);
    out.writeBytes("市,2020\n石家庄市,2020\n".getBytes(gb));
    List<FileRow> rows = read(out.toByteArray());
    FileRow faulty = rows.get(30);
    assertThat(faulty.cells()).containsEntry("城市", "天津\uFFFDxFF市");
    assertThat(faulty.defect())
        .hasValue("field 1 holds bytes that are not GB18030, shown as \uFFFDxHH");
    assertThat(rows.get(31).cells()).containsEntry("城市", "石家庄市");
    assertThat(rows.stream().filter(r -> r.defect().isPresent())).hasSize(1);
  }

  @Test
  void quoteThatNeverClosesEndsTheFileAtTheLineWhereItOpened() {
    assertRefused(bytes("北京市,\"2020\n上海市,2021\n天津市,2022\n"), "quote that opens in line 2 does");
    assertRefused(bytes("北京市,2020\n\"上海市,2021\n"), "quote that opens in line 3 does");
    assertRefused(bytes("北京市,2020\r\n上海市,\"2021\r\n天津市,2022"), "opens in line 3 does");
    assertRefused(bytes("\"a\nb\",2020\n天津市,\"\"\"2022\n"), "quote that opens in line 4 does");
    assertRefused(bytes("北京市,2020\n天津市,\"2022\"\"\n"), "quote that opens in line 3 does");
    assertRefused("城市,\"年份\n北京市,2020\n".getBytes(UTF_8), "quote that opens in line 1 does");
  }

  @Test
  void quoteAfterAQuotedTextOpensTheCellAgain() {
    assertRefused(
        bytes("北京市,2020\n\"Bol\" (12\" pipe),2021\n天津市,2022\n"), "opens in line 3 does not close");
    List<FileRow> rows = read(bytes("\"Bol\" 1\"2\"3,2021\n天津市,2022\n"));
    assertThat(rows).hasSize(2).allSatisfy(r -> assertThat(r.defect()).isEmpty());
  }

  @Test
  void soundCellsOfSeveralLinesAreCells() {
    List<FileRow> rows = read(bytes("\"12 High St,\nHarbour\",2021\n\"a \"\"b\"\",\r\nc\",2022\n"));
    assertThat(rows).extracting(FileRow::number).containsExactly(2L, 4L);
    assertThat(rows).allSatisfy(r -> assertThat(r.defect()).isEmpty());
    // text after the quote that closes it shows that it was another's
    assertThat(read(bytes("北京市,\"20\n20\"21\n"))).hasSize(2);
  }

  @Test
  void quotesThatBelongToATextEndNothing() {
    List<FileRow> rows = read(bytes("5\" pipe,2020\n\"a \"\"b\"\"\",2021\n\"c\nd\",2022\n"));
    assertThat(rows)
        .extracting(r -> r.cells().get("城市"))
        .containsExactly("5\" pipe", "a \"b\"", "c\nd");
    assertThat(rows).extracting(FileRow::number).containsExactly(2L, 3L, 4L);
    assertThat(rows).allSatisfy(r -> assertThat(r.defect()).isEmpty());
  }

  @Test
  void rowsThatAQuoteSwallowedComeOutAsLines() {
    List<FileRow> rows =
        read(bytes("北京市,2020\n上海市,\"2020\n天津市,2021\r\n太原市,2022\n石家庄市,\"2023\n唐山市,2024\n"));
    assertThat(rows).extracting(FileRow::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(rows.stream().filter(r -> r.defect().isPresent()))
        .extracting(FileRow::number)
        .containsExactly(3L, 4L, 5L, 6L);
    assertThat(rows.get(1).defect())
        .hasValue("lies within quotes that run from line 3 to line 6: a quote is not closed");
    assertThat(rows.get(3).cells()).containsEntry("城市", "太原市").containsEntry("年份", "2022");
    assertThat(rows.get(5).defect()).isEmpty();
  }

  @Test
  void cellOfMoreLinesThanTheLimitHasSwallowedRows() {
    String nine = "\"" + "x\n".repeat(9) + "x\",2020\n";
    assertThat(read(bytes(nine))).hasSize(1).allSatisfy(r -> assertThat(r.defect()).isEmpty());
    List<FileRow> rows = read(bytes("\"" + "x\n".repeat(10) + "x\",2020\n北京市,2020\n"));
    assertThat(rows).hasSize(12);
    assertThat(rows.stream().filter(r -> r.defect().isPresent())).hasSize(11);
  }

  @Test
  void quoteThatSwallowsMoreThanTheLimitEndsTheFile() {
    String swallowed = "北京市,2020\n\"a,2020\n" + "b,2021\n".repeat(1000) + "c,\"2022\n";
    assertRefused(
        bytes(swallowed), "row after line 2 cannot be read: a field may have at most 1000");
  }

  @Test
  void theYearOfAFileIsLookedForInItsNameAlone() {
    Path file = Specs.write(folder.resolve("gdp-2019.csv"), "城市,人口\n北京市,1\n".getBytes(UTF_8));
    FileForm form = Specs.form(1, false, Optional.of("source|\\d{4}"));
    assertThat(form.yearIn("gdp-2019.csv")).contains("2019");
    assertThat(form.yearIn("gdp.csv")).isEmpty();
    assertThat(Specs.read(file, Specs.wide(Format.CSV, form, Map.of()), Specs.small()))
        .extracting(r -> r.cells().get("年份"))
        .containsExactly("2019");
  }

  @Test
  void emptyCellsTakeWhatStandsAbove() {
    FileForm plain = FileForm.plain();
    FileForm down =
        new FileForm(
            plain.encoding(),
            plain.head(),
            plain.sheets(),
            plain.yearFrom(),
            plain.footnote(),
            plain.marks(),
            List.of("城市"),
            plain.decimal());
    byte[] text = bytes("北京市,2020\n,2021\n\u3000,2022\na,b,c\n,2023\n上海市,2020\n\u00A0,2021\n");
    Path file = Specs.write(folder.resolve("down"), text);
    List<FileRow> rows = Specs.read(file, Specs.wide(Format.CSV, down, Map.of()), Specs.small());
    assertThat(rows)
        .extracting(r -> r.cells().get("城市"))
        .containsExactly("北京市", "北京市", "北京市", "a", "", "上海市", "上海市");
    Path none = Specs.write(folder.resolve("none"), "城市,年份\n".getBytes(UTF_8));
    FileForm other =
        new FileForm(
            plain.encoding(),
            plain.head(),
            plain.sheets(),
            plain.yearFrom(),
            plain.footnote(),
            plain.marks(),
            List.of("省份"),
            plain.decimal());
    assertThatThrownBy(
            () -> Specs.read(none, Specs.wide(Format.CSV, other, Map.of()), Specs.small()))
        .hasMessageContaining("has no column '省份' to fill down; it has 城市, 年份");
  }

  @Test
  void columnsBeyondTheLimitAreRefused() {
    String wide = "城市,年份" + ",x".repeat(49) + "\n";
    assertRefused(wide.getBytes(UTF_8), "its head has 51 columns, more than 50");
  }

  @Test
  void tableThatIsNoneIsNotReadOn() {
    String text = HEAD + "北京市,2020\n".repeat(100) + "broken\n".repeat(10_001);
    assertRefused(text.getBytes(UTF_8), "10001 of the first 10101 rows are malformed");
    String few = HEAD + "北京市,2020\n".repeat(100_000) + "broken\n".repeat(10_001);
    assertThat(read(few.getBytes(UTF_8))).hasSize(110_001);
  }

  @Test
  void marksStandApart() {
    List<FileRow> rows = read((HEAD + "北京市*,2020①\n*,…\n").getBytes(UTF_8));
    assertThat(rows.get(0).cells())
        .containsEntry("城市", "北京市")
        .containsEntry("城市@mark", "*")
        .containsEntry("年份", "2020")
        .containsEntry("年份@mark", "①");
    assertThat(rows.get(1).cells()).containsEntry("城市", "*").containsEntry("年份", "…").hasSize(2);
  }

  private static byte[] bytes(String rows) {
    return (HEAD + rows).getBytes(UTF_8);
  }

  private List<FileRow> read(byte[] bytes) {
    Path file = Specs.write(folder.resolve("f"), bytes);
    return Specs.read(file, Specs.bare(Format.CSV), Specs.small());
  }

  private void assertRefused(byte[] bytes, String words) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining(words);
  }

  @Test
  void defaultsAreThoseOfTheDocumentation() {
    assertThat(IntakeLimits.DEFAULT)
        .isEqualTo(new IntakeLimits(1L << 30, 100, 32L << 20, 32_767, 1 << 20, 50, 16_384));
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return out.toByteArray();
  }
}
