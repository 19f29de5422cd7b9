package org.renxing.dea;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * What an observation is of.
 *
 * @param id the unit
 * @param period its period, empty where there is one only
 */
public record UnitKey(String id, String period) implements Comparable<UnitKey>, Serializable {
  private static final Comparator<UnitKey> ORDER =
      Comparator.comparing(UnitKey::id).thenComparing(UnitKey::period);

  public UnitKey {
    Objects.requireNonNull(id);
    Objects.requireNonNull(period);
  }

  /** A unit without a period. */
  public static UnitKey of(String id) {
    return new UnitKey(id, "");
  }

  /** By id, then period: the order in which ties fall. */
  @Override
  public int compareTo(UnitKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return period.isEmpty() ? id : id + ", " + period;
  }
}
