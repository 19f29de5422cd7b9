package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentrographyTest {
  private static final double[] X = {1, 2, 3, 4, 1, 2, 3, 4};

  private static double[] ones(int n) {
    double[] out = new double[n];
    Arrays.fill(out, 1);
    return out;
  }

  /** R's aspace, and the points of Ebdon (1985). */
  @ParameterizedTest
  @ValueSource(strings = {"centrography_aspace", "centrography_ebdon"})
  void published(String name) throws IOException {
    SpatialCase points = new SpatialCase(name);
    Places places = Places.plane(points.column("x"), points.column("y"));
    for (String kind : new String[] {"unweighted", "weighted"}) {
      double[] w = kind.equals("weighted") ? points.column("weight") : ones(places.size());
      Centrography plain = Centrography.of(places, w, Centrography.Form.PLAIN);
      Centrography corrected = Centrography.of(places, w, Centrography.Form.CRIMESTAT);
      points.check("mean_center_x", 1, key -> key.equals(kind) ? plain.x() : Double.NaN);
      points.check("mean_center_y", 1, key -> key.equals(kind) ? plain.y() : Double.NaN);
      points.check(
          "sde_angle_major_clockwise_from_north",
          1,
          key -> key.equals(kind) ? corrected.angle() : Double.NaN);
      points.check(
          "standard_distance", 1, key -> key.equals(kind + ":n") ? plain.standardDistance() : no());
      points.check(
          "standard_distance",
          1,
          key -> key.equals(kind + ":n-2") ? corrected.standardDistance() : no());
      for (Centrography.Form form : Centrography.Form.values()) {
        Centrography found = Centrography.of(places, w, form);
        String is = kind + ":" + form.name().toLowerCase(Locale.ROOT);
        points.check("sde_axis_major", 1, key -> key.equals(is) ? found.major() : no());
        points.check("sde_axis_minor", 1, key -> key.equals(is) ? found.minor() : no());
        points.check("sde_area", 1, key -> key.equals(is) ? found.area() : no());
        points.check("sde_eccentricity", 1, key -> key.equals(is) ? found.eccentricity() : no());
      }
    }
  }

  private static double no() {
    return Double.NaN;
  }

  /** The eight points of Ebdon (1985), as pysal's pointpats prints their centres. */
  @Test
  void ebdon() {
    Places eight =
        Places.plane(new double[] {1, 2, 2, 2, 3, 3, 3, 4}, new double[] {2, 3, 2, 1, 4, 3, 1, 4});
    Centrography plain = Centrography.of(eight, ones(8), Centrography.Form.PLAIN);
    assertThat(plain.x()).isEqualTo(2.5);
    assertThat(plain.standardDistance()).isCloseTo(1.4142135623730951, within(1e-12));
    assertThat(plain.angle()).isCloseTo(31.71747441146101, within(1e-9));
    assertThat(plain.major()).isCloseTo(1.2486060204784166, within(1e-12));
    double[] w = {1, 2, 1, 2, 1, 2, 1, 2};
    Centrography crimestat = Centrography.of(eight, w, Centrography.Form.CRIMESTAT);
    assertThat(crimestat.x()).isCloseTo(2.5833333, within(1e-7));
    assertThat(crimestat.major()).isCloseTo(1.9726082134468077, within(1e-12));
    assertThat(crimestat.standardDistance()).isCloseTo(1.5438048235879216, within(1e-12));
  }

  /** The example of docs/methods/space.md: a line to the north-east. */
  @Test
  void byHand() {
    Places line = Places.plane(new double[] {0, 1, 2}, new double[] {0, 1, 2});
    Centrography found = Centrography.of(line, ones(3), Centrography.Form.PLAIN);
    assertThat(found.x()).isEqualTo(1);
    assertThat(found.angle()).isCloseTo(45, within(1e-12));
    assertThat(found.major()).isCloseTo(Math.sqrt(4 / 3.0), within(1e-12));
    assertThat(found.minor()).isZero();
    assertThat(found.standardDistance()).isCloseTo(Math.sqrt(4 / 3.0), within(1e-12));
    Places west = Places.plane(new double[] {0, 1, 2}, new double[] {2, 1, 0});
    assertThat(Centrography.of(west, ones(3), Centrography.Form.ARCGIS).angle())
        .isCloseTo(135, within(1e-12));
    Places east = Places.plane(new double[] {0, 1, 3}, new double[3]);
    assertThat(Centrography.of(east, ones(3), Centrography.Form.ARCGIS).angle()).isEqualTo(90);
    Places north = Places.plane(new double[3], new double[] {0, 1, 3});
    assertThat(Centrography.of(north, ones(3), Centrography.Form.ARCGIS).angle()).isZero();
  }

  @Test
  void reasons() {
    Places places = Places.plane(new double[] {0, 1, Double.NaN}, new double[] {0, 1, 1});
    double[] w = {1, 0, 5};
    assertThat(Centrography.of(places, new double[3], Centrography.Form.PLAIN).reason())
        .isEqualTo("NO_POINTS");
    Centrography one = Centrography.of(places, w, Centrography.Form.PLAIN);
    assertThat(one.n()).isEqualTo(1);
    assertThat(one.major()).isZero();
    assertThat(one.angle()).isNaN();
    Centrography few = Centrography.of(places, w, Centrography.Form.CRIMESTAT);
    assertThat(few.reason()).isEqualTo("TOO_FEW_POINTS");
    assertThat(few.x()).isZero();
    Places square = Places.plane(new double[] {0, 1, 0, 1}, new double[] {0, 0, 1, 1});
    assertThat(Centrography.of(square, ones(4), Centrography.Form.PLAIN).angle()).isNaN();
  }

  /** A degree of latitude is 111.195 km, one of longitude at 60° half as much. */
  @Test
  void onTheGlobe() {
    Places globe = Places.globe(new double[] {10, 12, 10}, new double[] {60, 60, 61});
    assertThat(globe.between(0, 2)).isCloseTo(111.195, within(1e-3));
    assertThat(globe.between(0, 1)).isCloseTo(111.19, within(0.02));
    double[] w = {1, 1, 0};
    Centrography found = Centrography.of(globe, w, Centrography.Form.PLAIN);
    assertThat(found.angle()).isCloseTo(90, within(1e-9));
    assertThat(found.major()).isCloseTo(111.195 / 2, within(1e-3));
    double[] later = {0, 0, 1};
    Centrography moved = Centrography.of(globe, later, Centrography.Form.PLAIN);
    assertThat(moved.shiftFrom(found, globe)).isCloseTo(124.3, within(0.5));
  }

  /** A turn of all points turns the ellipse, and nothing else. */
  @Property(tries = 50)
  void turn(@ForAll int seed, @ForAll @DoubleRange(min = 1, max = 179) double degrees) {
    Random random = new Random(seed);
    double[] x = random.doubles(X.length, 0, 3).toArray();
    double[] y = random.doubles(X.length, 0, 1).toArray();
    double[] turnedX = new double[X.length];
    double[] turnedY = new double[X.length];
    double t = Math.toRadians(degrees);
    for (int i = 0; i < X.length; i++) {
      turnedX[i] = x[i] * Math.cos(t) + y[i] * Math.sin(t);
      turnedY[i] = -x[i] * Math.sin(t) + y[i] * Math.cos(t);
    }
    Centrography a = Centrography.of(Places.plane(x, y), X, Centrography.Form.CRIMESTAT);
    Centrography b =
        Centrography.of(Places.plane(turnedX, turnedY), X, Centrography.Form.CRIMESTAT);
    assertThat(b.major()).isCloseTo(a.major(), within(1e-9));
    assertThat(b.minor()).isCloseTo(a.minor(), within(1e-9));
    double turn = (b.angle() - a.angle() - degrees + 720) % 180;
    assertThat(Math.min(turn, 180 - turn)).isCloseTo(0, within(1e-5));
  }

  /** A weight of 2 is two points in the same place, but for the divisor of CrimeStat. */
  @Property(tries = 30)
  void weightsAreCounts(@ForAll int seed, @ForAll @IntRange(min = 1, max = 5) int times) {
    Random random = new Random(seed);
    double[] x = random.doubles(4).toArray();
    double[] y = random.doubles(4).toArray();
    double[] w = {times, 1, 1, 1};
    double[] moreX = new double[3 + times];
    double[] moreY = new double[3 + times];
    for (int i = 0; i < moreX.length; i++) {
      moreX[i] = x[Math.min(3, Math.max(0, i - times + 1))];
      moreY[i] = y[Math.min(3, Math.max(0, i - times + 1))];
    }
    Centrography a = Centrography.of(Places.plane(x, y), w, Centrography.Form.ARCGIS);
    Centrography b =
        Centrography.of(Places.plane(moreX, moreY), ones(3 + times), Centrography.Form.ARCGIS);
    assertThat(a.major()).isCloseTo(b.major(), within(1e-9));
    assertThat(a.x()).isCloseTo(b.x(), within(1e-12));
  }
}
