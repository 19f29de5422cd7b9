package org.renxing.efficiency;

import java.io.Serializable;
import java.util.List;
import org.renxing.numerics.Distribution;

/**
 * The efficiencies of some units (R Figure 3).
 *
 * @param nUnscored units without a score
 * @param nEfficient units that are strongly efficient
 * @param nWeaklyEfficient units on the frontier, with slack or without
 */
public record Efficiencies(
    Distribution thetas, long nUnscored, long nEfficient, long nWeaklyEfficient)
    implements Serializable {

  /** All of some parts. */
  public static Efficiencies together(List<Efficiencies> parts) {
    return new Efficiencies(
        Distribution.together(parts.stream().map(Efficiencies::thetas).toList()),
        parts.stream().mapToLong(Efficiencies::nUnscored).sum(),
        parts.stream().mapToLong(Efficiencies::nEfficient).sum(),
        parts.stream().mapToLong(Efficiencies::nWeaklyEfficient).sum());
  }
}
