package org.renxing.typology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.renxing.cluster.Partition;
import org.renxing.cluster.Silhouette;
import org.renxing.model.TypeYears;
import org.renxing.model.Typology;

/** The types of a sample. */
final class Fit {
  private final Typology typology;
  private final Sample sample;
  private final int[] types;
  private final double[] distances;
  private final double[] probabilities;
  private final double[] silhouettes;
  private String orderedBy = "";
  private String reason = "";
  private List<Types.Trial> trials = List.of();
  private Optional<Types.Stability> stability = Optional.empty();

  private Fit(Typology typology, Sample sample) {
    this.typology = typology;
    this.sample = sample;
    int n = sample.rows().size();
    this.types = new int[n];
    this.distances = missing(n);
    this.probabilities = missing(n);
    this.silhouettes = missing(n);
  }

  private static double[] missing(int n) {
    double[] out = new double[n];
    Arrays.fill(out, Double.NaN);
    return out;
  }

  /**
   * The types of a sample.
   *
   * @param overall the measure of its scores
   */
  static Fit of(Typology typology, Sample sample, String overall) {
    Fit out = new Fit(typology, sample);
    if (typology.method().isRule()) {
      out.take(Rules.types(typology, sample));
    } else {
      out.find(overall);
    }
    return out;
  }

  private void find(String overall) {
    Trials tried = new Trials(typology, sample);
    trials = tried.rows();
    Optional<Integer> chosen = tried.chosen();
    if (chosen.isEmpty()) {
      String first = trials.get(0).reason();
      reason = first.isEmpty() ? "NONE_CHOSEN" : first;
      return;
    }
    boolean isScored = sample.isScored();
    orderedBy = isScored ? overall : typology.features().get(0);
    double[] figure = isScored ? sample.scores() : sample.values(0);
    double[][] rows = sample.scaled();
    Clusters clusters = tried.clusters(chosen.get()).orderedBy(rows, figure);
    Partition partition = clusters.partition();
    Silhouette silhouette = Silhouette.of(rows, partition);
    take(partition.labels());
    System.arraycopy(clusters.probabilities(rows.length), 0, probabilities, 0, rows.length);
    for (int i = 0; i < rows.length; i++) {
      distances[i] = partition.distance(rows[i], types[i]);
      silhouettes[i] = silhouette.value(i);
    }
    if (typology.resamples() > 0) {
      stability = Optional.of(Resamples.of(typology, sample, chosen.get(), types));
    }
  }

  private void take(int[] found) {
    System.arraycopy(found, 0, types, 0, types.length);
  }

  /** All rows, those that lack a feature too. */
  List<Types.Member> members() {
    List<Types.Member> out = new ArrayList<>();
    String years = sample.years();
    int next = 0;
    for (Observation row : sample.all()) {
      if (row.isComplete()) {
        int at = next++;
        String name = types[at] == 0 ? "" : typology.typeName(types[at]);
        String why = reason.isEmpty() ? Rules.reason(typology, row) : reason;
        out.add(
            new Types.Member(
                row.unitId(),
                row.year(),
                years,
                types[at],
                name,
                distances[at],
                probabilities[at],
                silhouettes[at],
                why));
      } else {
        double none = Double.NaN;
        out.add(
            new Types.Member(row.unitId(), row.year(), years, 0, "", none, none, none, "MISSING"));
      }
    }
    return out;
  }

  List<Types.Profile> profiles() {
    return new Profiles(typology, sample, types, silhouettes, orderedBy).rows();
  }

  List<Types.Trial> trials() {
    return trials;
  }

  Optional<Types.Stability> stability() {
    return stability;
  }

  /** Moves between the years of the sample; none where each year has types of its own. */
  List<Types.Move> moves(int step) {
    return typology.years().kind() == TypeYears.Kind.EACH
        ? List.of()
        : new Moves(typology, sample.rows(), types).rows(step);
  }
}
