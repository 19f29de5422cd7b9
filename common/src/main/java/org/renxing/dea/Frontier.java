package org.renxing.dea;

import java.util.stream.IntStream;

/**
 * The units that make a technology what it is. Those of a whole are among those of its parts, so a
 * frontier may be taken by parts, then of their union (Barr and Durchholz 1997), and units may be
 * scored against it alone.
 */
public final class Frontier {
  private Frontier() {}

  /**
   * The strongly efficient units of a set, duplicates too, in the order of the set. Radial and
   * slacks-based scores against them are those against the whole set.
   */
  public static Observations of(Observations set, Returns returns) {
    return layers(set, returns, 1);
  }

  /**
   * The frontier, with the frontier of the rest, and so on. Super-efficiency takes one unit away at
   * a time, so against two layers it is what it is against the whole set.
   *
   * @param count how many layers, 1 or more
   */
  public static Observations layers(Observations set, Returns returns, int count) {
    boolean[] isIn = new boolean[set.size()];
    int[] rest = IntStream.range(0, set.size()).toArray();
    for (int layer = 0; layer < count && rest.length > 0; layer++) {
      Observations left = set.rows(rest);
      Evaluator evaluator = new Technology(left, returns).evaluator();
      for (int i = 0; i < rest.length; i++) {
        isIn[rest[i]] =
            !(evaluator.radial(left, i, Orientation.INPUT) instanceof Scored scored)
                || scored.isStronglyEfficient();
      }
      rest = IntStream.of(rest).filter(row -> !isIn[row]).toArray();
    }
    return set.rows(IntStream.range(0, set.size()).filter(row -> isIn[row]).toArray());
  }
}
