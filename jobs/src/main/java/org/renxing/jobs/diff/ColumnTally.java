package org.renxing.jobs.diff;

import java.util.Optional;
import java.util.function.Supplier;

/** Counts the differences of one column. */
final class ColumnTally {
  private final String name;
  private final double tolerance;
  private long changed;
  private Optional<TableDiff.Largest> largest = Optional.empty();

  /**
   * A count.
   *
   * @param tolerance the largest relative difference that counts as equal; below 0 for none
   */
  ColumnTally(String name, double tolerance) {
    this.name = name;
    this.tolerance = tolerance;
  }

  /**
   * Compares two values, as {@link #relative} and the tolerance have it; what is no number is equal
   * or not.
   *
   * @return whether they differ
   */
  boolean differs(HeldColumn a, int rowA, HeldColumn b, int rowB, Supplier<RowKey> key) {
    if (a.order(rowA, b, rowB) == 0) {
      return false;
    }
    double relative = relative(a.number(rowA), b.number(rowB));
    if (relative > 0 && isLargest(relative, key)) {
      largest =
          Optional.of(new TableDiff.Largest(relative, key.get(), a.value(rowA), b.value(rowB)));
    }
    if (relative <= tolerance) {
      return false;
    }
    changed++;
    return true;
  }

  private boolean isLargest(double relative, Supplier<RowKey> key) {
    double before = largest.map(TableDiff.Largest::relativeDifference).orElse(0.0);
    return relative > before
        || (relative == before && key.get().compareTo(largest.orElseThrow().key()) < 0);
  }

  /**
   * The relative difference |a - b| / max(|a|, |b|) of two numbers that are not equal; NaN where
   * one is not finite.
   */
  static double relative(double a, double b) {
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      return Double.NaN;
    }
    double larger = Math.max(Math.abs(a), Math.abs(b));
    double difference = Math.abs(a - b);
    return Double.isFinite(difference)
        ? difference / larger
        : Math.abs(a / larger - b / larger); // the difference overflows
  }

  /** What was counted; empty where there are no differences at all. */
  Optional<TableDiff.ColumnDiff> result() {
    return changed == 0 && largest.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableDiff.ColumnDiff(name, changed, largest));
  }
}
