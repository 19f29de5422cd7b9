package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.NoDataMark;
import org.renxing.model.PixelRules;
import org.renxing.model.RenxingException;
import org.renxing.testing.SharedCases;

/** What is no data in a file, what is a value, and what can be neither. */
class RasterNoDataTest {
  private static final PixelRules USUAL = PixelRules.usual();

  @TempDir private Path folder;

  private static PixelRules stated(String... marks) {
    return new PixelRules(Arrays.stream(marks).map(NoDataMark::new).toList(), true, false);
  }

  /** One, two, three and a last pixel, in single precision. */
  private Path four(String tag, double last) throws java.io.IOException {
    byte[] bytes =
        GeoTiffWriter.bytes(new double[][] {{1, 2}, {3, last}}, 117.1, 31.9, 0.4, 0.4, tag);
    return Files.write(folder.resolve("four.tif"), bytes);
  }

  private static List<Double> values(Path file, PixelRules rules) {
    return Pixel.values(file, rules);
  }

  private static void assertRefused(Path file, PixelRules rules, String... said) {
    RenxingException known =
        catchThrowableOfType(RenxingException.class, () -> values(file, rules));
    assertThat(known.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT);
    assertThat(known).hasMessageContaining(file.getFileName().toString());
    assertThat(known).hasMessageContainingAll(said);
  }

  /** Sum 6 of three pixels, in both years; without the key the second stops by name. */
  @Test
  void theCaseBesideTheProject() {
    Path tagged = SharedCases.file("cases/input-files/raster-no-data/nl-2019-a.tif");
    Path bare = SharedCases.file("cases/input-files/raster-no-data/nl-2020-a.tif");
    ZoneMap zone =
        ZoneMap.of(
            List.of(Shapes.piece("u", "z", Shapes.box(117, 31, 118, 32))), ZoneMap.TOLERANCE);
    Map<String, String> files = Map.of("2019", tagged.toString(), "2020", bare.toString());
    ZoneIndex index = new ZoneIndex(zone.pieces());
    PixelRules rules = stated("-99999");
    Configuration hadoop = new Configuration();
    List<RasterBlock> blocks = RasterBlock.of(files, rules, hadoop);
    assertThat(blocks).hasSize(2);
    for (RasterBlock block : blocks) {
      Collection<ZoneSum> sums = RasterSums.of(block, rules, index, hadoop);
      assertThat(sums).hasSize(1);
      for (ZoneSum sum : sums) {
        assertThat(sum.sum()).isEqualTo(6.0);
        assertThat(sum.pixels()).isEqualTo(3);
        assertThat(sum.noData()).isEqualTo(1);
      }
    }
    assertThat(values(tagged, USUAL)).containsExactly(1.0, 2.0, 3.0, Double.NaN);
    assertRefused(bare, USUAL, "row 2, column 2", "-99999.0", "it has no tag 42113", "no-data");
  }

  @Test
  void theTagIsReadAsThePixelsHoldIt() throws java.io.IOException {
    assertThat(values(four("-3.40282e+38", -Float.MAX_VALUE), USUAL))
        .containsExactly(1.0, 2.0, 3.0, Double.NaN);
    assertThat(values(four("-9999 \0", -9999), USUAL)).containsExactly(1.0, 2.0, 3.0, Double.NaN);
    assertThat(values(four("-nan", Double.NaN), USUAL)).containsExactly(1.0, 2.0, 3.0, Double.NaN);
    assertThat(values(four("inf", Double.POSITIVE_INFINITY), USUAL))
        .containsExactly(1.0, 2.0, 3.0, Double.NaN);
    assertThat(values(four("3", 4), USUAL)).containsExactly(1.0, 2.0, Double.NaN, 4.0);
    assertThat(values(four(" \0", 4), USUAL)).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertRefused(four("-9999", -9999.5), USUAL, "row 2, column 2", "-9999.5", "'-9999'");
    assertRefused(four("-3,40282e+38", 4), USUAL, "'-3,40282e+38'", "tag 42113");
  }

  @Test
  void theSourceAddsToTheTagOrSetsItAside() throws java.io.IOException {
    Path file = four("3", -99999);
    assertThat(values(file, stated("-99999"))).containsExactly(1.0, 2.0, Double.NaN, Double.NaN);
    assertThat(values(file, stated("1", "-99999")))
        .containsExactly(Double.NaN, 2.0, Double.NaN, Double.NaN);
    PixelRules aside = new PixelRules(List.of(new NoDataMark("-99999")), false, false);
    assertThat(values(file, aside)).containsExactly(1.0, 2.0, 3.0, Double.NaN);
    PixelRules none = new PixelRules(List.of(), false, false);
    assertThat(values(four("3", 4), none)).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(values(four("a mess", 4), none)).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertRefused(four("", Double.NaN), none, "row 2, column 2", "NaN", "set aside");
  }

