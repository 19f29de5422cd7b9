package org.renxing.multicriteria;

import java.util.List;

/**
 * The compromise that VIKOR proposes: the first alternative alone where both conditions hold; it
 * and the second where only the advantage is acceptable; else all that are not behind the first by
 * the advantage that is required.
 *
 * @param advantage Q of the second less Q of the first
 * @param required 1/(n − 1) of n alternatives
 * @param isAhead condition C1, acceptable advantage: the advantage is the required one or more
 * @param isStable condition C2, acceptable stability: the first is the first by S or by R too
 * @param members whether each alternative belongs to the compromise
 */
public record Compromise(
    double advantage, double required, boolean isAhead, boolean isStable, List<Boolean> members) {
  public Compromise {
    members = List.copyOf(members);
  }
}
