package org.renxing.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class EqualAreaTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);

  /** Surface of WGS84, in closed form: 2πa²(1 + (1 − e²)/e · artanh e). */
  @Test
  void theWholeEllipsoidHasItsSurface() {
    double f = 1 / 298.257223563;
    double e2 = f * (2 - f);
    double e = Math.sqrt(e2);
    double artanh = Math.log((1 + e) / (1 - e)) / 2;
    double a2 = 6378.137 * 6378.137;
    double surface = 2 * Math.PI * a2 * (1 + (1 - e2) / e * artanh);
    assertThat(surface).isCloseTo(510_065_621.724, within(0.001));
    assertThat(EqualArea.cell(-180, -90, 180, 90)).isCloseTo(surface, EXACT);
  }

  /** One degree by one, against the integral of the ellipsoid's element M N cos φ (Simpson). */
  @Property(tries = 200)
  void cellsHaveTheAreaOfTheIntegral(
      @ForAll @DoubleRange(min = -89, max = 88) double south,
      @ForAll @DoubleRange(min = -180, max = 179) double west) {
    double f = 1 / 298.257223563;
    double e2 = f * (2 - f);
    int steps = 200;
    double h = Math.toRadians(1) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double phi = Math.toRadians(south) + i * h;
      double w = 1 - e2 * Math.sin(phi) * Math.sin(phi);
      double element = (1 - e2) * Math.cos(phi) / (w * w);
      sum += element * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
    }
    double area = sum * h / 3 * 6378.137 * 6378.137 * Math.toRadians(1);
    assertThat(EqualArea.cell(west, south, west + 1, south + 1)).isCloseTo(area, EXACT);
  }

  @Property(tries = 300)
  void placesComeBack(
      @ForAll @DoubleRange(min = -180, max = 180) double lon,
      @ForAll @DoubleRange(min = -89.9, max = 89.9) double lat) {
    assertThat(EqualArea.lon(EqualArea.x(lon))).isCloseTo(lon, within(1e-12));
    assertThat(EqualArea.lat(EqualArea.y(lat))).isCloseTo(lat, within(1e-10));
  }

  @Test
  void polesComeBack() {
    assertThat(EqualArea.lat(EqualArea.y(90))).isEqualTo(90);
    assertThat(EqualArea.lat(EqualArea.y(-90))).isEqualTo(-90);
    assertThat(EqualArea.lat(1e9)).isEqualTo(90);
  }
}
