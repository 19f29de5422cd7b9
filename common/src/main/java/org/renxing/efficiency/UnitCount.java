package org.renxing.efficiency;

import org.renxing.records.Accumulator;

/** How many units and years there are. */
final class UnitCount implements Accumulator<UnitYear, UnitCount> {
  private static final long serialVersionUID = 1L;
  private long n;

  @Override
  public void add(UnitYear unit) {
    n++;
  }

  @Override
  public void merge(UnitCount other) {
    n += other.n;
  }

  long n() {
    return n;
  }
}
