package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.geo.GeometryDefect.Finding;
import org.renxing.model.Crs;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.GeometryForm.Shape;

/** Cells that nest geometries a million deep, or lie about their length, are defects. */
class DeepGeometryTest {
  private static final int DEEP = 1_000_000;

  private static GeometryReading reading(Encoding encoding) {
    return new GeometryReading(
        new GeometryForm(encoding, Shape.AREA, Crs.WGS84, new Extent(73, 17, 136, 54)));
  }

  private static void assertDefect(Finding found) {
    assertThat(found.geometry()).isEmpty();
    assertThat(found.defect()).isEqualTo(Optional.of(GeometryDefect.BAD_GEOMETRY));
    assertThat(found.what()).isNotBlank().hasSizeLessThan(300);
  }

  @Test
  void deepTexts() {
    assertDefect(reading(Encoding.WKT).read("GEOMETRYCOLLECTION(".repeat(DEEP)));
    assertDefect(
        reading(Encoding.WKT)
            .read("GEOMETRYCOLLECTION(".repeat(DEEP) + "POINT(1 1)" + ")".repeat(DEEP)));
    assertDefect(reading(Encoding.WKT).read("POLYGON" + "(".repeat(DEEP)));
    assertDefect(
        reading(Encoding.GEOJSON)
            .read("{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(DEEP)));
    assertDefect(
        reading(Encoding.GEOJSON)
            .read("{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(DEEP)));
  }

  @Test
  void deepBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(9 * DEEP);
    for (int i = 0; i < DEEP; i++) {
      bytes.put((byte) 0).putInt(7).putInt(1);
    }
    assertDefect(reading(Encoding.WKB).read(bytes.array()));
  }

  @Test
  void bytesThatPromiseMoreThanTheyHold() {
    for (int type : new int[] {2, 3, 4, 5, 6, 7}) {
      for (int count : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 100_000_000}) {
        byte[] bytes = ByteBuffer.allocate(9).put((byte) 0).putInt(type).putInt(count).array();
        assertDefect(reading(Encoding.WKB).read(bytes));
      }
    }
  }
}
