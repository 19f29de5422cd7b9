package org.renxing.typology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.renxing.cluster.AdjustedRand;
import org.renxing.model.Typology;

/**
 * How stable types are: they are made again of units drawn with replacement, each with all its
 * years, and all rows are given to them; the adjusted Rand index says how far that agrees.
 */
final class Resamples {
  private Resamples() {}

  static Types.Stability of(Typology typology, Sample sample, int k, int[] types) {
    double[][] rows = sample.scaled();
    List<List<Integer>> units = units(sample);
    int draws = typology.resamples();
    double[] found = new double[draws];
    int n = 0;
    for (int b = 0; b < draws && units.size() > 1; b++) {
      double[][] drawn = drawn(rows, units, typology.seed(), b);
      Optional<Clusters> again = Clusters.of(typology, drawn, k);
      if (again.isPresent()) {
        found[n++] = AdjustedRand.of(types, again.get().assign(rows));
      }
    }
    double[] known = Arrays.copyOf(found, n);
    double mean = n == 0 ? Double.NaN : Arrays.stream(known).sum() / n;
    double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
    String reason = n > 0 ? "" : units.size() > 1 ? "EACH_DRAW_FAILED" : "ONE_UNIT";
    return new Types.Stability(
        sample.years(),
        k,
        units.size(),
        rows.length,
        draws,
        draws - n,
        mean,
        Arrays.stream(known).min().orElse(Double.NaN),
        n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN,
        reason);
  }

  /** Places of the rows of each unit. */
  private static List<List<Integer>> units(Sample sample) {
    Map<String, List<Integer>> out = new TreeMap<>();
    for (int i = 0; i < sample.rows().size(); i++) {
      out.computeIfAbsent(sample.rows().get(i).unitId(), id -> new ArrayList<>()).add(i);
    }
    return List.copyOf(out.values());
  }

  private static double[][] drawn(double[][] rows, List<List<Integer>> units, long seed, int b) {
    RandomGenerator random =
        new MersenneTwister(new int[] {(int) (seed >>> 32), (int) seed, units.size(), b, 23});
    List<double[]> out = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      units.get(random.nextInt(units.size())).forEach(i -> out.add(rows[i]));
    }
    return out.toArray(double[][]::new);
  }
}
