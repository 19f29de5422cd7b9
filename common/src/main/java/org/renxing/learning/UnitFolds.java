package org.renxing.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Folds for cross-validation by unit: all rows of a unit lie in one fold. */
public final class UnitFolds {
  private UnitFolds() {}

  /**
   * The fold of each row. Units are put into a random order; those with the most rows come first,
   * each into the fold that has the fewest rows so far.
   *
   * @param unit the unit of each row, from 0 without gaps
   * @throws RenxingException USAGE for fewer than two folds; DATA_CHECK for fewer units than folds
   */
  public static int[] of(int[] unit, int folds, long seed) {
    int units = Arrays.stream(unit).max().orElse(-1) + 1;
    if (folds < 2) {
      throw new RenxingException(ErrorCode.USAGE, "folds " + folds + ": two or more");
    }
    if (units < folds) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          units
              + (units == 1 ? " unit" : " units")
              + " with complete rows for "
              + folds
              + " folds; no unit may lie in two"
              + (units < 2
                  ? ", so that two units are the least"
                  : "; " + units + " folds at most"));
    }
    int[] rows = new int[units];
    Arrays.stream(unit).forEach(u -> rows[u]++);
    double[] lot = new SplittableRandom(seed).doubles(units).toArray();
    int[] order =
        IntStream.range(0, units)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(u -> -rows[u]).thenComparingDouble(u -> lot[u]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] filled = new int[folds];
    int[] fold = new int[units];
    for (int u : order) {
      int least = 0;
      for (int f = 1; f < folds; f++) {
        least = filled[f] < filled[least] ? f : least;
      }
      fold[u] = least;
      filled[least] += rows[u];
    }
    return Arrays.stream(unit).map(u -> fold[u]).toArray();
  }
}