  @Test
  void whatCannotBeStopsTheFile() throws java.io.IOException {
    PixelRules signed = new PixelRules(List.of(), true, true);
    for (double value : new double[] {-0.25, -99999, -Float.MAX_VALUE, Double.NEGATIVE_INFINITY}) {
      assertRefused(four("", value), USUAL, "row 2, column 2", (float) value + "");
    }
    for (double value : new double[] {1.1e30, Float.MAX_VALUE, Double.POSITIVE_INFINITY}) {
      assertRefused(four("", value), USUAL, "from 0 to 1e30", (float) value + "");
      assertRefused(four("", -value), signed, "from -1e30 to 1e30", (float) -value + "");
    }
    assertThat(values(four("", -0.25), signed)).containsExactly(1.0, 2.0, 3.0, -0.25);
    assertThat(values(four("", -0.0), USUAL)).containsExactly(1.0, 2.0, 3.0, -0.0);
    assertThat(values(four("", 9e29), USUAL)).hasSize(4).doesNotContain(Double.NaN);
    assertThat(values(four("", Double.NaN), USUAL)).containsExactly(1.0, 2.0, 3.0, Double.NaN);
    assertRefused(four("", -0.25), USUAL, "negative = true");
  }

  /** Whole numbers of both signs, which the JDK's reader takes for others; either byte order. */
  @Test
  void wholeNumbersKeepTheirSign() {
    PixelRules signed = new PixelRules(List.of(), true, true);
    Path file = folder.resolve("raw.tif");
    Byte[] bytes = {1, -1, 127, -128};
    assertThat(values(new RawTiff(8, 2, "").write(file, ByteBuffer::put, bytes), signed))
        .containsExactly(1.0, -1.0, 127.0, -128.0);
    assertThat(values(new RawTiff(8, 1, "255\0").write(file, ByteBuffer::put, bytes), signed))
        .containsExactly(1.0, Double.NaN, 127.0, 128.0);
    Integer[] ints = {1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
    assertThat(
            values(
                new RawTiff(32, 1, "2147483648.0\0").write(file, ByteBuffer::putInt, ints), USUAL))
        .containsExactly(1.0, 4294967295.0, 2147483647.0, Double.NaN);
    RawTiff big = new RawTiff(ByteOrder.BIG_ENDIAN, 16, 2, 1, "-9999.0\0");
    Short[] shorts = {1, -2, -9999, 32767};
    assertThat(values(big.write(file, ByteBuffer::putShort, shorts), signed))
        .containsExactly(1.0, -2.0, Double.NaN, 32767.0);
    RawTiff unsigned = new RawTiff(16, 1, "-9999\0");
    assertThat(values(unsigned.write(file, ByteBuffer::putShort, shorts), signed))
        .containsExactly(1.0, 65534.0, 55537.0, 32767.0);
    Double[] doubles = {1.0, 2.0, 3.0, -Double.MAX_VALUE};
    assertThat(
            values(
                new RawTiff(64, 3, "-1.79769313486232e+308")
                    .write(file, ByteBuffer::putDouble, doubles),
                USUAL))
        .containsExactly(1.0, 2.0, 3.0, Double.NaN);
  }

  @Test
  void otherPixelsAreRefusedByName() {
    Path file = folder.resolve("raw.tif");
    Short[] half = {0x3C00, 0, 0, 0};
    assertRefused(
        new RawTiff(16, 3, "").write(file, ByteBuffer::putShort, half),
        USUAL,
        "16 bits, sample format 3");
    Long[] longs = {1L, 2L, 3L, 4L};
    assertRefused(
        new RawTiff(64, 1, "").write(file, ByteBuffer::putLong, longs),
        USUAL,
        "64 bits, sample format 1");
    Byte[] bytes = {1, 2, 3, 4};
    RawTiff inverted = new RawTiff(ByteOrder.LITTLE_ENDIAN, 8, 1, 0, "");
    assertRefused(inverted.write(file, ByteBuffer::put, bytes), USUAL, "from white to black");
  }

  @Test
  void aValueThatCannotBeIsFoundWhereverItLies() throws java.io.IOException {
    double[][] values =
        Stream.generate(() -> new double[1100]).limit(1100).toArray(double[][]::new);
    values[1005][7] = -1;
    Path file = folder.resolve("large.tif");
    Files.write(file, GeoTiffWriter.bytes(values, 100, 40, 0.01, 0.01, "-9999"));
    assertRefused(file, USUAL, "row 1006, column 8", "-1.0", "100.075000, 29.945000");
  }
}
