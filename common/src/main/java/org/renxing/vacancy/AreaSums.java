package org.renxing.vacancy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.renxing.model.OccupancySignal;
import org.renxing.numerics.ExactSums;
import org.renxing.records.Accumulator;

/** The sums of areas by use, zone, unit, year and pattern of signals. */
final class AreaSums implements Accumulator<OccupiedArea, AreaSums> {
  private static final long serialVersionUID = 1L;
  private static final int K = OccupancySignal.COUNT;
  private final TreeMap<Key, Sums> sums = new TreeMap<>();

  /** Areas of one kind. */
  private record Key(String unit, int year, String use, String zone, int pattern)
      implements Serializable, Comparable<Key> {
    private static final long serialVersionUID = 1L;
    private static final java.util.Comparator<Key> ORDER =
        java.util.Comparator.comparing(Key::unit)
            .thenComparing(Key::year)
            .thenComparing(Key::use)
            .thenComparing(Key::zone)
            .thenComparing(Key::pattern);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** Their sums: signals, then the count. */
  private static final class Sums implements Serializable {
    private static final long serialVersionUID = 1L;
    private final ExactSums occupied = ExactSums.wide(K + 1);
    private long areas;
    private long units;
    private double unitsSquared;

    private void add(OccupiedArea area) {
      areas++;
      units += area.units();
      unitsSquared += (double) area.units() * area.units();
      for (int k = 0; k < K; k++) {
        add(k, area.signals().get(k));
      }
      add(K, area.counted());
    }

    private void add(int place, double occupiedUnits) {
      if (!Double.isNaN(occupiedUnits)) {
        occupied.add(place, occupiedUnits);
      }
    }

    private void merge(Sums other) {
      areas += other.areas;
      units += other.units;
      unitsSquared += other.unitsSquared;
      occupied.merge(other.occupied);
    }

    private PatternSum sum(int pattern) {
      double[] signals = new double[K];
      for (int k = 0; k < K; k++) {
        signals[k] = occupied.total(k);
      }
      return new PatternSum(
          pattern, areas, units, unitsSquared, occupied.total(K), new PerSignal(signals));
    }
  }

  @Override
  public void add(OccupiedArea area) {
    if (area.isOfUse()) {
      Key key = new Key(area.unit(), area.year(), area.use(), area.zone(), area.pattern());
      sums.computeIfAbsent(key, k -> new Sums()).add(area);
    }
  }

  @Override
  public void merge(AreaSums other) {
    other.sums.forEach((key, sum) -> sums.computeIfAbsent(key, k -> new Sums()).merge(sum));
  }

  List<AreaSum> list() {
    List<AreaSum> out = new ArrayList<>();
    sums.forEach(
        (k, sum) ->
            out.add(new AreaSum(k.use(), k.zone(), k.unit(), k.year(), sum.sum(k.pattern()))));
    return out;
  }
}
