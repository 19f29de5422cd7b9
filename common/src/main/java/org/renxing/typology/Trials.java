package org.renxing.typology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.cluster.GapStatistic;
import org.renxing.cluster.Points;
import org.renxing.cluster.Silhouette;
import org.renxing.model.Typology;

/** Types for each number that was asked for, and the number that a criterion chooses. */
final class Trials {
  /** References and starts of the gap statistic. */
  private static final int REFERENCES = 50;

  private static final int STARTS = 5;

  private final Sample sample;
  private final Typology typology;
  private final double[][] rows;
  private final Map<Integer, Clusters> found = new TreeMap<>();
  private final Map<Integer, Silhouette> silhouettes = new TreeMap<>();
  private final Map<Integer, GapStatistic> gaps = new TreeMap<>();

  Trials(Typology typology, Sample sample) {
    this.sample = sample;
    this.typology = typology;
    this.rows = sample.scaled();
    for (int k : typology.k().numbers()) {
      Clusters.of(typology, rows, k).ifPresent(clusters -> found.put(k, clusters));
    }
    found.forEach((k, one) -> silhouettes.put(k, Silhouette.of(rows, one.partition())));
    if (typology.criterion() == Typology.Criterion.GAP && !typology.k().isFixed()) {
      int most = Math.min(typology.k().most(), new Points(rows).distinct());
      if (most >= typology.k().least()) {
        GapStatistic.Options options =
            new GapStatistic.Options(REFERENCES, true, STARTS, typology.seed());
        GapStatistic.of(rows, most, options).stream()
            .filter(gap -> found.containsKey(gap.k()))
            .forEach(gap -> gaps.put(gap.k(), gap));
      }
    }
  }

  /** The number of types that is chosen; empty where there are none of any number. */
  Optional<Integer> chosen() {
    if (typology.k().isFixed()) {
      return found.keySet().stream().findFirst();
    }
    return switch (typology.criterion()) {
      case SILHOUETTE -> largest(silhouettes, 1);
      case BIC -> smallestBic();
      case GAP -> gap();
    };
  }

  private static Optional<Integer> largest(Map<Integer, Silhouette> silhouettes, int above) {
    Optional<Integer> best = Optional.empty();
    for (int k : silhouettes.keySet()) {
      boolean isBetter =
          best.isEmpty() || silhouettes.get(k).mean() > silhouettes.get(best.get()).mean();
      best = k > above && isBetter ? Optional.of(k) : best;
    }
    return best;
  }

  private Optional<Integer> smallestBic() {
    Optional<Integer> best = Optional.empty();
    for (int k : found.keySet()) {
      boolean isBetter = best.isEmpty() || found.get(k).bic() < found.get(best.get()).bic();
      best = isBetter ? Optional.of(k) : best;
    }
    return best;
  }

  private Optional<Integer> gap() {
    List<GapStatistic> known =
        gaps.values().stream().filter(gap -> !Double.isNaN(gap.gap())).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(GapStatistic.best(known));
  }

  Clusters clusters(int k) {
    return found.get(k);
  }

  /** What was tried. */
  List<Types.Trial> rows() {
    List<Types.Trial> out = new ArrayList<>();
    Optional<Integer> chosen = chosen();
    for (int k : typology.k().numbers()) {
      Optional<Clusters> one = Optional.ofNullable(found.get(k));
      Optional<Silhouette> silhouette = Optional.ofNullable(silhouettes.get(k));
      Optional<GapStatistic> gap = Optional.ofNullable(gaps.get(k));
      out.add(
          new Types.Trial(
              sample.years(),
              k,
              sample.rows().size(),
              sample.leftOut(),
              one.map(c -> c.partition().within()).orElse(Double.NaN),
              silhouette.map(Silhouette::mean).orElse(Double.NaN),
              silhouette.map(Silhouette::isExact).orElse(true),
              one.map(Clusters::bic).orElse(Double.NaN),
              gap.map(GapStatistic::gap).orElse(Double.NaN),
              gap.map(GapStatistic::error).orElse(Double.NaN),
              chosen.isPresent() && chosen.get() == k,
              one.isPresent() ? "" : Clusters.reason(rows, k)));
    }
    return out;
  }
}
