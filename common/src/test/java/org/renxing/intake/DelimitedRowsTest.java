package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec.Format;

class DelimitedRowsTest {
  private static final String HEAD = "城市,年份\n";
  private static final String SOUND = HEAD + "北京市,2020\n上海市,2021\n";

  @TempDir private Path folder;

  @Test
  void everyPackingGivesTheSameRows() throws IOException {
    byte[] plain = SOUND.getBytes(StandardCharsets.UTF_8);
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
    byte[] plain = SOUND.getBytes(StandardCharsets.UTF_8);
    assertRefused(zip("a.csv", plain, "b.csv", plain), "zip of several files");
    assertRefused(zip("[Content_Types].xml", plain), "set the source's format to xlsx");
  }

  @Test
  void bombsAreRefused() {
    byte[] grown = (HEAD + "a,2020\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
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
    byte[] whole =
        Specs.packed(SOUND.repeat(500).getBytes(StandardCharsets.UTF_8), GZIPOutputStream::new);
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
            .getBytes(StandardCharsets.UTF_8);
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
  void rowsThatAQuoteSwallowedAreNotLostInSilence() {
    List<FileRow> rows =
        read((HEAD + "北京市,\"2020\n上海市,2021\n天津市,2022\n").getBytes(StandardCharsets.UTF_8));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).defect().orElseThrow()).contains("a quote is not closed");
    assertThat(rows.get(0).cells().get("年份")).contains("天津市,2022");
  }

  @Test
  void quoteThatSwallowsMoreThanTheLimitEndsTheFile() {
    byte[] bytes =
        (HEAD + "北京市,2020\n\"a,2020\n" + "b,2021\n".repeat(1000)).getBytes(StandardCharsets.UTF_8);
    assertRefused(bytes, "row after line 2 has a field of more than 1000 characters");
  }

  @Test
  void tableThatIsNoneIsNotReadOn() {
    String text = HEAD + "北京市,2020\n".repeat(100) + "broken\n".repeat(10_001);
    assertRefused(
        text.getBytes(StandardCharsets.UTF_8), "10001 of the first 10101 rows are malformed");
    String few = HEAD + "北京市,2020\n".repeat(100_000) + "broken\n".repeat(10_001);
    assertThat(read(few.getBytes(StandardCharsets.UTF_8))).hasSize(110_001);
  }

  @Test
  void marksStandApart() {
    List<FileRow> rows = read((HEAD + "北京市*,2020①\n*,…\n").getBytes(StandardCharsets.UTF_8));
    assertThat(rows.get(0).cells())
        .containsEntry("城市", "北京市")
        .containsEntry("城市@mark", "*")
        .containsEntry("年份", "2020")
        .containsEntry("年份@mark", "①");
    assertThat(rows.get(1).cells()).containsEntry("城市", "*").containsEntry("年份", "…").hasSize(2);
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
