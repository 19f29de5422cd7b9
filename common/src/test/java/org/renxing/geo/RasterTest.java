package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.DataBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.PixelRules;
import org.renxing.model.RenxingException;
import org.renxing.records.Records;
import org.renxing.testing.Parts;

class RasterTest {
  private static final PixelRules ANY = new PixelRules(List.of(), true, true);
  private static final int WIDTH = 30;
  private static final int HEIGHT = 20;
  private static final double WEST = 110;
  private static final double NORTH = 40;
  private static final double SIZE = 0.5;

  @TempDir private Path folder;

  /** Each pixel its own whole number; the one at (7, 5) is negative. */
  private static double[][] values() {
    double[][] out = new double[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        out[y][x] = x == 7 && y == 5 ? -20 : (3 * x + 7 * y) % 101;
      }
    }
    return out;
  }

  private static double sum(int fromX, int fromY, int toX, int toY) {
    double[][] values = values();
    double out = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        out += values[y][x];
      }
    }
    return out;
  }

  /** A zone of whole pixels. */
  private static ZonePiece zone(String name, int fromX, int fromY, int toX, int toY) {
    return Shapes.piece(
        "u",
        name,
        Shapes.box(
            WEST + fromX * SIZE, NORTH - toY * SIZE, WEST + toX * SIZE, NORTH - fromY * SIZE));
  }

  private static ZoneIndex index(ZonePiece... zones) {
    ZoneMap map = ZoneMap.of(List.of(zones), ZoneMap.TOLERANCE);
    assertThat(map.defects()).isEmpty();
    return new ZoneIndex(map.pieces());
  }

  /** The sums of a file by zone; those outside all under an empty name. */
  private static Map<String, ZoneSum> sums(Path file, ZoneIndex zones) {
    Map<String, ZoneSum> out = new TreeMap<>();
    Configuration hadoop = new Configuration();
    for (RasterBlock block : RasterBlock.of(Map.of("f", file.toUri().toString()), ANY, hadoop)) {
      RasterSums.of(block, ANY, zones, hadoop)
          .forEach(sum -> assertThat(out.put(sum.zone(), sum)).isNull());
    }
    return out;
  }

  /** At every edge and corner, of one pixel, and in the middle: what no zonal shortcut may miss. */
  @Test
  void zonesHaveTheirKnownSums() {
    Path file = folder.resolve("night.tif");
    double[][] values = values();
    values[12][12] = -999;
    GeoTiffWriter.write(file, values, WEST, NORTH, SIZE, SIZE, -999);
    ZoneIndex zones =
        index(
            zone("nw", 0, 0, 10, 10),
            zone("north", 10, 0, 20, 10),
            zone("ne", 20, 0, 30, 10),
            zone("sw", 0, 10, 10, 20),
            zone("middle", 10, 10, 15, 15),
            zone("pixel", 15, 10, 16, 11),
            zone("se pixel", 29, 19, 30, 20),
            zone("east", 25, 10, 30, 19));
    Map<String, ZoneSum> sums = sums(file, zones);
    assertThat(sums.get("nw").sum()).isEqualTo(sum(0, 0, 10, 10));
    assertThat(sums.get("north").sum()).isEqualTo(sum(10, 0, 20, 10));
    assertThat(sums.get("ne").sum()).isEqualTo(sum(20, 0, 30, 10));
    assertThat(sums.get("sw").sum()).isEqualTo(sum(0, 10, 10, 20));
    assertThat(sums.get("east").sum()).isEqualTo(sum(25, 10, 30, 19));
    assertThat(sums.get("pixel").sum()).isEqualTo(values()[10][15]);
    assertThat(sums.get("se pixel").sum()).isEqualTo(values()[19][29]);
    ZoneSum middle = sums.get("middle");
    assertThat(middle.sum()).isEqualTo(sum(10, 10, 15, 15) - values()[12][12]);
    assertThat(middle.pixels()).isEqualTo(24);
    assertThat(middle.noData()).isEqualTo(1);
    assertThat(middle.areaKm2())
        .isCloseTo(EqualArea.cell(115, 32.5, 117.5, 35), Percentage.withPercentage(1e-7));
    double total = sums.values().stream().mapToDouble(r -> r.sum()).sum();
    assertThat(total).isEqualTo(sum(0, 0, WIDTH, HEIGHT) - values()[12][12]);
    long pixelCount = sums.values().stream().mapToLong(r -> r.pixels() + r.noData()).sum();
    assertThat(pixelCount).isEqualTo((long) WIDTH * HEIGHT);
    assertThat(sums).containsKey("");
  }

  /** On another machine, with its zones and rules taken along. */
  @Test
  void distributedBlocksHaveTheSameSums() {
    Path file = folder.resolve("spread.tif");
    GeoTiffWriter.write(file, values(), WEST, NORTH, SIZE, SIZE, Double.NaN);
    ZoneIndex zones = index(zone("west", 0, 0, 15, HEIGHT), zone("east", 15, 0, WIDTH, HEIGHT));
    List<RasterBlock> blocks = new ArrayList<>();
    for (int row = 0; row < HEIGHT; row += 5) {
      blocks.add(new RasterBlock("f", file.toUri().toString(), row, 5, 5L * WIDTH));
    }
    List<Map<String, Double>> found = new ArrayList<>();
    for (Records<RasterBlock> all : Parts.of(blocks)) {
      Map<String, Double> sums = new TreeMap<>();
      all.flatMap(block -> RasterSums.of(block, ANY, zones, new Configuration()).iterator())
          .groupedBy(ZoneSum::zone, (zone, parts) -> List.of(ZoneSum.of(parts)).iterator())
          .list()
          .forEach(sum -> sums.put(sum.zone(), sum.sum()));
      found.add(sums);
    }
    assertThat(found.get(0)).containsEntry("west", sum(0, 0, 15, HEIGHT)).hasSize(2);
    assertThat(found.get(1)).isEqualTo(found.get(0));
  }

  @Test
  void oneZoneOfAllHasAll() {
    Path file = folder.resolve("all.tif");
    GeoTiffWriter.write(file, values(), WEST, NORTH, SIZE, SIZE, Double.NaN);
    Map<String, ZoneSum> sums = sums(file, index(zone("z", 0, 0, WIDTH, HEIGHT)));
    assertThat(sums).containsOnlyKeys("z");
    assertThat(sums.get("z").sum()).isEqualTo(sum(0, 0, WIDTH, HEIGHT));
    assertThat(sums.get("z").pixels()).isEqualTo(600);
  }

  /** Number types, compressions, tiles and strips, both conventions: the same pixels. */
  @Test
  void allKindsGiveTheSamePixels() {
    Map<String, String> files = new LinkedHashMap<>();
    int[] types = {
      DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE, DataBuffer.TYPE_SHORT, DataBuffer.TYPE_INT
    };
    String[] packed = {"", "LZW", "Deflate", "PackBits"};
    for (int i = 0; i < types.length; i++) {
      boolean isPoint = i % 2 == 1;
      Path file = folder.resolve(i + ".tif");
      double shift = isPoint ? SIZE / 2 : 0;
      new TestTiff(types[i], packed[i], i < 2 ? 16 : 0, isPoint ? 2 : 1)
          .write(file, values(), WEST + shift, NORTH - shift, SIZE, i == 2 ? "-20" : "");
      files.put(i + "", file.toUri().toString());
    }
    List<Pixel> pixels = Pixel.of(files, ANY);
    assertThat(pixels).hasSize(4 * WIDTH * HEIGHT);
    for (Pixel pixel : pixels) {
      int x = pixel.column();
      int y = pixel.row();
      boolean isNoData = pixel.file().equals("2") && x == 7 && y == 5;
      assertThat(pixel.value()).isEqualTo((Double) (isNoData ? Double.NaN : values()[y][x]));
      assertThat(pixel.lon()).isCloseTo(WEST + (x + 0.5) * SIZE, within(1e-12));
      assertThat(pixel.lat()).isCloseTo(NORTH - (y + 0.5) * SIZE, within(1e-12));
    }
    Pixel first = pixels.stream().filter(p -> p.row() == 0).findFirst().orElseThrow();
    assertThat(first.areaKm2())
        .isCloseTo(EqualArea.cell(0, NORTH - SIZE, SIZE, NORTH), Percentage.withPercentage(1e-7));
  }

  @Test
  void bytesAreUnsigned() {
    Path file = folder.resolve("byte.tif");
    double[][] values = {{0, 200}, {255, 7}};
    new TestTiff(DataBuffer.TYPE_BYTE, "Deflate", 0, 1).write(file, values, 0, 1, 0.5, "255");
    assertThat(Pixel.values(file, ANY)).containsExactly(0.0, 200.0, Double.NaN, 7.0);
  }

  @Test
  void whatCannotBePlacedIsRefusedByName() throws java.io.IOException {
    double[][] values = {{1, 2}, {3, 4}};
    int type = DataBuffer.TYPE_FLOAT;
    Path projected =
        new TestTiff(type, "", 0, 1, 1, false)
            .write(folder.resolve("p.tif"), values, 0, 1, 0.5, "");
    Path turned =
        new TestTiff(type, "", 0, 1, 2, true).write(folder.resolve("t.tif"), values, 0, 1, 0.5, "");
    Path metres =
        new TestTiff(type, "", 0, 1).write(folder.resolve("m.tif"), values, 5e5, 4e6, 30, "");
    Path text = Files.writeString(folder.resolve("x.tif"), "no image", StandardCharsets.UTF_8);
    Path cut = folder.resolve("cut.tif");
    GeoTiffWriter.write(cut, values, 0, 1, 0.5, 0.5, Double.NaN);
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 60));
    Map<Path, String> said =
        Map.of(
            projected, "is projected",
            turned, "rotated",
            metres, "no degrees",
            text, "is no TIFF",
            cut, "cut.tif");
    said.forEach(
        (file, what) ->
            assertThatThrownBy(() -> Pixel.values(file, ANY))
                .isInstanceOf(RenxingException.class)
                .hasMessageContainingAll(file.getFileName().toString(), what, "EPSG:4326"));
  }
}
