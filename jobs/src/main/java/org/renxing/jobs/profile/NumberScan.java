package org.renxing.jobs.profile;

import org.renxing.cell.DecimalMark;

/** What the texts of a column are as numbers, if one mark stands before their decimals. */
final class NumberScan {
  private final DecimalMark mark;
  private long numbers;
  private long grouped;
  private long decimals;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  NumberScan(DecimalMark mark) {
    this.mark = mark;
  }

  /** Sees a text; true where it is a figure, a percentage included. */
  boolean see(String text) {
    double number = mark.value(text);
    double value = Double.isNaN(number) ? mark.percentage(text).orElse(Double.NaN) : number;
    if (Double.isNaN(value)) {
      return false;
    }
    numbers++;
    grouped += mark.isGrouped(text) ? 1 : 0;
    decimals += mark.isProof(text) ? 1 : 0;
    least = Math.min(least, value);
    most = Math.max(most, value);
    return true;
  }

  long numbers() {
    return numbers;
  }

  /** Of them those that have nothing but groups of three digits. */
  long grouped() {
    return grouped;
  }

  /** Of them those in which the mark stands before decimals beyond doubt. */
  long decimals() {
    return decimals;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }
}
