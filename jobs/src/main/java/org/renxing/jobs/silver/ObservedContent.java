package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.records.Accumulator;

/** How many values there are, and what tells those of each base indicator from others. */
final class ObservedContent implements Accumulator<SourceRow, ObservedContent> {
  private static final long serialVersionUID = 1L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final TreeMap<String, Sums> byIndicator = new TreeMap<>();
  private long count;

  /**
   * Sums of hashes, which do not depend on order.
   *
   * @param preferred of the values that count
   * @param every of all values, with what decides which one counts
   */
  private record Sums(long preferred, long every) implements Serializable {
    Sums plus(Sums other) {
      return new Sums(preferred + other.preferred, every + other.every);
    }
  }

  @Override
  public void add(SourceRow row) {
    long place = absorb(absorb(row.year(), row.unitId()), row.sourceId());
    for (Cell cell : row.cells()) {
      if (cell.isSound()) {
        long value = Double.doubleToLongBits(cell.value() + 0.0);
        long hash = mix(mix(place + value) + (cell.isCorrected() ? 1 : 0));
        long every = absorb(mix(hash + row.precedence()), row.vintage());
        Sums sums = new Sums(cell.isPreferred() ? hash : 0, every);
        byIndicator.merge(cell.indicator(), sums, Sums::plus);
        count++;
      }
    }
  }

  @Override
  public void merge(ObservedContent other) {
    other.byIndicator.forEach((code, sums) -> byIndicator.merge(code, sums, Sums::plus));
    count += other.count;
  }

  /** The number of values. */
  long count() {
    return count;
  }

  /** By base indicator what tells the values that count from others. */
  Map<String, String> preferred() {
    Map<String, String> out = new TreeMap<>();
    byIndicator.forEach((code, sums) -> out.put(code, Long.toString(sums.preferred())));
    return out;
  }

  /** The same of all values. */
  Map<String, String> every() {
    Map<String, String> out = new TreeMap<>();
    byIndicator.forEach((code, sums) -> out.put(code, Long.toString(sums.every())));
    return out;
  }

  private static long absorb(long state, String text) {
    long out = mix(state ^ (GOLDEN * (text.length() + 1L)));
    for (int i = 0; i < text.length(); i++) {
      out = mix(out + GOLDEN * (text.charAt(i) + 1L));
    }
    return out;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
