package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GetisOrdTest {
  private static WeightMatrix grid(double[] x, double[] y, double distance) {
    int[][] out = new int[x.length][];
    for (int i = 0; i < x.length; i++) {
      int unit = i;
      out[i] =
          IntStream.range(0, x.length)
              .filter(j -> j != unit && Math.hypot(x[j] - x[unit], y[j] - y[unit]) <= distance)
              .toArray();
    }
    return WeightMatrix.binary(out);
  }

  /** Getis and Ord 1996, table 1: the pixels of a satellite's image, as spdep prints them. */
  @Test
  void remoteSensingGrid() throws IOException {
    SpatialCase grid = new SpatialCase("getis_ord_grid_1996");
    double[] value = grid.column("val");
    for (int d = 30; d <= 150; d += 30) {
      WeightMatrix w = grid(grid.column("x"), grid.column("y"), d);
      String end = ":" + d;
      List<LocalStatistic> gi = GetisOrd.local(w, value);
      List<LocalStatistic> star = GetisOrd.localWithSelf(w, value);
      LocalStatistic all = GetisOrd.general(w, value);
      grid.check("Gi_z", 1, key -> key.endsWith(end) ? z(gi, key) : Double.NaN);
      grid.check("Gistar_z", 1, key -> key.endsWith(end) ? z(star, key) : Double.NaN);
      String only = Integer.toString(d);
      grid.check("global_G", 1, key -> key.equals(only) ? all.value() : Double.NaN);
      grid.check("global_G_z", 1, key -> key.equals(only) ? all.z() : Double.NaN);
    }
  }

  private static double z(List<LocalStatistic> all, String key) {
    return all.get(Integer.parseInt(key.substring(0, key.indexOf(':'))) - 1).z();
  }

  @Test
  void columbus() throws IOException {
    SpatialCase columbus = new SpatialCase("spatial_autocorrelation_columbus");
    LocalStatistic g = GetisOrd.general(columbus.binary(), columbus.column("CRIME"));
    columbus.check("global_G", 1, key -> g.value());
    columbus.check("global_G_z", 1, key -> g.z());
  }

  @Test
  void africa() throws IOException {
    SpatialCase africa = new SpatialCase("local_moran_africa");
    double[] totcon = africa.column("totcon");
    List<String> units = africa.units();
    List<LocalStatistic> gi = GetisOrd.local(africa.binary(), totcon);
    List<LocalStatistic> star = GetisOrd.localWithSelf(africa.binary(), totcon);
    LocalStatistic g = GetisOrd.general(africa.binary(), totcon);
    africa.check("Gi_z", 42, key -> gi.get(units.indexOf(key)).z());
    africa.check("Gistar_z", 42, key -> star.get(units.indexOf(key)).z());
    africa.check("global_G", 1, key -> g.value());
    africa.check("global_G_z", 1, key -> g.z());
    // a row of equal weights has the same z whatever its sum
    List<LocalStatistic> scaled = GetisOrd.localWithSelf(africa.weights(), totcon);
    africa.check("Gistar_z", 42, key -> scaled.get(units.indexOf(key)).z());
  }

  /** The moments of G over all 120 arrangements of five values, by hand of the computer. */
  @Test
  void momentsOfAllArrangements() {
    double[] x = {1, 2, 4, 7, 11};
    WeightMatrix w =
        WeightMatrix.of(
            5,
            new int[] {0, 1, 1, 2, 3, 4, 0},
            new int[] {1, 0, 2, 3, 4, 2, 4},
            new double[] {1, 1, .5, 2, 1, 1, .25});
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int[] order : orders(5)) {
      double g = GetisOrd.general(w, Arrays.stream(order).mapToDouble(i -> x[i]).toArray()).value();
      sum += g;
      squares += g * g;
      count++;
    }
    double mean = sum / count;
    double sd = Math.sqrt(squares / count - mean * mean);
    LocalStatistic g = GetisOrd.general(w, x);
    assertThat(count).isEqualTo(120);
    assertThat(g.z()).isCloseTo((g.value() - mean) / sd, within(1e-9));
  }

  /** The same for the local statistics: the others stand at random around a unit. */
  @Test
  void localMomentsOfAllArrangements() {
    double[] x = {3, 1, 4, 1.5, 9};
    WeightMatrix w =
        WeightMatrix.of(5, new int[] {0, 0, 0}, new int[] {1, 2, 4}, new double[] {1, .5, 2});
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int[] order : orders(5)) {
      if (order[0] == 0) {
        double[] arranged = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double lag = w.lag(0, arranged);
        sum += lag;
        squares += lag * lag;
        count++;
      }
    }
    double mean = sum / count;
    double sd = Math.sqrt(squares / count - mean * mean);
    LocalStatistic gi = GetisOrd.local(w, x).get(0);
    assertThat(gi.value()).isCloseTo(w.lag(0, x) / 15.5, within(1e-12));
    assertThat(gi.z()).isCloseTo((w.lag(0, x) - mean) / sd, within(1e-9));
  }

  private static List<int[]> orders(int n) {
    if (n == 0) {
      return List.of(new int[0]);
    }
    return orders(n - 1).stream()
        .flatMap(
            rest ->
                IntStream.range(0, n)
                    .mapToObj(
                        at ->
                            IntStream.range(0, n)
                                .map(i -> i == at ? n - 1 : rest[i < at ? i : i - 1])
                                .toArray()))
        .toList();
  }

  @Test
  void reasons() {
    WeightMatrix w = WeightMatrix.binary(new int[][] {{1}, {0, 2, 3, 4}, {}, {1}, {1}});
    double[] x = {1, 2, 3, 4, 6};
    assertThat(GetisOrd.local(w, x))
        .extracting(LocalStatistic::reason)
        .containsExactly("", "ALL_ARE_NEIGHBOURS", "NO_NEIGHBOURS", "", "");
    assertThat(GetisOrd.localWithSelf(w, x).get(2).z()).isNaN();
    assertThat(GetisOrd.localWithSelf(w, x).get(2).pValue()).isNaN();
    double[] same = {2, 2, 2, 2, 2};
    assertThat(GetisOrd.localWithSelf(w, same).get(0).reason()).isEqualTo("CONSTANT");
    assertThat(GetisOrd.general(w, same).reason()).isEqualTo("CONSTANT");
    assertThat(GetisOrd.general(WeightMatrix.binary(new int[5][0]), x).reason())
        .isEqualTo("NO_NEIGHBOURS");
    WeightMatrix three = WeightMatrix.binary(new int[][] {{1}, {0}, {1}});
    assertThat(GetisOrd.general(three, new double[] {1, 2, 3}).reason())
        .isEqualTo("FEWER_THAN_4_UNITS");
    // all others alike but the unit itself
    assertThat(GetisOrd.local(w, new double[] {5, 1, 1, 1, 1}).get(0).reason())
        .isEqualTo("CONSTANT");
  }

  /** Order of rows, unit of measure and origin do not matter to z. */
  @Property(tries = 50)
  void orderScaleAndOrigin(@ForAll @IntRange(min = 5, max = 30) int n, @ForAll int seed) {
    Random random = new Random(seed);
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      int unit = i;
      neighbours[i] =
          IntStream.range(0, n).filter(j -> j != unit && random.nextInt(4) == 0).toArray();
    }
    WeightMatrix w = WeightMatrix.binary(neighbours);
    double[] x = random.doubles(n, 0, 10).toArray();
    int[] turned = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    double[] moved = Arrays.stream(x).map(v -> 3 * v + 100).toArray();
    List<LocalStatistic> a = GetisOrd.localWithSelf(w, x);
    List<LocalStatistic> b =
        GetisOrd.localWithSelf(
            w.among(turned), Arrays.stream(turned).mapToDouble(i -> moved[i]).toArray());
    for (int i = 0; i < n; i++) {
      assertThat(a.get(i).reason()).isEqualTo(b.get(n - 1 - i).reason());
      if (a.get(i).reason().isEmpty()) {
        assertThat(a.get(i).z()).isCloseTo(b.get(n - 1 - i).z(), within(1e-8));
      }
    }
  }
}
