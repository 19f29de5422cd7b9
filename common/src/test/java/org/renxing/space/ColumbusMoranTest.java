package org.renxing.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.renxing.testing.SharedCases;

/** Crime in 49 districts of Columbus (Anselin 1988), as R's spdep prints it. */
class ColumbusMoranTest {
  private static final String CASE = "cases/stats/spatial_autocorrelation_columbus/";

  private static List<Map<String, String>> rows(String file) throws IOException {
    return SharedCases.rows(SharedCases.file(CASE + file));
  }

  @Test
  void globalAndLocal() throws IOException {
    Map<String, Integer> places = new TreeMap<>();
    List<Map<String, String>> data = rows("data.csv");
    data.forEach(row -> places.put(row.get("id"), places.size()));
    Map<Integer, TreeSet<Integer>> pairs = new TreeMap<>();
    for (Map<String, String> row : rows("weights.csv")) {
      pairs
          .computeIfAbsent(places.get(row.get("id")), key -> new TreeSet<>())
          .add(places.get(row.get("neighbour")));
    }
    int[][] neighbours = new int[data.size()][];
    pairs.forEach((i, of) -> neighbours[i] = of.stream().mapToInt(Integer::intValue).toArray());
    SpatialWeights lattice = SpatialWeights.of(neighbours);
    double[] z =
        LatticeWeights.deviations(
            data.stream().mapToDouble(row -> Double.parseDouble(row.get("CRIME"))).toArray());
    PermutationSampler chance = new PermutationSampler(20250101, "columbus", 999);
    GlobalMoran moran = GlobalMoran.of(lattice, new double[][] {z}, chance).get(0);
    assertThat(lattice.size()).isEqualTo(49);
    assertThat(moran.value()).isCloseTo(0.510951264, within(6e-10));
    assertThat(moran.expected()).isCloseTo(-0.020833333, within(6e-10));
    assertThat(moran.sd() * moran.sd()).isCloseTo(0.008908762, within(6e-10));
    assertThat(moran.z()).isCloseTo(5.6341, within(6e-5));
    // spdep's is one-sided
    assertThat(moran.pNormal()).isCloseTo(2 * 8.797e-09, within(1.2e-12));
    // no arrangement comes near
    assertThat(moran.pValue()).isEqualTo(0.001);
    LocalMoran local = new LocalMoran(lattice, chance);
    assertThat(Arrays.stream(local.values(z)).average().orElseThrow())
        .isCloseTo(moran.value(), within(1e-12));
    // by chance 2.5 of 49 in either tail, and crime is far from that
    long significant = Arrays.stream(local.pValues(z)).filter(p -> p <= 0.05).count();
    long strict =
        Arrays.stream(local.pValues(z)).filter(p -> PermutationSampler.twoSided(p) <= 0.05).count();
    assertThat(strict).isBetween(6L, significant - 1);
  }
}
