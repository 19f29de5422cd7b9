package org.renxing.typology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.cluster.Silhouette;
import org.renxing.model.Typology;

/** What types are like. */
final class Profiles {
  private final Typology typology;
  private final Sample sample;
  private final int[] types;
  private final double[] silhouettes;
  private final String orderedBy;

  /**
   * Profiles.
   *
   * @param types one a row of the sample, 0 for none
   * @param silhouettes one a row of the sample, NaN for none
   */
  Profiles(Typology typology, Sample sample, int[] types, double[] silhouettes, String orderedBy) {
    this.typology = typology;
    this.sample = sample;
    this.types = types.clone();
    this.silhouettes = silhouettes.clone();
    this.orderedBy = orderedBy;
  }

  List<Types.Profile> rows() {
    List<Types.Profile> out = new ArrayList<>();
    int[] typed = places(IntStream.range(0, types.length).filter(i -> types[i] > 0));
    double[][] scaled = sample.scaled();
    for (int type : Arrays.stream(types).filter(t -> t > 0).distinct().sorted().toArray()) {
      int[] members = places(Arrays.stream(typed).filter(i -> types[i] == type));
      Observation medoid = sample.rows().get(medoid(scaled, members));
      double silhouette = Arrays.stream(members).mapToDouble(i -> silhouettes[i]).sum();
      for (int j = 0; j < typology.features().size(); j++) {
        double[] values = sample.values(j);
        double mean = mean(values, members);
        double spread = sd(values, typed);
        boolean isConstant = sample.isConstant(j) || !(spread > 0);
        out.add(
            new Types.Profile(
                sample.years(),
                type,
                typology.typeName(type),
                typology.features().get(j),
                members.length,
                members.length / (double) typed.length,
                mean,
                sd(values, members),
                isConstant ? Double.NaN : (mean - mean(values, typed)) / spread,
                silhouette / members.length,
                medoid.unitId(),
                medoid.year(),
                orderedBy,
                isConstant ? "CONSTANT" : ""));
      }
    }
    return out;
  }

  private static int[] places(IntStream stream) {
    return stream.toArray();
  }

  private static double mean(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).sum() / places.length;
  }

  private static double sd(double[] values, int[] places) {
    double mean = mean(values, places);
    double squares =
        Arrays.stream(places).mapToDouble(i -> (values[i] - mean) * (values[i] - mean)).sum();
    return places.length > 1 ? Math.sqrt(squares / (places.length - 1)) : Double.NaN;
  }

  /** The place of the member in the middle, the first of several. */
  private static int medoid(double[][] rows, int[] members) {
    double[][] to = new double[][] {centre(rows, members)};
    if (rows.length <= Silhouette.MOST_EXACT) {
      to = Arrays.stream(members).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }
    int best = members[0];
    double least = Double.POSITIVE_INFINITY;
    for (int i : members) {
      double sum = 0;
      for (double[] other : to) {
        sum += distance(rows[i], other);
      }
      if (sum < least) {
        least = sum;
        best = i;
      }
    }
    return best;
  }

  private static double[] centre(double[][] rows, int[] members) {
    double[] out = new double[rows[0].length];
    for (int j = 0; j < out.length; j++) {
      int column = j;
      out[j] = Arrays.stream(members).mapToDouble(i -> rows[i][column]).sum() / members.length;
    }
    return out;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(sum);
  }
}
