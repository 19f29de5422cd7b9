package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A GeoTIFF of which the end is missing is refused by name, and never read as something else. */
class BrokenTiffTest {
  private static final int SIZE = 64;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'', 16",
    "LZW, 0",
    "LZW, 16",
    "Deflate, 0",
    "Deflate, 16",
    "PackBits, 0",
    "PackBits, 16"
  })
  void truncated(String packed, int tile) throws IOException {
    double[][] values = new double[SIZE][SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        values[y][x] = (x * 31 + y * 17) % 211;
      }
    }
    Path file = folder.resolve("night.tif");
    new TestTiff(DataBuffer.TYPE_SHORT, packed, tile, 1).write(file, values, 110, 40, 0.01, "");
    byte[] whole = Files.readAllBytes(file);
    assertThat(read(file)).isEqualTo(values[SIZE - 1][SIZE - 1]);
    for (double share : new double[] {0.99, 0.9, 0.5, 0.1, 0.01}) {
      Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));
      assertThatThrownBy(() -> read(file))
          .as("%s of the file", share)
          .isInstanceOf(RenxingException.class)
          .hasMessageContaining("night.tif")
          .extracting(e -> ((RenxingException) e).code())
          .isEqualTo(ErrorCode.SOURCE_CONTRACT);
    }
  }

  private static double read(Path file) {
    try (GeoTiff tiff = GeoTiff.open("night.tif", file.toString(), new Configuration())) {
      return tiff.rows(0, SIZE).getSampleDouble(SIZE - 1, SIZE - 1, 0);
    }
  }
}
